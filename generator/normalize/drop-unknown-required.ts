import type { Report } from "../diagnostic.ts";
import { arrayMember, type JsonObject, objectMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { withMember, withoutMembers } from "./edit-object.ts";

/** Keywords that may bring in properties which the object itself does not list. */
const elsewhere = ["$ref", "allOf", "anyOf", "oneOf", "patternProperties", "if"];

/** Drops names from `required` that no property has: left over from editing, they would make every request invalid. */
export function dropUnknownRequired(schema: JsonObject, report: Report, pointer: () => string): JsonObject {
  const required = arrayMember(schema, "required");
  const properties = objectMember(schema, "properties");
  if (required.length === 0 || properties === undefined) return schema;
  if (elsewhere.some((keyword) => Object.hasOwn(schema, keyword))) return schema;
  const known = required.filter((name) => typeof name === "string" && Object.hasOwn(properties, name));
  if (known.length === required.length) return schema;
  report("unknown-required", "The list of required properties names one that the object does not have.", {
    place: placeOf(schema, "required"),
    pointer: `${pointer()}/required`,
  });
  return known.length === 0 ? withoutMembers(schema, ["required"]) : withMember(schema, "required", known);
}
