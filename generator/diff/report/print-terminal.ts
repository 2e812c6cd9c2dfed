import type { Paint, Style } from "../../paint.ts";
import type { Place } from "../../place.ts";
import { safe } from "../../terminal-text.ts";
import type { Severity } from "../finding.ts";
import { type CauseReport, type GradeReport, groupCauses } from "./group-causes.ts";
import type { DiffReport } from "./report.ts";
import { summarize, tellSummary } from "./summary.ts";

const styles: Readonly<Record<Severity, Style>> = { breaking: "red", risky: "yellow", safe: "green" };

/** The report for people at a terminal: worst first, each cause with its place and the operations it reaches. */
export function printTerminal(report: DiffReport, paint: Paint): string {
  const causes = groupCauses(report.findings);
  const lines = causes.flatMap((cause) => [...printCause(cause, paint), ""]);
  return [...lines, ...printEnd(report, paint), ""].join("\n");
}

function printCause({ finding, severity, grades, accepted }: CauseReport, paint: Paint): readonly string[] {
  const word = accepted === undefined ? paint(styles[severity], severity.padEnd(8)) : paint("dim", "accepted");
  const touched = grades.map((grade) => tellGrade(grade, accepted === undefined ? severity : undefined));
  const { head = finding.locations.base } = finding.locations;
  return [
    `${word} ${safe(finding.message, 600)}`,
    paint(
      "dim",
      `         ${[touched.join(", "), finding.rule, ...(head === undefined ? [] : [placeText(head)])].join(" · ")}`,
    ),
    ...tellOperations(finding.operations).map((line) => paint("dim", `         ${line}`)),
    ...tellReasons(grades).map((line) => paint("dim", `         ${line}`)),
    ...(accepted === undefined && severity !== "safe" ? [paint("dim", `         ${tellFingerprints(grades)}`)] : []),
  ];
}

/** The axis, with what it is graded where that is not said of the whole cause. */
function tellGrade({ axis, severity, accepted }: GradeReport, whole: Severity | undefined): string {
  if (accepted !== undefined && whole !== undefined) return `${axis} accepted`;
  return severity === whole ? axis : `${axis} ${severity}`;
}

/** Each axis is accepted for itself, so each reason names its axes. */
function tellReasons(grades: CauseReport["grades"]): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const { axis, accepted } of grades) {
    if (accepted !== undefined) reasons.set(accepted.reason, [...(reasons.get(accepted.reason) ?? []), axis]);
  }
  return [...reasons].map(([reason, axes]) => `${axes.join(", ")} accepted: ${safe(reason, 200)}`);
}

function tellFingerprints(grades: CauseReport["grades"]): string {
  return grades
    .filter(({ severity, accepted }) => severity !== "safe" && accepted === undefined)
    .map(({ axis, fingerprint }) => `${axis} ${fingerprint}`)
    .join(", ");
}

function placeText({ file, line, column }: Place): string {
  return `${safe(file)}:${line}:${column}`;
}

/** Enough to see where it is; JSON holds them all. */
const mostOperations = 3;

function tellOperations(operations: readonly string[]): readonly string[] {
  if (operations.length === 0) return [];
  const shown = operations
    .slice(0, mostOperations)
    .map((one) => safe(one, 120))
    .join(", ");
  const more = operations.length - mostOperations;
  return [more > 0 ? `${shown} and ${more} more` : shown];
}

function printEnd(report: DiffReport, paint: Paint): readonly string[] {
  const version =
    report.nextVersion === undefined || report.step === "none" ? "" : `; next version ${safe(report.nextVersion)}`;
  return [
    paint("bold", `${tellSummary(summarize(report.findings))}${version}`),
    ...report.expired.map(({ fingerprint, expires }) =>
      paint("yellow", `the acceptance of ${fingerprint} ended on ${expires}`),
    ),
    ...report.stale.map(({ fingerprint }) =>
      paint("yellow", `nothing was found for the accepted ${fingerprint}: remove it`),
    ),
  ];
}
