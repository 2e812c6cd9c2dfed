import type { Report } from "../diagnostic.ts";
import { arrayMember, type JsonObject, objectMember } from "../json.ts";
import { markLike, placeOf } from "../place.ts";
import { renameMembers, withMember } from "./edit-object.ts";

/** Takes stray spaces off the names of properties, and off the same names in `required`. */
export function trimPropertyNames(schema: JsonObject, report: Report, pointer: () => string): JsonObject {
  const properties = objectMember(schema, "properties");
  if (properties === undefined) return schema;
  const stray = Object.keys(properties).filter((name) => name !== name.trim() && name.trim() !== "");
  if (stray.length === 0) return schema;
  for (const name of stray) {
    report("stray-space-in-name", "The name of a property begins or ends with a space; the space is dropped.", {
      place: placeOf(properties, name),
      pointer: `${pointer()}/properties/${name}`,
    });
  }
  const isStray = new Set(stray);
  const trim = (name: string): string => (isStray.has(name) ? name.trim() : name);
  const trimmed = withMember(schema, "properties", renameMembers(properties, trim));
  const required = arrayMember(schema, "required");
  const names = required.map((name) => (typeof name === "string" ? trim(name) : name));
  return required.length === 0 ? trimmed : withMember(trimmed, "required", markLike([...new Set(names)], required));
}
