import type { NewClaim } from "./claim.ts";
import { boundKeyword, type Measure } from "./measure.ts";
import type { MinedKeyword } from "./mined-prose.ts";
import type { Range } from "./read-range.ts";

/** A limit from one side. */
export interface Bound {
  readonly side: "low" | "high";
  readonly value: number;
  /** The limit itself is not allowed. */
  readonly excluded: boolean;
}

type Evidence = Omit<NewClaim, "keyword" | "value">;

/** The claim of one limit; counts cannot be excluded, so "less than 10 characters" is at most 9. */
export function boundClaim(bound: Bound, measure: Measure, evidence: Evidence): readonly NewClaim[] {
  const { side, value, excluded } = bound;
  if (measure === "value")
    return numberClaim(excluded ? exclusive(side) : boundKeyword(measure, side), value, evidence);
  const count = excluded ? value + (side === "low" ? 1 : -1) : value;
  if (!Number.isInteger(count) || count < 0) return [];
  return numberClaim(boundKeyword(measure, side), count, evidence);
}

/** The claims of both ends of an interval. */
export function rangeClaims(range: Range, measure: Measure, evidence: Evidence): readonly NewClaim[] {
  return [
    ...boundClaim({ side: "low", value: range.low, excluded: range.excludesLow }, measure, evidence),
    ...boundClaim({ side: "high", value: range.high, excluded: range.excludesHigh }, measure, evidence),
  ];
}

function exclusive(side: Bound["side"]): MinedKeyword {
  return side === "low" ? "exclusiveMinimum" : "exclusiveMaximum";
}

function numberClaim(keyword: MinedKeyword, value: number, evidence: Evidence): readonly NewClaim[] {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) return [];
  return [{ ...evidence, keyword, value }];
}
