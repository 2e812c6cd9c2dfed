import { isObject, type Json, type JsonObject } from "../json.ts";
import { compareText } from "./page-order.ts";

/** Keys that do not change what a schema accepts. */
const ignored = new Set(["x-docket-origin"]);
/** Keywords whose value is a set. */
const sets = new Set(["required", "enum", "type", "anyOf", "oneOf", "allOf"]);

const known = new WeakMap<JsonObject, string>();

/** A text that is equal for values of equal meaning: keys and sets in order, origins left out. */
export function canonicalText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const text = known.get(value) ?? objectText(value);
  known.set(value, text);
  return text;
}

function objectText(object: JsonObject): string {
  const keys = Object.keys(object).filter((key) => object[key] !== undefined && !ignored.has(key));
  return `{${keys
    .sort(compareText)
    .map((key) => `${JSON.stringify(key)}:${memberText(key, object[key] ?? null)}`)
    .join()}}`;
}

function memberText(key: string, value: Json): string {
  if (!sets.has(key) || !Array.isArray(value)) return canonicalText(value);
  return `[${value.map(canonicalText).sort(compareText).join()}]`;
}
