import type { Document, Schema, TypeName } from "../document.ts";
import { isObject, type Json } from "../json.ts";
import { originOf } from "./origin-of.ts";
import { resolveSchema } from "./resolve-schema.ts";

/** Schemas may run in a ring; what is not looked at is believed. */
const deepest = 32;

/** Whether a value has the type that a schema becomes: types, known values and members count; ranges and patterns do not. */
export function fitsSchema(value: Json, schema: Schema, document: Document, depth = 0): boolean {
  const resolved = resolveSchema(schema, document);
  if (depth > deepest) return true;
  const fits = (part: Schema): boolean => fitsSchema(value, part, document, depth + 1);
  return (
    fitsType(value, resolved) &&
    fitsValues(value, resolved) &&
    fitsMembers(value, resolved, document, depth) &&
    fitsItems(value, resolved, document, depth) &&
    (resolved.allOf ?? []).every(fits) &&
    (resolved.anyOf?.some(fits) ?? true) &&
    (resolved.oneOf?.some(fits) ?? true)
  );
}

function fitsType(value: Json, schema: Schema): boolean {
  if (schema.type === undefined) return true;
  return [schema.type].flat().some((type) => isOfType(value, type));
}

function isOfType(value: Json, type: TypeName): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "integer":
      return Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function fitsValues(value: Json, schema: Schema): boolean {
  const text = JSON.stringify(value);
  if (schema.const !== undefined) return JSON.stringify(schema.const) === text;
  if (schema.enum === undefined || originOf(schema, "enum") === "prose") return true;
  return schema.enum.some((known) => JSON.stringify(known) === text);
}

function fitsMembers(value: Json, schema: Schema, document: Document, depth: number): boolean {
  if (!isObject(value) || Array.isArray(value)) return true;
  if (schema.required?.some((name) => !Object.hasOwn(value, name)) === true) return false;
  const properties = schema.properties ?? {};
  return Object.entries(value).every(([name, member]) => {
    if (Object.hasOwn(properties, name)) return fitsSchema(member ?? null, properties[name] ?? {}, document, depth + 1);
    if (typeof schema.additionalProperties !== "object") return schema.additionalProperties !== false;
    return fitsSchema(member ?? null, schema.additionalProperties, document, depth + 1);
  });
}

function fitsItems(value: Json, schema: Schema, document: Document, depth: number): boolean {
  if (!Array.isArray(value)) return true;
  const prefix = schema.prefixItems ?? [];
  if (value.length < prefix.length) return false;
  return value.every((item, at) => {
    const expected = prefix[at] ?? (typeof schema.items === "object" ? schema.items : {});
    return fitsSchema(item, expected, document, depth + 1);
  });
}
