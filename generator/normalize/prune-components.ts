import { isObject, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { filterMembers, withMember } from "./edit-object.ts";
import { mapDocument, mapSchema } from "./map-document.ts";
import { schemaName } from "./reference.ts";
import { referencedNames } from "./rename-references.ts";

/** Drops component schemas that no operation leads to. */
export function pruneComponents(document: JsonObject): JsonObject {
  const components = objectMember(document, "components") ?? {};
  const schemas = objectMember(components, "schemas") ?? {};
  const reached = new Set<string>();
  const visit = (schema: JsonObject): JsonObject => {
    const name = schemaName(stringMember(schema, "$ref") ?? "");
    if (name !== undefined) reached.add(name);
    return schema;
  };
  mapDocument(withMember(document, "components", {}), {
    schema: visit,
    operation: (operation) => {
      const output = objectMember(objectMember(operation, "x-docket-queue"), "output");
      if (output !== undefined) mapSchema(output, visit);
      return operation;
    },
  });
  // A set is iterated in the order of insertion, so what is reached on the way comes to its turn.
  for (const name of reached) {
    const schema = member(schemas, name);
    if (isObject(schema)) for (const next of referencedNames(schema)) reached.add(next);
  }
  return withMember(
    document,
    "components",
    withMember(
      components,
      "schemas",
      filterMembers(schemas, (name) => reached.has(name)),
    ),
  );
}
