import { fromEntries, isObject, type Json, type JsonObject } from "../json.ts";
import { markLike } from "../place.ts";
import { canonicalText } from "./canonical-text.ts";
import { compareNaturally } from "./compare-naturally.ts";
import { childrenOf, type Kind, mapDocument, type Visitors } from "./map-document.ts";
import { compareText } from "./page-order.ts";
import { parameterKey } from "./parameters-of.ts";

/** The keys that come first in each kind of object; the others follow in the order of code units. */
const firstKeys: { readonly [K in Kind]?: readonly string[] } = {
  document: ["openapi", "info", "x-docket-gateways", "paths", "components"],
  operation: [
    "operationId",
    "summary",
    "description",
    "externalDocs",
    "deprecated",
    "tags",
    "x-docket-gateways",
    "x-docket-queue",
  ],
  parameter: ["name", "in", "required", "description"],
  requestBody: ["description", "required", "content"],
  response: ["description", "headers", "content"],
  mediaType: ["schema", "example", "examples"],
  schema: ["$ref", "title", "description", "type", "enum", "default", "required", "properties"],
};

/** Keys whose list is a set: its order means nothing. */
const setKeys = new Set(["required", "enum", "type", "anyOf", "oneOf", "allOf", "tags", "security", "parameters"]);

/**
 * Puts everything whose order means nothing into one order, so that documents of equal meaning are equal byte by byte: keys, the members
 * of properties, paths and examples, and lists that are sets, `enum` and `parameters` among them.
 */
export function sortDocument(document: JsonObject): JsonObject {
  const kinds = Object.keys(childrenOf);
  const visitors: Visitors = Object.fromEntries(
    kinds.map((kind) => [kind, (node: JsonObject): JsonObject => sortNode(node, isKind(kind) ? kind : "schema")]),
  );
  return mapDocument(document, visitors);
}

function isKind(text: string): text is Kind {
  return Object.hasOwn(childrenOf, text);
}

function sortNode(node: JsonObject, kind: Kind): JsonObject {
  const first = firstKeys[kind] ?? [];
  const rank = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length);
  const keys = Object.keys(node).sort((one, other) => rank(one) - rank(other) || compareText(one, other));
  const entries = keys.flatMap((key): [string, Json][] => {
    const value = node[key];
    return value === undefined ? [] : [[key, sortMember(key, value, kind)]];
  });
  return markLike(fromEntries(entries), node);
}

function sortMember(key: string, value: Json, kind: Kind): Json {
  const child = childrenOf[kind].get(key);
  if (Array.isArray(value))
    return setKeys.has(key) ? sortSet(value, child === undefined) : sortList(value, child === undefined);
  if (!isObject(value)) return value;
  if (child === undefined) return sortValue(value);
  // Its members are visited on their own; here only their order counts.
  return child.shape === "map" ? sortKeys(value) : value;
}

function sortSet(values: readonly Json[], isData: boolean): Json {
  const sorted = isData ? values.map(sortValue) : [...values];
  return markLike(sorted.sort(compareMembers), values);
}

function sortList(values: readonly Json[], isData: boolean): Json {
  return isData ? values.map(sortValue) : values;
}

/** Numbers by size, also in and inside of strings; parameters by place and name; anything else by its text. */
function compareMembers(one: Json, other: Json): number {
  const [left, right] = [numberOf(one), numberOf(other)];
  if (left !== undefined && right !== undefined && left !== right) return left - right;
  if (typeof one === "string" && typeof other === "string") return compareNaturally(one, other);
  return compareText(textOf(one), textOf(other));
}

function numberOf(value: Json): number | undefined {
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const number = value === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function textOf(value: Json): string {
  if (typeof value === "string") return value;
  return isObject(value) ? (parameterKey(value) ?? canonicalText(value)) : canonicalText(value);
}

function sortKeys(object: JsonObject): JsonObject {
  const keys = Object.keys(object).sort(compareText);
  return markLike(fromEntries(keys.map((key) => [key, object[key]] as const)), object);
}

/** Sorts the keys of plain data, whatever its depth. */
function sortValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortValue);
  if (!isObject(value)) return value;
  const sorted = Object.keys(value).sort(compareText);
  return fromEntries(sorted.map((key) => [key, sortValue(value[key] ?? null)] as const));
}
