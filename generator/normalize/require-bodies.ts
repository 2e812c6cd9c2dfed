import { arrayMember, isObject, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { withMember } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";
import { schemaName } from "./reference.ts";

/** Alternatives within alternatives are followed this far. */
const maxLevels = 16;

/** Marks request bodies as required whose schema requires a property: Apifox writes `required` on no body at all. */
export function requireBodies(document: JsonObject): JsonObject {
  const schemas = objectMember(objectMember(document, "components"), "schemas") ?? {};
  return mapDocument(document, {
    requestBody: (body) => {
      const mediaTypes = Object.values(objectMember(body, "content") ?? {});
      const isRequired =
        mediaTypes.length > 0 && mediaTypes.every((each) => requires(objectMember(each, "schema"), schemas, 0));
      return isRequired ? withMember(body, "required", true) : body;
    },
  });
}

/** Whether nothing without a property satisfies the schema. */
function requires(schema: JsonObject | undefined, schemas: JsonObject, level: number): boolean {
  if (schema === undefined || level > maxLevels) return false;
  if (arrayMember(schema, "required").length > 0) return true;
  const named = member(schemas, schemaName(stringMember(schema, "$ref") ?? "") ?? "");
  if (isObject(named)) return requires(named, schemas, level + 1);
  const [all, any] = [arrayMember(schema, "allOf"), [...arrayMember(schema, "anyOf"), ...arrayMember(schema, "oneOf")]];
  const each = (part: unknown): boolean => isObject(part) && requires(part, schemas, level + 1);
  return all.some(each) || (any.length > 0 && any.every(each));
}
