import type { Schema } from "../document.ts";
import type { AliasStructure, DocStructure, InterfaceStructure } from "./module-structure.ts";
import { objectType, schemaType, type TypeScope } from "./schema-type.ts";

/** A schema under a name: an interface where it is an object and nothing else, for short error messages; else an alias. */
export function namedType(
  name: string,
  doc: DocStructure,
  schema: Schema,
  scope: TypeScope,
): InterfaceStructure | AliasStructure {
  if (isPlainObject(schema)) return { kind: "interface", name, exported: true, doc, shape: objectType(schema, scope) };
  return { kind: "alias", name, exported: true, doc, type: schemaType(schema, scope) };
}

function isPlainObject(schema: Schema): boolean {
  const object = schema.type === "object" || (schema.type === undefined && schema.properties !== undefined);
  const composed = [schema.$ref, schema.allOf, schema.anyOf, schema.oneOf, schema.enum, schema.const, schema.not];
  return object && composed.every((part) => part === undefined);
}
