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
  const object: { [key: string]: Value } = {};
  for (const [key, value] of entries) setMember(object, key, value);
  return object;
}

/** A copy of an object, marks included. */
export function copyObject(object: JsonObject): { [key: string]: Json | undefined } {
  const [first = ""] = Object.keys(object);
  // Numbers come first.
  return isStatus(first) ? Object.assign(keepSparse({}), object) : { ...object };
}

/** Sets an own member, even `__proto__`, of an object that is being built. */
export function setMember<Value>(object: { [key: string]: Value }, key: string, value: Value): void {
  if (isStatus(key)) keepSparse(object);
  if (key !== "__proto__") object[key] = value;
  else Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
}

/** Whether a key has three digits. */
function isStatus(key: string): boolean {
  const code = key.charCodeAt(0);
  return key.length === 3 && code >= 48 && code <= 57;
}

/**
 * For `{ 200: … }`, V8 would make room for 316 members, 2.5 kB in every operation and every copy of it. It does not for an
 * object that once had a number beyond all others.
 */
function keepSparse<Value>(object: { [key: string]: Value }): { [key: string]: Value } {
  if (Object.hasOwn(object, beyond)) return object;
  Object.defineProperty(object, beyond, { configurable: true });
  delete object[beyond];
  return object;
}

/** The largest number that is an index. */
const beyond = "4294967294";
