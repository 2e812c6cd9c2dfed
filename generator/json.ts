/** A JSON value, as read from a document. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Keys come from documents: look them up with `Object.hasOwn` or {@link member}, never bare. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Whether a value is a JSON object (no array, no null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own member of an object, or undefined; safe for keys such as `constructor` and for values that are no objects. */
export function member(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The own member when it is an object, else undefined. */
export function objectMember(value: Json | undefined, key: string): JsonObject | undefined {
  const found = member(value, key);
  return isObject(found) ? found : undefined;
}

/** The own member when it is an array, else an empty array. */
export function arrayMember(value: Json | undefined, key: string): readonly Json[] {
  const found = member(value, key);
  return Array.isArray(found) ? found : [];
}

/** The own member when it is a string, else undefined. */
export function stringMember(value: Json | undefined, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === "string" ? found : undefined;
}

/** A string, number or boolean as text; undefined for what has no text of its own, such as an object with a `toString` from a page. */
export function scalarText(value: Json | undefined): string | undefined {
  const isScalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isScalar ? String(value) : undefined;
}

/** An object of these entries in which even `__proto__` is an ordinary key. */
export function fromEntries<Value extends Json | undefined>(
  entries: Iterable<readonly [string, Value]>,
): { readonly [key: string]: Value } {
  return Object.fromEntries(entries);
}
