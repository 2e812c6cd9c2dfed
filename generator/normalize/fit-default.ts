import type { Report } from "../diagnostic.ts";
import { type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { withMember, withoutMembers } from "./edit-object.ts";
import { fitValue, typesOf } from "./fit-value.ts";

/**
 * Writes `default` in the type of its schema and in the spelling of its own list (`JPEG` → `jpeg`). A default that cannot be,
 * or is not in the list, is dropped with a warning; a template `{{variable}}` without one, it was never a default.
 */
export function fitDefault(schema: JsonObject, report: Report, pointer: () => string): JsonObject {
  const value = member(schema, "default");
  if (value === undefined) return schema;
  const isTemplate = typeof value === "string" && value.includes("{{");
  if (isTemplate) return withoutMembers(schema, ["default"]);
  const fitted = fitList(fitType(value, schema), schema);
  if (fitted === value) return schema;
  if (fitted !== undefined) return withMember(schema, "default", fitted);
  // `default: null` beside another type is how some exports write "no default".
  if (value === null) return withoutMembers(schema, ["default"]);
  report("default-unfit", "The default is not a value that its own schema allows; it is left out.", {
    place: placeOf(schema, "default"),
    pointer: `${pointer()}/default`,
  });
  return withoutMembers(schema, ["default"]);
}

function fitType(value: Json, schema: JsonObject): Json | undefined {
  const types = typesOf(schema);
  if (typeof value === "number" && !Number.isFinite(value)) return undefined;
  return types === undefined ? value : fitValue(value, types);
}

function fitList(value: Json | undefined, schema: JsonObject): Json | undefined {
  const values = member(schema, "enum");
  const isOpen = stringMember(objectMember(schema, "x-docket-origin"), "enum") === "prose";
  if (value === undefined || !Array.isArray(values) || isOpen) return value;
  const text = JSON.stringify(value);
  return (
    values.find((listed) => JSON.stringify(listed) === text) ??
    values.find((listed) => JSON.stringify(listed).toLowerCase() === text.toLowerCase())
  );
}
