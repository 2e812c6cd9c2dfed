import { type JsonObject, member } from "../json.ts";
import { annotations } from "./annotations.ts";
import { filterMembers, withMember } from "./edit-object.ts";

/** The schema, open to null as well. */
export function addNull(schema: JsonObject): JsonObject {
  const type = member(schema, "type");
  const composed = ["$ref", "allOf", "anyOf", "oneOf", "const"].some((key) => Object.hasOwn(schema, key));
  if (composed) return orNull(schema);
  const values = member(schema, "enum");
  const open = Array.isArray(values) && !values.includes(null) ? withMember(schema, "enum", [...values, null]) : schema;
  if (typeof type === "string") return type === "null" ? open : withMember(open, "type", [type, "null"]);
  if (Array.isArray(type) && !type.includes("null")) return withMember(open, "type", [...type, "null"]);
  return open;
}

function orNull(schema: JsonObject): JsonObject {
  const about = filterMembers(schema, (key) => annotations.has(key));
  const rest = filterMembers(schema, (key) => !annotations.has(key));
  return { ...about, anyOf: [rest, { type: "null" }] };
}
