import type { Place } from "../../place.ts";
import type { Severity } from "../finding.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { type CauseReport, groupCauses } from "./group-causes.ts";
import type { DiffReport } from "./report.ts";
import { summarize, tellSummary } from "./summary.ts";
import { tellEffect } from "./tell-effect.ts";

/** GitHub takes comments of 65,536 characters. */
const mostCharacters = 60_000;
/** What a reviewer looks through; the details below hold the rest. */
const mostRows = 40;

const signs: Readonly<Record<Severity, string>> = { breaking: "🔴 breaking", risky: "🟡 risky", safe: "🟢 safe" };

/** The report as a comment on a pull request: a summary, a table of what matters, and everything else folded away. */
export function printMarkdown(report: DiffReport): string {
  const causes = groupCauses(report.findings);
  const urgent = causes.filter(({ severity, accepted }) => severity !== "safe" && accepted === undefined);
  const lines = [
    "## What changed, and whom it breaks",
    "",
    `**${tellSummary(summarize(report.findings))}**${tellVersion(report)}`,
    "",
    ...table(urgent),
    ...notes(report),
    ...details(causes),
  ];
  return fit(lines);
}

function tellVersion({ nextVersion, step }: DiffReport): string {
  return nextVersion === undefined || step === "none" ? "" : ` · next version **${escapeMarkdown(nextVersion)}**`;
}

function table(causes: readonly CauseReport[]): readonly string[] {
  if (causes.length === 0) return [];
  const rows = causes.slice(0, mostRows).map((cause) => {
    const { finding } = cause;
    return `| ${signs[cause.severity]} | ${escapeMarkdown(finding.message)} | ${tellEffect(cause)} | ${tellReach(finding.operations)} | ${tellPlace(finding.locations.head)} |`;
  });
  const more = causes.length - rows.length;
  return [
    "| | what changed | for callers | operations | where |",
    "|---|---|---|---|---|",
    ...rows,
    ...(more > 0 ? ["", `and ${more} more, below`] : []),
    "",
  ];
}

function tellReach(operations: readonly string[]): string {
  const [first] = operations;
  if (first === undefined) return "";
  return operations.length === 1
    ? escapeMarkdown(first, 120)
    : `${escapeMarkdown(first, 120)} +${operations.length - 1}`;
}

function tellPlace(place: Place | undefined): string {
  return place === undefined ? "" : `${escapeMarkdown(place.file, 120)}:${place.line}`;
}

function notes({ stale, expired }: DiffReport): readonly string[] {
  const told = [
    ...expired.map(({ fingerprint, expires }) => `- the acceptance of ${fingerprint} ended on ${expires}`),
    ...stale.map(({ fingerprint }) => `- nothing was found for the accepted ${fingerprint}: remove it`),
  ];
  return told.length === 0 ? [] : [...told, ""];
}

function details(causes: readonly CauseReport[]): readonly string[] {
  if (causes.length === 0) return [];
  return [
    "<details>",
    `<summary>All ${causes.length} ${causes.length === 1 ? "change" : "changes"}</summary>`,
    "",
    ...causes.flatMap(detail),
    "</details>",
    "",
  ];
}

function detail({ finding, severity, grades, accepted }: CauseReport): readonly string[] {
  const state = accepted === undefined ? signs[severity] : `accepted: ${escapeMarkdown(accepted.reason, 200)}`;
  const touched = grades
    .map(
      (grade) => `${grade.axis} ${grade.accepted === undefined ? grade.severity : "accepted"} \`${grade.fingerprint}\``,
    )
    .join(", ");
  const reach =
    finding.operations.length === 0 ? "" : `; ${finding.operations.map((one) => escapeMarkdown(one, 120)).join(", ")}`;
  return [
    `- ${state} · ${escapeMarkdown(finding.message)}  `,
    `  \`${finding.rule}\`: ${touched}; ${escapeMarkdown(finding.pointer, 300)}${reach}`,
  ];
}

/** Drops whole lines from the end of the details when the text would not fit a comment. */
function fit(lines: readonly string[]): string {
  const text = `${lines.join("\n").trimEnd()}\n`;
  if (text.length <= mostCharacters) return text;
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > mostCharacters) break;
    kept.push(line);
  }
  return `${kept.join("\n")}\n- and more: run docket diff --format terminal\n\n</details>\n`;
}
