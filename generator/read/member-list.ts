import type { Report } from "../diagnostic.ts";
import type { Json } from "../json.ts";
import { placeAt } from "../place.ts";
import { quote } from "../terminal-text.ts";
import type { Excerpt } from "./excerpt.ts";

/** The members of an object being read, by key, with their places; a key that comes twice is reported, in linear time. */
export class MemberList {
  readonly #excerpt: Excerpt;
  readonly #report: Report;
  readonly #values = new Map<string, Json>();
  /** Per key: the offsets, in the document as received, of the key and of its value. */
  readonly marks: Map<string, readonly [key: number, value: number]> = new Map();
  failed = false;

  constructor(excerpt: Excerpt, report: Report) {
    this.#excerpt = excerpt;
    this.#report = report;
  }

  add(name: string, value: Json, keyOffset: number, valueOffset: number): void {
    const first = this.marks.get(name)?.[0];
    if (first === undefined) {
      this.#values.set(name, value);
      this.marks.set(name, [keyOffset, valueOffset]);
      return;
    }
    this.failed = true;
    const before = placeAt(this.#excerpt.source, first);
    this.#report("duplicate-key", `The key ${quote(name)} stood before, at ${before.line}:${before.column}.`, {
      place: placeAt(this.#excerpt.source, keyOffset),
      hint: "Parsers disagree which of the two counts: remove one.",
    });
  }

  entries(): Iterable<readonly [string, Json]> {
    return this.#values;
  }
}
