import type { Schema } from "../document.ts";
import { resolveSchema, type Schemas } from "./check-body.ts";
import type { WireValue } from "./wire-value.ts";

/** Gives the value of a member that the caller knows better than its schema does; undefined where it does not. */
export type KnowsValue = (name: string, schema: Schema) => WireValue | undefined;

/** A value that fits a schema: its constant, default, example or first listed value, else the plainest of its type. */
export function sampleValue(schema: Schema, schemas: Schemas, knows: KnowsValue = () => undefined): WireValue {
  return sample(schema, "", { schemas, knows, depth: 0 });
}

interface Context {
  readonly schemas: Schemas;
  readonly knows: KnowsValue;
  readonly depth: number;
}

/** Follows references, takes the first alternative that is not null, and joins the members of `allOf`. */
export function flattenSchema(schema: Schema, schemas: Schemas, fuel = 16): Schema {
  const { $ref, anyOf, oneOf, allOf, ...own } = schema;
  const target = resolveSchema(schema, schemas);
  const chosen = (anyOf ?? oneOf)?.find(({ type }) => type !== "null");
  const parts = [target, chosen, ...(allOf ?? [])].filter((part) => part !== undefined);
  if (parts.length === 0 || fuel === 0) return own;
  return parts.map((part) => flattenSchema(part, schemas, fuel - 1)).reduce(joinSchemas, own);
}

function joinSchemas(left: Schema, right: Schema): Schema {
  return {
    ...right,
    ...left,
    ...(left.properties === undefined && right.properties === undefined
      ? {}
      : {
          properties: Object.fromEntries([
            ...Object.entries(right.properties ?? {}),
            ...Object.entries(left.properties ?? {}),
          ]),
        }),
  };
}

function sample(schema: Schema, name: string, context: Context): WireValue {
  const flat = flattenSchema(schema, context.schemas);
  const known = context.knows(name, flat);
  if (known !== undefined) return known;
  const stated = flat.const ?? flat.default ?? flat.examples?.[0] ?? flat.enum?.[0];
  return stated === undefined ? samplePlain(flat, context) : stated;
}

function samplePlain(schema: Schema, context: Context): WireValue {
  const type = typeof schema.type === "string" ? schema.type : schema.type?.find((name) => name !== "null");
  switch (type ?? (schema.properties === undefined ? "null" : "object")) {
    case "object":
      return sampleObject(schema, context);
    case "array":
      return sampleArray(schema, context);
    case "string":
      return "string".padEnd(Math.min(schema.minLength ?? 0, 10_000), "-").slice(0, schema.maxLength);
    case "integer":
    case "number":
      return sampleNumber(schema);
    case "boolean":
      return false;
    case "null":
      return null;
  }
}

function sampleObject(schema: Schema, context: Context): WireValue {
  if (context.depth > 8) return {};
  const inner = { ...context, depth: context.depth + 1 };
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, part]) => [name, sample(part, name, inner)]),
  );
}

function sampleArray(schema: Schema, context: Context): WireValue {
  if (context.depth > 8 || typeof schema.items !== "object") return [];
  const item = sample(schema.items, "", { ...context, depth: context.depth + 1 });
  return Array.from({ length: Math.min(8, schema.minItems ?? 1) }, () => item);
}

function sampleNumber({ minimum, exclusiveMinimum, maximum, type }: Schema): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + (type === "integer" ? 1 : 0.5));
  return maximum === undefined ? least : Math.min(least, maximum);
}
