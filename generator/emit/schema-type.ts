import type { Schema, TypeName } from "../document.ts";
import { schemaRefName } from "../schema-ref.ts";
import { fieldDoc } from "./field-doc.ts";
import { enumType, valueType } from "./literal-type.ts";
import type { ArrayAccess, MemberStructure, ObjectType, TypeStructure } from "./module-structure.ts";
import { intersectionOf, never, nullType, unionOf, unknown } from "./type-algebra.ts";
import type { TypeNames } from "./type-names.ts";
import { isWideInteger } from "./wide-integer.ts";

/** How schemas become types in one module. */
export interface TypeScope {
  readonly typeNames: TypeNames;
  readonly access: ArrayAccess;
}

/** Types are made by recursion: what nests deeper is `unknown`. */
const deepest = 64;

/** The type of the values that a schema describes; `name` is that of the field it describes, if any. */
export function schemaType(schema: Schema, scope: TypeScope, name = "", depth = 0): TypeStructure {
  if (depth > deepest) return unknown;
  if (schema.$ref !== undefined) return referenceType(schema.$ref, scope);
  if (schema.not !== undefined && Object.keys(schema.not).length === 0) return never;
  if (schema.const !== undefined) return valueType(schema.const);
  if (schema.enum !== undefined && schema.enum.length > 0) return enumType(schema, schema.enum);
  const composed = compositionTypes(schema, scope, name, depth);
  const types = schema.type === undefined ? impliedTypes(schema) : [schema.type].flat();
  if (types.length === 0) return intersectionOf(composed);
  // A union beside fields narrows them; a union of other things beside the word `object` stands alone.
  const own = unionOf(types.map((type) => ownType(type, schema, scope, name, depth)));
  return saysNothing(schema, types) && composed.length > 0
    ? intersectionOf(composed)
    : intersectionOf([own, ...composed]);
}

/** The object type of an object schema's own properties. */
export function objectType(schema: Schema, scope: TypeScope, depth = 0): ObjectType {
  const members = Object.entries(schema.properties ?? {}).map(([name, property]): MemberStructure => {
    const optional = schema.required?.includes(name) !== true;
    return { name, optional, doc: fieldDoc(property), type: schemaType(property, scope, name, depth + 1) };
  });
  const index = indexType(schema, scope, depth);
  return { kind: "object", members, ...(index === undefined ? {} : { index }) };
}

function referenceType(ref: string, { typeNames }: TypeScope): TypeStructure {
  const name = typeNames.get(schemaRefName(ref) ?? "");
  return name === undefined ? unknown : { kind: "reference", name };
}

function compositionTypes(schema: Schema, scope: TypeScope, name: string, depth: number): readonly TypeStructure[] {
  const typeOf = (part: Schema): TypeStructure => schemaType(part, scope, name, depth + 1);
  const types = [
    ...(schema.allOf ?? []).map(typeOf),
    ...(schema.anyOf === undefined ? [] : [unionOf(schema.anyOf.map(typeOf))]),
    ...(schema.oneOf === undefined ? [] : [unionOf(schema.oneOf.map(typeOf))]),
  ];
  return types.filter((type) => type !== unknown);
}

/** The type that keywords give away where the schema does not name it. */
function impliedTypes(schema: Schema): readonly TypeName[] {
  if (schema.properties !== undefined || typeof schema.additionalProperties === "object") return ["object"];
  return schema.items !== undefined || schema.prefixItems !== undefined ? ["array"] : [];
}

/** Whether the schema's own keywords add nothing to what its parts say of the type. */
function saysNothing(schema: Schema, types: readonly TypeName[]): boolean {
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return false;
  return schema.items === undefined && schema.prefixItems === undefined && !types.includes("null");
}

function ownType(type: TypeName, schema: Schema, scope: TypeScope, name: string, depth: number): TypeStructure {
  switch (type) {
    case "null":
      return nullType;
    case "integer":
      return isWideInteger(schema, name) ? unionOf([keyword("number"), keyword("bigint")]) : keyword("number");
    case "array":
      return arrayType(schema, scope, depth);
    case "object":
      return objectType(schema, scope, depth);
    default:
      return keyword(type);
  }
}

function keyword(name: "string" | "number" | "boolean" | "bigint"): TypeStructure {
  return { kind: "keyword", name };
}

function arrayType(schema: Schema, scope: TypeScope, depth: number): TypeStructure {
  const { access } = scope;
  const typeOf = (item: Schema | boolean): TypeStructure =>
    typeof item === "object" ? schemaType(item, scope, "", depth + 1) : item ? unknown : never;
  const element = typeOf(schema.items ?? true);
  if (schema.prefixItems === undefined) return { kind: "array", element, access };
  const elements = schema.prefixItems.map(typeOf);
  return { kind: "tuple", elements, access, ...(schema.items === false ? {} : { rest: element }) };
}

/** The type of members beyond the named ones; beside named ones it must hold them too, so it says nothing. */
function indexType(schema: Schema, scope: TypeScope, depth: number): TypeStructure | undefined {
  const { additionalProperties: more, patternProperties: patterns } = schema;
  const named = Object.keys(schema.properties ?? {}).length > 0;
  if (named) return (more ?? false) !== false || patterns !== undefined ? unknown : undefined;
  const types = Object.values(patterns ?? {}).map((part) => schemaType(part, scope, "", depth + 1));
  if (more === false) return types.length === 0 ? never : unionOf(types);
  if (typeof more === "object") return unionOf([...types, schemaType(more, scope, "", depth + 1)]);
  return more === undefined && types.length > 0 ? unionOf(types) : unknown;
}
