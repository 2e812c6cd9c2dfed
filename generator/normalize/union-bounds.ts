import { type JsonObject, member } from "../json.ts";
import { originOf, type Standing, strongerOrigin } from "./origin.ts";
import type { UnionContext } from "./union-context.ts";

/** A bound of a schema: `minimum`, `maxLength`, … */
export interface Bound {
  readonly keyword: string;
  readonly value: number;
  readonly origin: Standing;
}

/**
 * The looser of the bounds that two schemas set, by one of these keywords: the inclusive, then the exclusive one. A bound that
 * only one side sets is kept as a claim of prose: it warns, and forbids nothing that the silent side may accept.
 */
export function looserBound(
  one: JsonObject,
  other: JsonObject,
  keywords: readonly string[],
  side: "lower" | "upper",
  context: UnionContext,
): Bound | undefined {
  const left = boundOf(one, keywords, side);
  const right = boundOf(other, keywords, side);
  if (left === undefined || right === undefined) {
    const only = left ?? right;
    return only === undefined ? undefined : { ...only, origin: "partial" };
  }
  if (left.keyword === right.keyword && left.value === right.value) {
    return { ...left, origin: strongerOrigin(left.origin, right.origin) };
  }
  context.differ(context.path, left.keyword);
  const looser = isTighter(left, right, side) ? right : left;
  const isPartial = left.origin === "partial" || right.origin === "partial";
  return isPartial ? { ...looser, origin: "partial" } : looser;
}

/** The bound in force: the tighter one where a schema sets both the inclusive and the exclusive form. */
function boundOf(schema: JsonObject, keywords: readonly string[], side: "lower" | "upper"): Bound | undefined {
  const bounds = keywords.flatMap((keyword) => {
    const value = member(schema, keyword);
    return typeof value === "number" ? [{ keyword, value, origin: originOf(schema, keyword) }] : [];
  });
  const [first, second] = bounds;
  if (first === undefined || second === undefined) return first;
  return isTighter(first, second, side) ? first : second;
}

function isTighter(one: Bound, other: Bound, side: "lower" | "upper"): boolean {
  if (one.value === other.value) return one.keyword.startsWith("exclusive");
  return side === "lower" ? one.value > other.value : one.value < other.value;
}
