import { type Json, type JsonObject, setMember } from "../../json.ts";
import { type MemberPlaces, mark, markedObject } from "../../place.ts";
import type { Cursor } from "./cursor.ts";

/** A mapping being read; then the places of its members, which hardly anybody asks for, so they are looked for late. */
export class Mapping implements MemberPlaces {
  readonly #cursor: Cursor;
  readonly #start: number;
  readonly #object: { [key: string]: Json };
  readonly #keys: string[] = [];
  /** Per key, where it and its value begin. */
  readonly #offsets: number[] = [];
  #indexes: Map<string, number> | undefined;

  constructor(cursor: Cursor, start: number) {
    this.#cursor = cursor;
    this.#start = start;
    this.#object = markedObject({ source: cursor.excerpt.source, start: cursor.place(start), members: this });
  }

  /** Takes the value that was read last; false where the key stood before, or where the text costs too much. */
  add(key: string, keyStart: number, value: Json): boolean {
    if (Object.hasOwn(this.#object, key) || !this.#cursor.spend()) return false;
    this.#keys.push(key);
    this.#offsets.push(keyStart, this.#cursor.start);
    setMember(this.#object, key, value);
    return true;
  }

  /** The object, marked; it is the value that was read last. */
  finish(): JsonObject {
    this.#cursor.start = this.#start;
    return this.#object;
  }

  get(key: string): readonly [key: number, value: number] | undefined {
    this.#indexes ??= new Map(this.#keys.map((name, index) => [name, index]));
    const index = this.#indexes.get(key);
    if (index === undefined) return undefined;
    const [keyStart = 0, valueStart = 0] = this.#offsets.slice(2 * index, 2 * index + 2);
    return [this.#cursor.place(keyStart), this.#cursor.place(valueStart)];
  }
}

/** The items of a sequence being read; then their places. */
export class Sequence implements MemberPlaces {
  readonly #cursor: Cursor;
  readonly #start: number;
  readonly #items: Json[] = [];
  readonly #offsets: number[] = [];

  constructor(cursor: Cursor, start: number) {
    this.#cursor = cursor;
    this.#start = start;
  }

  /** Takes the value that was read last; false where the text costs too much. */
  add(value: Json): boolean {
    this.#items.push(value);
    this.#offsets.push(this.#cursor.start);
    return this.#cursor.spend();
  }

  /** The array, marked; it is the value that was read last. */
  finish(): readonly Json[] {
    const cursor = this.#cursor;
    cursor.start = this.#start;
    return mark(this.#items, { source: cursor.excerpt.source, start: cursor.place(this.#start), members: this });
  }

  get(key: string): readonly [key: number, value: number] | undefined {
    const offset = String(Number(key)) === key ? this.#offsets[Number(key)] : undefined;
    if (offset === undefined) return undefined;
    const at = this.#cursor.place(offset);
    return [at, at];
  }
}
