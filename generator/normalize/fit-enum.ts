import { type Json, type JsonObject, member } from "../json.ts";
import { markLike } from "../place.ts";
import { withMember, withoutMembers } from "./edit-object.ts";
import { fitValue, hasType, typeOfValue, typesOf } from "./fit-value.ts";

/**
 * Writes each listed value in the type of its schema, once. A value that cannot be one (`auto` among integers) widens the
 * type instead: the page means it. `{{variables}}` and values that are no finite JSON are dropped.
 */
export function fitEnum(schema: JsonObject): JsonObject {
  const values = member(schema, "enum");
  if (!Array.isArray(values)) return schema;
  const types = typesOf(schema);
  const usable = values.filter(isUsable);
  const fitted = distinct(usable.map((value) => (types === undefined ? value : (fitValue(value, types) ?? value))));
  if (fitted.length === 0) return withoutMembers(schema, ["enum"]);
  const same = fitted.length === values.length && fitted.every((value, at) => value === values[at]);
  const listed = same ? schema : withMember(schema, "enum", markLike(fitted, values));
  return types === undefined ? listed : widenType(listed, types, fitted);
}

function isUsable(value: Json): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "string" || !value.includes("{{");
}

function distinct(values: readonly Json[]): readonly Json[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text);
  });
}

function widenType(schema: JsonObject, types: readonly string[], values: readonly Json[]): JsonObject {
  const missing = values.filter((value) => !hasType(value, types)).map(typeOfValue);
  return missing.length === 0 ? schema : withMember(schema, "type", [...new Set([...types, ...missing])]);
}
