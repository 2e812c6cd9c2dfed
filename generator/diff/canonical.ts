import { isObject, type Json } from "../json.ts";

/** A value as text in which the order of object keys does not matter: equal texts, equal values. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? "undefined";
}

/** The value with object keys in code-unit order. Values come from documents, whose depth readers cap. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  // Pairs instead of an object: integer-like keys would come first whatever the order.
  return keys.map((key) => [key, sorted(value[key])]).concat([["{}", keys.length]]);
}

/** A value of a document as plain JSON; what JSON cannot say (undefined, symbols) is null. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(toJson);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toJson(member)]));
  return null;
}
