import type { Document, Schema } from "../document.ts";
import { isObject, type Json } from "../json.ts";
import type { PlannedField } from "../plan.ts";
import { originOf } from "./origin-of.ts";
import { resolveSchema } from "./resolve-schema.ts";

const limitKeywords = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
] as const;

/** The numeric limits of a field's own schema; what is no finite number is no limit. */
export function planLimits(schema: Schema): PlannedField["limits"] {
  return limitKeywords.flatMap((keyword) => {
    const value: unknown = schema[keyword];
    if (typeof value !== "number" || !Number.isFinite(value)) return [];
    return { keyword, value, origin: originOf(schema, keyword) };
  });
}

/** The JSON types that a field takes; empty when it takes anything. */
export function planTypes(schema: Schema, document: Document): readonly string[] {
  const types = typesOf(schema, document, 0);
  return types === undefined ? [] : [...types].sort();
}

/** The values that a field is known to take, where its own schema lists them. */
export function planValues(schema: Schema, document: Document): PlannedField["values"] {
  if (schema.enum !== undefined) {
    const origin = originOf(schema, "enum");
    return { list: distinct(schema.enum), origin, open: origin === "prose" };
  }
  if (schema.const !== undefined) return { list: [schema.const], origin: originOf(schema, "const"), open: false };
  const lists = alternatives(schema, document).map(({ enum: list }) => list ?? []);
  const list = distinct(lists.flat());
  return list.length === 0 ? undefined : { list, origin: "schema", open: true };
}

function typesOf(schema: Schema, document: Document, depth: number): ReadonlySet<string> | undefined {
  if (depth > 16) return undefined;
  if (schema.type !== undefined) return new Set([schema.type].flat());
  if (schema.const !== undefined) return new Set([typeOf(schema.const)]);
  if (schema.enum !== undefined) return new Set(schema.enum.map(typeOf));
  const kinds = alternatives(schema, document).map((alternative) => typesOf(alternative, document, depth + 1));
  const known = kinds.filter((kind) => kind !== undefined);
  if (kinds.length === 0 || known.length < kinds.length) return undefined;
  return new Set(known.flatMap((kind) => [...kind]));
}

function alternatives(schema: Schema, document: Document): readonly Schema[] {
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((alternative) => resolveSchema(alternative, document));
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return isObject(value) ? "object" : typeof value;
}

/** Each value once; values of different types differ (`1` and `"1"`). */
function distinct(values: readonly Json[]): readonly Json[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
