import type { Json } from "./json.ts";

/** A document as it was received. */
export interface SourceText {
  /** Path as diagnostics show it: relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Where something stands in a document as received; line and column count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Where an object or array of a parsed document stood. Offsets are UTF-16 offsets into `source.text`.
 * Marks sit under a symbol, so they survive `{ ...object }` and stay out of `JSON.stringify`, `Object.keys` and YAML.
 */
export interface Marks {
  readonly source: SourceText;
  readonly start: number;
  readonly members?: MemberPlaces;
}

/** Where the members of an object or array stood: per key (or array index) the offset of the key and of its value. */
export interface MemberPlaces {
  get(key: string): readonly [key: number, value: number] | undefined;
}

const marksKey: unique symbol = Symbol("docket.marks");

/** Remembers where this object or array stood, and returns it. */
export function mark<Value extends object>(value: Value, marks: Marks): Value {
  return Object.assign(value, { [marksKey]: marks });
}

/** An empty object that stood there, to be filled by who reads it. */
export function markedObject(marks: Marks): { [key: string]: Json } {
  return { [marksKey]: marks };
}

/** The marks of a value, if a reader set any. */
export function marksOf(value: unknown): Marks | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, marksKey)) return undefined;
  return (value as { readonly [marksKey]?: Marks })[marksKey];
}

/** Gives `target` the marks of `origin`, for passes that build an object anew. */
export function markLike<Value extends object>(target: Value, origin: unknown): Value {
  const marks = marksOf(origin);
  return marks === undefined ? target : mark(target, marks);
}

/** Where the value stood; with `key`, where the value of that member stood. Undefined when no reader said. */
export function placeOf(value: unknown, key?: string): Place | undefined {
  const marks = marksOf(value);
  if (marks === undefined) return undefined;
  return placeAt(marks.source, marks.members?.get(key ?? "")?.[1] ?? marks.start);
}

/** Where the key of a member stood; where the object stood when no reader said more. */
export function keyPlaceOf(value: unknown, key: string): Place | undefined {
  const marks = marksOf(value);
  return marks === undefined ? undefined : placeAt(marks.source, marks.members?.get(key)?.[0] ?? marks.start);
}

/** Line and column of an offset in a text. */
export function placeAt(source: SourceText, offset: number): Place {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file: source.path, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

const lineStartsOf = new WeakMap<SourceText, readonly number[]>();

function lineStarts(source: SourceText): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at >= 0; at = source.text.indexOf("\n", at + 1)) starts.push(at + 1);
  lineStartsOf.set(source, starts);
  return starts;
}
