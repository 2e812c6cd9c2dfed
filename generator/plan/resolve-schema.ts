import type { Document, Schema } from "../document.ts";
import { schemaRefName } from "../schema-ref.ts";

/** References may run in a ring. */
const longestChain = 64;

/** The schema that a `$ref` chain ends at, with what stands beside the references; `{}` where it does not end. */
export function resolveSchema(schema: Schema, document: Document): Schema {
  let current = schema;
  for (let hops = 0; current.$ref !== undefined; hops += 1) {
    const name = schemaRefName(current.$ref);
    if (hops === longestChain || name === undefined || !Object.hasOwn(document.components.schemas, name)) return {};
    const { $ref: _, ...beside } = current;
    current = { ...document.components.schemas[name], ...beside };
  }
  return current;
}
