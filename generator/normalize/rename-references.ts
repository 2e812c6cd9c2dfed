import { type JsonObject, stringMember } from "../json.ts";
import { withMember } from "./edit-object.ts";
import { mapSchema } from "./map-document.ts";
import { schemaName, schemaReference } from "./reference.ts";

/** A visitor that makes the references of a schema follow components that got other names. */
export function renameReferences(names: ReadonlyMap<string, string>): (schema: JsonObject) => JsonObject {
  return (schema) => {
    const name = schemaName(stringMember(schema, "$ref") ?? "");
    const renamed = name === undefined ? undefined : names.get(name);
    return renamed === undefined || renamed === name ? schema : withMember(schema, "$ref", schemaReference(renamed));
  };
}

const known = new WeakMap<JsonObject, ReadonlySet<string>>();

/** The names of the components that a schema refers to, itself aside. */
export function referencedNames(schema: JsonObject): ReadonlySet<string> {
  const cached = known.get(schema);
  if (cached !== undefined) return cached;
  const names = new Set<string>();
  mapSchema(schema, (node) => {
    const name = schemaName(stringMember(node, "$ref") ?? "");
    if (name !== undefined) names.add(name);
    return node;
  });
  known.set(schema, names);
  return names;
}
