import { arrayMember, fromEntries, isObject, type Json, type JsonObject, member, objectMember } from "../json.ts";
import { annotations } from "./annotations.ts";
import { canonicalText } from "./canonical-text.ts";
import { typesOf } from "./fit-value.ts";
import { originKey, originOf, type Standing, strongerOrigin, withOrigins } from "./origin.ts";
import { type Bound, looserBound } from "./union-bounds.ts";
import type { UnionContext } from "./union-context.ts";

/** A keyword of the union, with where it came from. */
interface Merged {
  readonly keyword: string;
  readonly value: Json;
  readonly origin: Standing;
}

/** Bounds, each with the keyword that says the same exclusively; the lower ones first. */
const lower = [
  ["minimum", "exclusiveMinimum"],
  ["minLength"],
  ["minItems"],
  ["minProperties"],
  ["minContains"],
] as const;
const upper = [
  ["maximum", "exclusiveMaximum"],
  ["maxLength"],
  ["maxItems"],
  ["maxProperties"],
  ["maxContains"],
] as const;
const special = new Set<string>([
  ...["type", "enum", "properties", "required", "items", "additionalProperties", originKey],
  ...lower.flat(),
  ...upper.flat(),
]);

/** The union of two schemas of the same type, keyword by keyword. */
export function unionKeywords(one: JsonObject, other: JsonObject, context: UnionContext): JsonObject {
  const merged: readonly (Merged | undefined)[] = [
    unionType(one, other),
    unionEnum(one, other, context),
    ...lower.map((keywords) => looserBound(one, other, keywords, "lower", context)).map(asMerged),
    ...upper.map((keywords) => looserBound(one, other, keywords, "upper", context)).map(asMerged),
    unionProperties(one, other, context),
    unionRequired(one, other, context),
    unionItems(one, other, context),
    unionAdditional(one, other, context),
    ...unionOthers(one, other),
  ];
  const kept = merged.filter((entry) => entry !== undefined);
  const schema = fromEntries(kept.map(({ keyword, value }) => [keyword, value] as const));
  return withOrigins(schema, new Map(kept.map(({ keyword, origin }) => [keyword, origin])));
}

function asMerged(bound: Bound | undefined): Merged | undefined {
  return bound;
}

function unionType(one: JsonObject, other: JsonObject): Merged | undefined {
  const types = new Set([...(typesOf(one) ?? []), ...(typesOf(other) ?? [])]);
  if (types.has("number")) types.delete("integer");
  const [first, ...rest] = types;
  if (first === undefined) return undefined;
  return { keyword: "type", value: rest.length === 0 ? first : [...types], origin: typeOrigin(one, other) };
}

function typeOrigin(one: JsonObject, other: JsonObject): Standing {
  return strongerOrigin(originOf(one, "type"), originOf(other, "type"));
}

/** A list that only one side has stays as known values, open to others. */
function unionEnum(one: JsonObject, other: JsonObject, context: UnionContext): Merged | undefined {
  const lists = [one, other].filter((schema) => Array.isArray(member(schema, "enum")));
  if (lists.length === 0) return undefined;
  const values = new Map(
    lists.flatMap((schema) => arrayMember(schema, "enum")).map((value) => [canonicalText(value), value]),
  );
  const isEqual = lists.every((schema) => arrayMember(schema, "enum").length === values.size);
  if (!isEqual) context.differ(context.path, "enum");
  return { keyword: "enum", value: [...values.values()], origin: enumOrigin(lists, isEqual ? "equal" : "different") };
}

/** Of lists that differ an open one opens both; of equal ones the closed one counts. */
function enumOrigin(lists: readonly JsonObject[], state: "equal" | "different"): Standing {
  const origins = lists.map((schema) => originOf(schema, "enum"));
  if (lists.length < 2 || origins.includes("partial")) return "partial";
  return state === "different" && origins.includes("prose") ? "prose" : origins.reduce(strongerOrigin);
}

function unionProperties(one: JsonObject, other: JsonObject, context: UnionContext): Merged | undefined {
  const left = objectMember(one, "properties");
  const right = objectMember(other, "properties");
  if (left === undefined && right === undefined) return undefined;
  const properties = new Map<string, Json | undefined>(Object.entries(left ?? {}));
  for (const [name, schema] of Object.entries(right ?? {})) {
    const known = properties.get(name);
    if (isObject(known) && isObject(schema)) {
      properties.set(name, context.union(known, schema, { ...context, path: [...context.path, name] }));
    } else {
      properties.set(name, schema);
    }
  }
  const unlike = [...properties.keys()].filter((name) => !hasProperty(left, name) || !hasProperty(right, name));
  for (const name of unlike) context.differ([...context.path, name], "presence");
  return { keyword: "properties", value: fromEntries(properties), origin: "schema" };
}

function hasProperty(properties: JsonObject | undefined, name: string): boolean {
  return properties !== undefined && Object.hasOwn(properties, name);
}

function unionRequired(one: JsonObject, other: JsonObject, context: UnionContext): Merged | undefined {
  const left = arrayMember(one, "required");
  const right = arrayMember(other, "required");
  // An example shows what was there once, and makes no claim about what is always there.
  const common = new Set(right);
  const both = isInferred(one) ? right : isInferred(other) ? left : left.filter((name) => common.has(name));
  if (both.length < Math.max(left.length, right.length)) context.differ(context.path, "required");
  return both.length === 0 ? undefined : { keyword: "required", value: both, origin: "schema" };
}

function isInferred(schema: JsonObject): boolean {
  return originOf(schema, "type") === "prose";
}

function unionItems(one: JsonObject, other: JsonObject, context: UnionContext): Merged | undefined {
  const left = member(one, "items");
  const right = member(other, "items");
  if (left === undefined || right === undefined) return keep("items", left ?? right);
  if (!isObject(left) || !isObject(right)) return left === right ? keep("items", left) : undefined;
  return keep("items", context.union(left, right, { ...context, path: [...context.path, "[]"] }));
}

/** Other properties are refused only if both refuse them, and typed only if both type them. */
function unionAdditional(one: JsonObject, other: JsonObject, context: UnionContext): Merged | undefined {
  const keyword = "additionalProperties";
  const left = member(one, keyword);
  const right = member(other, keyword);
  if (left === undefined || right === undefined) return undefined;
  if (isObject(left) && isObject(right)) {
    return keep(keyword, context.union(left, right, { ...context, path: [...context.path, "*"] }));
  }
  if (left === false) return keep(keyword, right);
  return keep(keyword, right === false ? left : true);
}

/** Any other constraint holds for the union only if both sides state it alike; a `format` is a hint and stays. */
function unionOthers(one: JsonObject, other: JsonObject): readonly (Merged | undefined)[] {
  const keywords = new Set(
    [...Object.keys(one), ...Object.keys(other)].filter((key) => !special.has(key) && !annotations.has(key)),
  );
  return [...keywords].map((keyword) => {
    const left = member(one, keyword);
    const right = member(other, keyword);
    const isHint = keyword === "format" && (left === undefined || right === undefined);
    const isEqual = left !== undefined && right !== undefined && canonicalText(left) === canonicalText(right);
    return isHint || isEqual ? keep(keyword, left ?? right) : undefined;
  });
}

function keep(keyword: string, value: Json | undefined): Merged | undefined {
  return value === undefined ? undefined : { keyword, value, origin: "schema" };
}
