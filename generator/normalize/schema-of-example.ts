import { fromEntries, isObject, type Json, type JsonObject, member } from "../json.ts";
import { typeOfValue } from "./fit-value.ts";

/** More items of a list than these add nothing that types could tell. */
const maxItems = 50;

/**
 * The loosest schema that an example speaks for: nothing is required, a null may be anything, items of a list are taken
 * together. Its `type` is marked as of origin `prose`, because no page declared it.
 */
export function schemaOfExample(example: Json): JsonObject {
  return { ...inferValue(example), "x-docket-origin": { type: "prose" } };
}

function inferValue(value: Json): JsonObject {
  if (value === null) return {};
  if (Array.isArray(value)) return inferArray(value);
  if (isObject(value)) return inferObject(value);
  return { type: typeOfValue(value) };
}

function inferObject(value: JsonObject): JsonObject {
  const properties = Object.entries(value).flatMap(([name, child]): [string, Json][] =>
    child === undefined ? [] : [[name, inferValue(child)]],
  );
  return properties.length === 0 ? { type: "object" } : { type: "object", properties: fromEntries(properties) };
}

function inferArray(items: readonly Json[]): JsonObject {
  const [first, ...rest] = items.slice(0, maxItems).map(inferValue);
  return first === undefined ? { type: "array" } : { type: "array", items: rest.reduce(eitherSchema, first) };
}

/** One inferred schema for what two items of a list show. */
function eitherSchema(one: JsonObject, other: JsonObject): JsonObject {
  const types = new Set([one.type, other.type]);
  if (types.has(undefined)) return {};
  if (types.size === 1) return one.type === "object" ? eitherObject(one, other) : eitherArray(one, other);
  if (types.size === 2 && types.has("integer") && types.has("number")) return { type: "number" };
  return {};
}

function eitherObject(one: JsonObject, other: JsonObject): JsonObject {
  const properties = new Map<string, Json>(Object.entries(asProperties(one)));
  for (const [name, schema] of Object.entries(asProperties(other))) {
    const known = properties.get(name);
    properties.set(name, isObject(known) ? eitherSchema(known, schema) : schema);
  }
  return properties.size === 0 ? { type: "object" } : { type: "object", properties: fromEntries(properties) };
}

function asProperties(schema: JsonObject): { readonly [name: string]: JsonObject } {
  const properties = member(schema, "properties");
  if (!isObject(properties)) return {};
  return fromEntries(
    Object.entries(properties).flatMap(([name, value]) => (isObject(value) ? [[name, value] as const] : [])),
  );
}

function eitherArray(one: JsonObject, other: JsonObject): JsonObject {
  const items = [member(one, "items"), member(other, "items")].filter(isObject);
  const [first, second] = items;
  if (first === undefined) return one;
  return { ...one, items: second === undefined ? first : eitherSchema(first, second) };
}
