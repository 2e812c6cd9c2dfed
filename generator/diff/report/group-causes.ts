import type { Acceptance, WeighedFinding } from "../accepted.ts";
import { type Axis, axes, type Severity, severities } from "../finding.ts";

/** How bad a cause is on one axis, and what let it pass there. */
export interface GradeReport {
  readonly axis: Axis;
  readonly severity: Severity;
  readonly fingerprint: string;
  readonly accepted?: Acceptance;
}

/** Findings of one cause: what changed, told once, with its severity on each axis it touches. */
export interface CauseReport {
  /** The finding of the worst severity. */
  readonly finding: WeighedFinding;
  readonly severity: Severity;
  readonly grades: readonly GradeReport[];
  /** Set when every finding that is as bad as the worst was accepted. */
  readonly accepted?: Acceptance;
}

/** Findings grouped by cause, worst first; accepted ones last. */
export function groupCauses(findings: readonly WeighedFinding[]): readonly CauseReport[] {
  const groups = new Map<string, WeighedFinding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([
      finding.rule,
      finding.pointer,
      finding.before ?? null,
      finding.after ?? null,
      finding.message,
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const causes = [...groups.values()].flatMap(causeOf);
  return [
    ...causes.filter(({ accepted }) => accepted === undefined),
    ...causes.filter(({ accepted }) => accepted !== undefined),
  ];
}

function causeOf(group: readonly WeighedFinding[]): readonly CauseReport[] {
  const left = group.filter(({ accepted }) => accepted === undefined);
  const [worst] = [...(left.length > 0 ? left : group)].sort(
    (one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity),
  );
  if (worst === undefined) return [];
  const grades = axes.flatMap((axis) => group.filter((one) => one.axis === axis));
  return [
    {
      finding: worst,
      severity: worst.severity,
      grades: grades.map(({ axis, severity, fingerprint, accepted }) => ({
        axis,
        severity,
        fingerprint,
        ...(accepted === undefined ? {} : { accepted }),
      })),
      ...(worst.accepted === undefined ? {} : { accepted: worst.accepted }),
    },
  ];
}
