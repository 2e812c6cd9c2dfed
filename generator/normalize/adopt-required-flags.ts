import { arrayMember, isObject, type JsonObject, member, objectMember } from "../json.ts";
import { mapMembers, withMember, withoutMembers } from "./edit-object.ts";

/** Moves `required: true` of a property, JSON Schema's way of 2010, into the list of its object. */
export function adoptRequiredFlags(schema: JsonObject): JsonObject {
  const bare = typeof member(schema, "required") === "boolean" ? withoutMembers(schema, ["required"]) : schema;
  const properties = objectMember(bare, "properties");
  if (properties === undefined) return bare;
  const flagged = new Set(
    Object.keys(properties).filter((name) => member(member(properties, name), "required") === true),
  );
  if (flagged.size === 0) return bare;
  const unflagged = mapMembers(properties, (property, name) =>
    isObject(property) && flagged.has(name) ? withoutMembers(property, ["required"]) : property,
  );
  const required = new Set([...arrayMember(bare, "required"), ...flagged]);
  return withMember(withMember(bare, "properties", unflagged), "required", [...required]);
}
