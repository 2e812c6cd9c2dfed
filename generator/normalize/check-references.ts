import type { Report } from "../diagnostic.ts";
import { type JsonObject, objectMember, stringMember } from "../json.ts";
import { withoutMembers } from "./edit-object.ts";
import { reportLost } from "./inline-references.ts";
import { mapDocument } from "./map-document.ts";
import { schemaName } from "./reference.ts";

/** Makes sure, once overlays have been applied, that every `$ref` is local and resolves; reports the others. */
export function checkReferences(document: JsonObject, report: Report): JsonObject {
  const schemas = objectMember(objectMember(document, "components"), "schemas") ?? {};
  return mapDocument(document, {
    schema: (schema, at) => {
      const reference = stringMember(schema, "$ref");
      if (reference === undefined || Object.hasOwn(schemas, schemaName(reference) ?? "")) return schema;
      reportLost(schema, reference, at, report);
      return withoutMembers(schema, ["$ref"]);
    },
  });
}
