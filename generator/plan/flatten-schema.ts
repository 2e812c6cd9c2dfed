import type { Document, Schema } from "../document.ts";
import { resolveSchema } from "./resolve-schema.ts";

const deepest = 32;

/**
 * A schema whose own `$ref` and `allOf` have been merged into one object schema, as far as they are objects; alternatives
 * become `anyOf`. Parts below (properties, items) stay as they are.
 */
export function flattenSchema(schema: Schema, document: Document, depth = 0): Schema {
  const resolved = resolveSchema(schema, document);
  if (depth > deepest) return resolved;
  const parts = (resolved.allOf ?? []).map((part) => flattenSchema(part, document, depth + 1));
  if (!parts.every(isObjectLike)) return resolved;
  const { allOf: _, oneOf, anyOf, ...own } = resolved;
  const merged = parts.reduce<Schema>(mergeObjects, own);
  // Alternatives that only demand fields (`oneOf: [{ required: […] }]`) say nothing that a type could.
  const alternatives = [...(oneOf ?? []), ...(anyOf ?? [])].filter(statesShape);
  return alternatives.length === 0 ? merged : withAlternatives(merged, alternatives, document, depth);
}

/** The object schemas of which a flattened schema is one: its alternatives, or itself. */
export function alternativesOf(schema: Schema, document: Document): readonly Schema[] {
  return schema.anyOf === undefined
    ? [schema]
    : schema.anyOf.map((alternative) => flattenSchema(alternative, document));
}

function withAlternatives(base: Schema, alternatives: readonly Schema[], document: Document, depth: number): Schema {
  // Without fields of its own the schema is just the list: references stay references, and types keep their names.
  if (base.properties === undefined) return { ...base, anyOf: alternatives };
  const merged = alternatives.map((alternative) => mergeObjects(base, flattenSchema(alternative, document, depth + 1)));
  return { ...(base.description === undefined ? {} : { description: base.description }), anyOf: merged };
}

function isObjectLike(schema: Schema): boolean {
  return (
    schema.type === "object" || (schema.type === undefined && schema.enum === undefined && schema.const === undefined)
  );
}

function statesShape({ required: _, description: __, title: ___, ...rest }: Schema): boolean {
  return Object.keys(rest).some((keyword) => keyword !== "type" || rest.type !== "object");
}

function mergeObjects(a: Schema, b: Schema): Schema {
  const properties = new Map(Object.entries(a.properties ?? {}));
  for (const [name, schema] of Object.entries(b.properties ?? {})) {
    const known = properties.get(name);
    properties.set(name, known === undefined ? schema : mergeProperty(known, schema));
  }
  const required = [...new Set([...(a.required ?? []), ...(b.required ?? [])])];
  return {
    ...b,
    ...a,
    type: "object",
    ...(properties.size === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(required.length === 0 ? {} : { required }),
  };
}

function mergeProperty(a: Schema, b: Schema): Schema {
  return JSON.stringify(a) === JSON.stringify(b) ? a : { allOf: [a, b], ...pickTexts(b), ...pickTexts(a) };
}

function pickTexts({ description, default: value }: Schema): Schema {
  return { ...(description === undefined ? {} : { description }), ...(value === undefined ? {} : { default: value }) };
}
