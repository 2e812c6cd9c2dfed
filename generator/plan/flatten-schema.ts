import type { Document, Schema } from "../document.ts";
import type { PlanBudget } from "./plan-budget.ts";
import { resolveSchema } from "./resolve-schema.ts";

/** Parts may run in a ring, through references. */
const deepest = 32;

/**
 * A schema whose own `$ref` and `allOf` have been merged into one object schema, as far as they are objects; alternatives
 * become `anyOf`. Parts below (properties, items) stay as they are.
 */
export function flattenSchema(schema: Schema, document: Document, budget: PlanBudget, depth = 0): Schema {
  const resolved = resolveSchema(schema, document);
  if (depth > deepest || !budget.grants(1)) return resolved;
  const parts = (resolved.allOf ?? []).map((part) => flattenSchema(part, document, budget, depth + 1));
  if (!parts.every(isObjectLike)) return resolved;
  const { allOf: _, oneOf, anyOf, ...own } = resolved;
  const merged = parts.reduce<Schema>((whole, part) => mergeObjects(whole, part, budget), own);
  // Alternatives that only demand fields (`oneOf: [{ required: […] }]`) say nothing that a type could.
  const alternatives = [...(oneOf ?? []), ...(anyOf ?? [])].filter(statesShape);
  return alternatives.length === 0 ? merged : withAlternatives(merged, alternatives, document, budget, depth);
}

/** The object schemas of which a flattened schema is one: its alternatives, or itself. */
export function alternativesOf(schema: Schema, document: Document, budget: PlanBudget): readonly Schema[] {
  return schema.anyOf === undefined
    ? [schema]
    : schema.anyOf.map((alternative) => flattenSchema(alternative, document, budget));
}

function withAlternatives(
  base: Schema,
  alternatives: readonly Schema[],
  document: Document,
  budget: PlanBudget,
  depth: number,
): Schema {
  // Without fields of its own the schema is just the list: references stay references, and types keep their names.
  if (base.properties === undefined) return { ...base, anyOf: alternatives };
  const merged = alternatives.map((alternative) =>
    mergeObjects(base, flattenSchema(alternative, document, budget, depth + 1), budget),
  );
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

function mergeObjects(a: Schema, b: Schema, budget: PlanBudget): Schema {
  if (!budget.grants(countProperties(a) + countProperties(b))) return a;
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

function countProperties({ properties }: Schema): number {
  return properties === undefined ? 0 : Object.keys(properties).length;
}

/** A property that several parts state: all of what they say, each once, however often it is merged. */
function mergeProperty(a: Schema, b: Schema): Schema {
  const parts = new Map([...partsOf(a), ...partsOf(b)].map((part) => [JSON.stringify(part), part]));
  return parts.size === 1 ? a : { allOf: [...parts.values()], ...pickTexts(b), ...pickTexts(a) };
}

/** The parts of a property that was merged before; any other is one part. */
function partsOf(schema: Schema): readonly Schema[] {
  const { allOf, description: _, default: __, ...rest } = schema;
  return allOf === undefined || Object.keys(rest).length > 0 ? [schema] : allOf;
}

function pickTexts({ description, default: value }: Schema): Schema {
  return { ...(description === undefined ? {} : { description }), ...(value === undefined ? {} : { default: value }) };
}
