import { arrayMember, isObject, type Json, type JsonObject, member, stringMember } from "../../json.ts";
import { findReference } from "../reference.ts";
import { type MinedKeyword, type MinedKeywords, minedKeywords } from "./mined-prose.ts";

/** What a schema says of itself, as the miner has to know it. */
export interface DescribedSchema {
  readonly type: string | readonly string[] | null;
  readonly declared: MinedKeywords;
  /** Keywords that prose may add: no bound to a composed schema, no value range to a text. */
  readonly mayAdd: (keyword: MinedKeyword) => boolean;
}

const compositions: readonly string[] = ["anyOf", "oneOf", "allOf", "not", "if"];
const valueBounds: ReadonlySet<MinedKeyword> = new Set(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]);
const maxReferences = 10;

/** Reads the type and the keywords of a schema; of a reference, those of its target. */
export function describeSchema(schema: JsonObject, document: JsonObject): DescribedSchema {
  const target = followReference(schema, document);
  const type = typeOf(target) ?? null;
  const isComposed = target !== schema || compositions.some((key) => Object.hasOwn(target, key));
  const isText = typeof type === "string" ? type === "string" : type?.includes("string") === true;
  return {
    type,
    declared: { ...declaredIn(target), ...declaredIn(schema) },
    mayAdd: (keyword) => (isComposed ? keyword === "default" : !(isText && valueBounds.has(keyword))),
  };
}

function followReference(schema: JsonObject, document: JsonObject): JsonObject {
  let target = schema;
  for (let steps = 0; steps < maxReferences; steps++) {
    const reference = stringMember(target, "$ref");
    const found = reference?.startsWith("#") ? findReference(document, reference)?.value : undefined;
    if (!isObject(found)) return target;
    target = found;
  }
  return target;
}

function typeOf(schema: JsonObject): string | readonly string[] | undefined {
  const type = member(schema, "type");
  if (typeof type === "string") return type;
  const names = arrayMember(schema, "type").filter((name) => typeof name === "string");
  if (names.length > 0) return names;
  if (Object.hasOwn(schema, "properties") || Object.hasOwn(schema, "additionalProperties")) return "object";
  if (Object.hasOwn(schema, "items")) return "array";
  return typeOfValue(arrayMember(schema, "enum")[0]);
}

function typeOfValue(value: Json | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? typeof value
    : undefined;
}

function declaredIn(schema: JsonObject): MinedKeywords {
  const declared = minedKeywords.flatMap((keyword): [MinedKeyword, Json][] => {
    const value = member(schema, keyword);
    return value === undefined || value === null ? [] : [[keyword, value]];
  });
  return Object.fromEntries(declared);
}
