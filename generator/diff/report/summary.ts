import type { WeighedFinding } from "../accepted.ts";
import { groupCauses } from "./group-causes.ts";

/** How many causes there are of each severity; accepted ones are counted apart. */
export interface Summary {
  readonly breaking: number;
  readonly risky: number;
  readonly safe: number;
  readonly accepted: number;
}

/** Counts causes, not findings: a cause that touches two axes is one. */
export function summarize(findings: readonly WeighedFinding[]): Summary {
  const causes = groupCauses(findings);
  const count = (severity: string): number =>
    causes.filter((cause) => cause.accepted === undefined && cause.severity === severity).length;
  return {
    breaking: count("breaking"),
    risky: count("risky"),
    safe: count("safe"),
    accepted: causes.filter(({ accepted }) => accepted !== undefined).length,
  };
}

/** The summary in words: `2 breaking, 1 risky`, or `no change`. */
export function tellSummary({ breaking, risky, safe, accepted }: Summary): string {
  const parts = [
    [breaking, "breaking"],
    [risky, "risky"],
    [safe, "safe"],
    [accepted, "accepted"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return told.length === 0 ? "no change" : told.join(", ");
}
