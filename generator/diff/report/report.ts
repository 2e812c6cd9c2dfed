import type { Acceptance, WeighedFinding } from "../accepted.ts";
import type { Step } from "../next-version.ts";

/** What every report is made from. */
export interface DiffReport {
  /** What is compared, as people named it: `main:generated/openapi.yaml`. */
  readonly base: string;
  readonly head: string;
  readonly findings: readonly WeighedFinding[];
  readonly step: Step;
  /** The version of the generated package after the step; absent when the current one is no semver. */
  readonly nextVersion?: string;
  readonly stale: readonly Acceptance[];
  readonly expired: readonly Acceptance[];
}
