import type { Schema } from "../document.ts";
import { isObject } from "../json.ts";
import { type BareObject, bare, mapBare } from "./bare-object.ts";
import { type BytesUse, isBytesSchema, isUnsaidFile } from "./find-bytes.ts";
import { guardPercent } from "./percent-guard.ts";
import type { ChainEnd } from "./resolve-chains.ts";
import { commentSafe, commentSafeValue } from "./text/comment-safe.ts";

/** The key under which a schema for openapi-typescript holds values that are known, while others may pass. */
export const openValues = "x-docket-open-values";

/** The key under which a schema for openapi-typescript says that its strings are bytes, and how those are passed. */
export const bytesUse = "x-docket-bytes";

/** What the copy of a schema depends on beside the schema. */
export interface SchemaPlace {
  readonly chainEnd: ChainEnd;
  /** How strings of bytes are passed here. */
  readonly bytes: BytesUse;
}

/** openapi-typescript recurses: what nests deeper is any value. */
const deepest = 64;

/** A copy of a schema for openapi-typescript, see `prepareForPaths`. */
export function prepareSchema(schema: unknown, place: SchemaPlace, depth = 0): BareObject {
  if (!isObject(schema) || depth > deepest) return bare({});
  const source: Schema = schema;
  const { title, description, $ref } = source;
  if ($ref !== undefined) {
    return bare({ title: commentSafe(title), description: commentSafe(description), $ref: place.chainEnd($ref) });
  }
  const copy: Record<string, unknown> = Object.create(null);
  for (const [keyword, value] of Object.entries(source)) {
    const prepared = prepareKeyword(keyword, value, place, depth + 1);
    if (prepared !== undefined) copy[keyword] = prepared;
  }
  if (place.bytes !== "none" && isBytesSchema(source))
    return bare({ ...copy, type: copy.type ?? "string", [bytesUse]: place.bytes });
  return openLists(listOfValues(copy), source);
}

/** openapi-typescript takes the values that an object may have for schemas; where a list stands, it says what the type is. */
function listOfValues(copy: Record<string, unknown>): Record<string, unknown> {
  if (copy.enum === undefined || ![copy.type].flat().includes("object")) return copy;
  delete copy[copy.properties === undefined ? "type" : "enum"];
  return copy;
}

function prepareKeyword(keyword: string, value: unknown, place: SchemaPlace, depth: number): unknown {
  switch (keyword) {
    case "type":
    case "deprecated":
    case "readOnly":
    case "writeOnly":
      return value;
    case "const":
    case "enum":
      return looksLikeSchema(value) ? undefined : value;
    case "required":
      return Array.isArray(value) ? value.map(String).map(guardPercent) : undefined;
    case "title":
    case "description":
    case "format":
      return commentSafe(value);
    case "default":
    case "example":
      return commentSafeValue(value);
    case "examples":
      return Array.isArray(value) ? value.map(commentSafeValue) : undefined;
    case "discriminator":
      return prepareDiscriminator(value, place.chainEnd);
    default:
      return prepareParts(keyword, value, (part, name) => {
        const prepared = prepareSchema(part, place, depth);
        const isFile = place.bytes === "blob" && name !== undefined && isUnsaidFile(part, name);
        return isFile ? bare({ ...prepared, [bytesUse]: "either" }) : prepared;
      });
  }
}

/** openapi-typescript searches the whole document for discriminators and trips over values that look like schemas with one. */
function looksLikeSchema(value: unknown): boolean {
  if (typeof value !== "object" || (Array.isArray(value) && !value.some((item) => typeof item === "object")))
    return false;
  return /"(?:allOf|oneOf|discriminator)":/.test(JSON.stringify(value));
}

/** Keywords that hold schemas; all others mean nothing to openapi-typescript. */
function prepareParts(keyword: string, value: unknown, prepare: (part: unknown, name?: string) => BareObject): unknown {
  switch (keyword) {
    case "properties":
    case "patternProperties":
      return isObject(value) ? mapBare(value, prepare) : undefined;
    case "additionalProperties":
    case "items":
      return typeof value === "boolean" ? value : prepare(value);
    case "prefixItems":
    case "allOf":
      return Array.isArray(value) ? value.map((part) => prepare(part)) : undefined;
    case "anyOf":
    case "oneOf":
      return Array.isArray(value) ? openAlternatives(value).map((part) => prepare(part)) : undefined;
    default:
      return undefined;
  }
}

/** Known values mined from prose move to a key that the `transform` hook reads; it is only asked where there is a type. */
function openLists(
  copy: Record<string, unknown>,
  { enum: values, type, "x-docket-origin": origins }: Schema,
): BareObject {
  if (values === undefined || origins?.enum !== "prose") return copy;
  delete copy.enum;
  copy[openValues] = values;
  copy.type = type ?? [...new Set(values.map((value) => typeof value))];
  return copy;
}

/** Beside an alternative that lists strings, plain `string` becomes `(string & {})`, so that editors offer the list. */
function openAlternatives(alternatives: readonly unknown[]): readonly unknown[] {
  if (!alternatives.some(listsStrings)) return alternatives;
  return alternatives.map((alternative) =>
    isObject(alternative) && alternative.type === "string" && alternative.enum === undefined
      ? { ...alternative, enum: [], "x-docket-origin": { enum: "prose" } }
      : alternative,
  );
}

function listsStrings(schema: unknown): boolean {
  const list = isObject(schema) ? schema.enum : undefined;
  return Array.isArray(list) && list.some((value) => typeof value === "string");
}

function prepareDiscriminator(value: unknown, chainEnd: ChainEnd): BareObject | undefined {
  if (!isObject(value) || typeof value.propertyName !== "string") return undefined;
  const mapping = Object.entries(isObject(value.mapping) ? value.mapping : {}).flatMap(([name, ref]) => {
    const end = typeof ref === "string" ? chainEnd(ref) : undefined;
    return end === undefined ? [] : [[name, end] as const];
  });
  return bare({ propertyName: guardPercent(value.propertyName), mapping: bare(Object.fromEntries(mapping)) });
}
