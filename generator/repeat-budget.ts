import type { Report } from "./diagnostic.ts";
import type { Json, JsonObject } from "./json.ts";
import { placeOf } from "./place.ts";

/** Values that a document may gain by what is written once and used often; those of small things do not count. */
const mostRepeated = 250_000;

/** Values of a thing that may be used as often as one likes: a parameter, an error. */
const small = 20;

/**
 * Counts what a document gains where references and mix-ins repeat the same thing, for a few kilobytes can stand for gigabytes,
 * as with the aliases of YAML. Reports once when it is too much, and grants nothing from then on.
 */
export class RepeatBudget {
  readonly #report: Report;
  readonly #sizes = new WeakMap<object, number>();
  #left = mostRepeated;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Whether this value may be written once more, at the place of `user`. */
  grants(value: JsonObject, user: JsonObject): boolean {
    if (this.#left < 0) return false;
    this.#left -= Math.max(0, this.#sizeOf(value) - small);
    if (this.#left >= 0) return true;
    this.#report(
      "too-many-values",
      `References and mix-ins repeat more than ${mostRepeated} values of this document.`,
      {
        place: placeOf(user),
        hint: "Docket refuses it to stay within bounds. Split the document.",
      },
    );
    return false;
  }

  #sizeOf(value: JsonObject): number {
    const known = this.#sizes.get(value) ?? countValues(value, mostRepeated);
    this.#sizes.set(value, known);
    return known;
  }
}

/** Values in a value, itself included, counted no further than `most`. Iterative. */
function countValues(value: Json, most: number): number {
  const pending: Json[] = [value];
  let count = 0;
  for (let next = pending.pop(); next !== undefined && count <= most; next = pending.pop()) {
    count += 1;
    if (typeof next !== "object" || next === null) continue;
    for (const child of Object.values(next)) if (child !== undefined) pending.push(child);
  }
  return count;
}
