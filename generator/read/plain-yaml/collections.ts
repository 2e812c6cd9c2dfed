import { fromEntries, type Json, type JsonObject } from "../../json.ts";
import { mark } from "../../place.ts";
import type { Cursor } from "./cursor.ts";

/** The members of a mapping being read, with their places. */
export class Mapping {
  readonly #cursor: Cursor;
  readonly #start: number;
  readonly #entries: (readonly [string, Json])[] = [];
  readonly #members = new Map<string, readonly [number, number]>();

  constructor(cursor: Cursor, start: number) {
    this.#cursor = cursor;
    this.#start = start;
  }

  /** Takes the value that was read last; false where the key stood before, or where the text costs too much. */
  add(key: string, keyStart: number, value: Json): boolean {
    const cursor = this.#cursor;
    if (this.#members.has(key) || !cursor.spend()) return false;
    this.#members.set(key, [cursor.place(keyStart), cursor.place(cursor.start)]);
    this.#entries.push([key, value]);
    return true;
  }

  /** The object, marked; it is the value that was read last. */
  finish(): JsonObject {
    const cursor = this.#cursor;
    cursor.start = this.#start;
    const marks = { source: cursor.excerpt.source, start: cursor.place(this.#start), members: this.#members };
    return mark(fromEntries(this.#entries), marks);
  }
}

/** The items of a sequence being read, with their places. */
export class Sequence {
  readonly #cursor: Cursor;
  readonly #start: number;
  readonly #items: Json[] = [];
  readonly #members = new Map<string, readonly [number, number]>();

  constructor(cursor: Cursor, start: number) {
    this.#cursor = cursor;
    this.#start = start;
  }

  /** Takes the value that was read last; false where the text costs too much. */
  add(value: Json): boolean {
    const cursor = this.#cursor;
    if (!cursor.spend()) return false;
    const at = cursor.place(cursor.start);
    this.#members.set(String(this.#items.length), [at, at]);
    this.#items.push(value);
    return true;
  }

  /** The array, marked; it is the value that was read last. */
  finish(): readonly Json[] {
    const cursor = this.#cursor;
    cursor.start = this.#start;
    const marks = { source: cursor.excerpt.source, start: cursor.place(this.#start), members: this.#members };
    return mark(this.#items, marks);
  }
}
