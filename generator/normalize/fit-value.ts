import type { TypeName } from "../document.ts";
import { type Json, type JsonObject, member } from "../json.ts";

/** The JSON type names that a schema allows, or undefined when it does not say. */
export function typesOf(schema: JsonObject): readonly string[] | undefined {
  const type = member(schema, "type");
  if (typeof type === "string") return [type];
  return Array.isArray(type) ? type.filter((name) => typeof name === "string") : undefined;
}

/** The JSON type name of a value; whole numbers are `integer`. */
export function typeOfValue(value: Json): TypeName {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "number":
      return Number.isInteger(value) ? "integer" : "number";
    default:
      return "object";
  }
}

/** Whether a value is of one of these types. */
export function hasType(value: Json, types: readonly string[]): boolean {
  const type = typeOfValue(value);
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

/** The value as one of these types: itself, or what its text plainly says (`"false"` → false, 5 → `"5"`); else undefined. */
export function fitValue(value: Json, types: readonly string[]): Json | undefined {
  if (hasType(value, types)) return value;
  if (typeof value === "number" || typeof value === "boolean")
    return types.includes("string") ? String(value) : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  const number = Number(text);
  // The text must be the number's own spelling: "1e3", "0x1f" and "" are no plain numbers.
  return String(number) === text && hasType(number, types) && Number.isFinite(number) ? number : undefined;
}
