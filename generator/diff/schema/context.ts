import type { Change, Relation } from "../change.ts";
import type { Writing } from "./find-type-changes.ts";
import type { ShapeReader } from "./read-shape.ts";
import type { Site } from "./shape.ts";

/** Which way a payload travels: from the caller, or to the caller. */
export type Travel = "request" | "response";

/** Who fills in a value that was left out: the generated client, the server, or no one. */
export type Defaults = "client" | "server" | "none";

/** Where in a message a schema is used; comparisons differ by nothing else. */
export interface Context {
  readonly travel: Travel;
  readonly writing: Writing;
  readonly defaults: Defaults;
  /** Whether one value may stand for a list of one, as in `?id=1` of a form-style query parameter. */
  readonly lists: "plain" | "repeated";
}

/** Two sites to compare next. With `flipped`, what narrows inside widens outside, as under `not`. */
export interface Edge {
  readonly base: Site;
  readonly head: Site;
  readonly context: Context;
  readonly flipped?: boolean;
}

/** What a comparison found: changes of its own, and pairs of inner sites that speak for themselves. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly edges: readonly Edge[];
}

/** What comparisons need besides the two shapes. */
export interface Comparer {
  readonly context: Context;
  readonly base: ShapeReader;
  readonly head: ShapeReader;
  /** How two sites compare with everything inside them. */
  readonly relate: (base: Site, head: Site) => Relation;
}

/** A comparison that found nothing. */
export const nothingFound: Comparison = { changes: [], edges: [] };

/** Several comparisons as one. */
export function gather(comparisons: readonly Comparison[]): Comparison {
  return { changes: comparisons.flatMap(({ changes }) => changes), edges: comparisons.flatMap(({ edges }) => edges) };
}
