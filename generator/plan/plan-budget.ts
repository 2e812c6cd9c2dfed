import type { Report } from "../diagnostic.ts";
import type { Document } from "../document.ts";

/** Fields that any document may have in the tables of its package. */
const always = 100_000;

/** More of them for each value that the document holds. */
const perValue = 3;

/**
 * Counts the fields that schemas multiply to when references and `allOf` are followed: a schema of a thousand properties for a
 * thousand endpoints is a small document and a million fields. Reports once when it is too much, and grants nothing from then on.
 */
export class PlanBudget {
  readonly #report: Report;
  #left: number;

  constructor(document: Document, report: Report) {
    this.#report = report;
    this.#left = always + perValue * countValues(document);
  }

  /** Whether this many fields more may be planned or merged. */
  grants(fields: number): boolean {
    if (this.#left < 0) return false;
    this.#left -= fields;
    if (this.#left >= 0) return true;
    this.#report("too-many-values", "The schemas of the document multiply to more fields than a package can hold.", {
      hint: "Docket refuses it to stay within bounds. Split the document, or share fewer fields between its endpoints.",
    });
    return false;
  }
}

/** Objects and lists of a document, counted without recursion. */
function countValues(document: Document): number {
  const pending: unknown[] = [document];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    count += 1;
    if (typeof next !== "object" || next === null) continue;
    for (const child of Object.values(next)) if (typeof child === "object" && child !== null) pending.push(child);
  }
  return count;
}
