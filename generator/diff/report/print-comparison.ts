import type { Json } from "../../json.ts";
import type { Paint } from "../../paint.ts";
import { safe } from "../../terminal-text.ts";
import type { FieldDifference, GatewayComparison } from "../gateway-offers.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** A comparison with the names of its two gateways. */
export interface NamedComparison extends GatewayComparison {
  readonly left: string;
  readonly right: string;
}

/** Two gateways side by side, for a terminal: what is lost, what is won, and where both offer the same in other terms. */
export function printComparison(comparison: NamedComparison, paint: Paint): string {
  const { left, right, onlyLeft, onlyRight, shared } = comparison;
  const lines = [
    ...onlyLeft.map((endpoint) => `${paint("red", "-")} ${safe(endpoint)} is only at ${safe(left)}`),
    ...onlyRight.map((endpoint) => `${paint("green", "+")} ${safe(endpoint)} is only at ${safe(right)}`),
    ...shared.flatMap(({ endpoint, differences }) => printEndpoint(endpoint, differences, comparison, paint)),
  ];
  if (lines.length === 0) return `${safe(left)} and ${safe(right)} share no endpoint\n`;
  return `${lines.join("\n")}\n`;
}

function printEndpoint(
  endpoint: string,
  differences: readonly FieldDifference[],
  { left, right }: NamedComparison,
  paint: Paint,
): readonly string[] {
  if (differences.length === 0) return [`${paint("dim", "=")} ${safe(endpoint)} is the same at both`];
  const rows = [["", left, right], ...differences.map((one) => [nameOf(one), show(one.left), show(one.right)])];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return [
    `${paint("yellow", "~")} ${paint("bold", safe(endpoint))}`,
    ...rows.map(([name = "", one = "", other = ""]) =>
      `    ${name.padEnd(widths[0] ?? 0)}  ${one.padEnd(widths[1] ?? 0)}  ${other}`.trimEnd(),
    ),
  ];
}

function nameOf({ field, what }: FieldDifference): string {
  return safe(what === "field" ? field : `${field} ${what}`, 60);
}

function show(value: Json | undefined): string {
  if (value === undefined) return "–";
  return safe(typeof value === "string" ? value : JSON.stringify(value), 60);
}

/** The same as Markdown, one table for each endpoint that differs. */
export function printComparisonMarkdown({ left, right, onlyLeft, onlyRight, shared }: NamedComparison): string {
  const [from, to] = [escapeMarkdown(left), escapeMarkdown(right)];
  const lists = [
    ...onlyLeft.map((endpoint) => `- only at ${from}: ${escapeMarkdown(endpoint)}`),
    ...onlyRight.map((endpoint) => `- only at ${to}: ${escapeMarkdown(endpoint)}`),
    ...shared
      .filter(({ differences }) => differences.length === 0)
      .map(({ endpoint }) => `- the same at both: ${escapeMarkdown(endpoint)}`),
  ];
  const tables = shared
    .filter(({ differences }) => differences.length > 0)
    .flatMap(({ endpoint, differences }) => [
      `### ${escapeMarkdown(endpoint)}`,
      "",
      `| | ${from} | ${to} |`,
      "|---|---|---|",
      ...differences.map(
        (one) =>
          `| ${escapeMarkdown(nameOf(one))} | ${escapeMarkdown(show(one.left))} | ${escapeMarkdown(show(one.right))} |`,
      ),
      "",
    ]);
  return `${[`## ${from} and ${to}`, "", ...lists, "", ...tables].join("\n").trimEnd()}\n`;
}
