import { safe } from "../../terminal-text.ts";
import type { Severity } from "../finding.ts";
import { type CauseReport, groupCauses } from "./group-causes.ts";
import type { DiffReport } from "./report.ts";
import { summarize, tellSummary } from "./summary.ts";
import { tellEffect } from "./tell-effect.ts";

/** GitHub shows ten annotations of a kind per step. */
const most = 10;

const kinds: Readonly<Record<Severity, string>> = { breaking: "error", risky: "warning", safe: "notice" };

/**
 * The report as GitHub annotations: one per cause, at the place in the head document, at most ten of a kind, then a line that
 * counts all.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function printGithub(report: DiffReport): string {
  const causes = groupCauses(report.findings).filter(({ accepted }) => accepted === undefined);
  const lines = (["breaking", "risky", "safe"] as const).flatMap((severity) => annotate(severity, causes));
  return [...lines, `docket diff: ${tellSummary(summarize(report.findings))}`, ""].join("\n");
}

function annotate(severity: Severity, causes: readonly CauseReport[]): readonly string[] {
  const all = causes.filter((cause) => cause.severity === severity);
  const shown = all.slice(0, all.length > most ? most - 1 : most);
  const more = all.length - shown.length;
  const rest =
    more > 0 ? [`::${kinds[severity]} title=docket diff::${more} more ${severity} changes: see the report`] : [];
  return [...shown.map(annotation), ...rest];
}

/** The title says what it does to callers, the text what changed: GitHub shows no more before a click. */
function annotation(cause: CauseReport): string {
  const { finding, severity } = cause;
  const place = finding.locations.head;
  const properties = [
    ...(place === undefined ? [] : [`file=${property(place.file)}`, `line=${place.line}`, `col=${place.column}`]),
    `title=${property([severity, tellEffect(cause)].filter((part) => part !== "").join(": "))}`,
  ];
  const reach = finding.operations.length > 1 ? ` (${finding.operations.length} operations)` : "";
  return `::${kinds[severity]} ${properties.join(",")}::${data(`${finding.message}${reach} [${finding.rule}]`)}`;
}

function data(text: string): string {
  return safe(text, 600).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
