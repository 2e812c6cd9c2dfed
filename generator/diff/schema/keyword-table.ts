import type { Json } from "../../json.ts";
import { isObject } from "../../json.ts";
import { canonical } from "../canonical.ts";
import type { Relation } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import { compareFormats } from "./compare-formats.ts";

/** The kinds of values a keyword says something about; `any` keywords speak of all of them. */
export type Family = "number" | "string" | "array" | "object" | "any";

/** A keyword whose value alone says what it allows. Keywords that hold schemas are in schema-keywords.ts. */
export interface Keyword {
  readonly rule: RuleId;
  readonly family: Family;
  /** Whether this value says as much as leaving the keyword out. */
  readonly idle: (value: Json) => boolean;
  /** The value that stands for both when a schema and its `allOf` parts each have one. */
  readonly merge: (one: Json, other: Json) => Json;
  /** What the head allows compared with the base; `undefined` is the keyword left out. */
  readonly compare: (base: Json | undefined, head: Json | undefined) => Relation;
}

const upper = (rule: RuleId, family: Family): Keyword => ({
  rule,
  family,
  idle: (value) => typeof value !== "number",
  merge: (one, other) => Math.min(Number(one), Number(other)),
  compare: whenBoth((base, head) => (Number(head) < Number(base) ? "narrower" : "wider")),
});

const lower = (rule: RuleId, family: Family, none: number): Keyword => ({
  rule,
  family,
  idle: (value) => typeof value !== "number" || value <= none,
  merge: (one, other) => Math.max(Number(one), Number(other)),
  compare: whenBoth((base, head) => (Number(head) > Number(base) ? "narrower" : "wider")),
});

/**
 * The keyword table: one row for each keyword that compares by its value. Request and response, narrowing and widening
 * follow from it: a narrower request and a wider response break, and what cannot be ordered breaks both.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
export const keywordTable: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  [
    "maximum",
    { ...upper("maximum-changed", "number"), idle: isNoBound, merge: lowest, compare: whenBoth(ofUpperBounds) },
  ],
  [
    "minimum",
    { ...lower("minimum-changed", "number", 0), idle: isNoBound, merge: highest, compare: whenBoth(ofLowerBounds) },
  ],
  [
    "multipleOf",
    { rule: "multiple-of-changed", family: "number", idle: isNoNumber, merge: asList, compare: whenBoth(ofMultiples) },
  ],
  ["maxLength", upper("max-length-changed", "string")],
  ["minLength", lower("min-length-changed", "string", 0)],
  [
    "pattern",
    { rule: "pattern-changed", family: "string", idle: matchesAll, merge: asList, compare: whenBoth(unordered) },
  ],
  [
    "format",
    { rule: "format-changed", family: "any", idle: isNoString, merge: asList, compare: whenBoth(compareFormats) },
  ],
  [
    "contentEncoding",
    { rule: "content-encoding-changed", family: "string", idle: isNoString, merge: asList, compare: eitherWay },
  ],
  [
    "contentMediaType",
    { rule: "content-media-type-changed", family: "string", idle: isNoString, merge: asList, compare: eitherWay },
  ],
  ["maxItems", upper("max-items-changed", "array")],
  ["minItems", lower("min-items-changed", "array", 0)],
  [
    "uniqueItems",
    {
      rule: "unique-items-changed",
      family: "array",
      idle: (value) => value !== true,
      merge: () => true,
      compare: whenBoth(unordered),
    },
  ],
  ["maxContains", upper("max-contains-changed", "array")],
  // `contains` alone asks for one item.
  ["minContains", { ...lower("min-contains-changed", "array", -1), compare: ofLeastContained }],
  ["maxProperties", upper("max-properties-changed", "object")],
  ["minProperties", lower("min-properties-changed", "object", 0)],
  [
    "dependentRequired",
    {
      rule: "dependent-required-changed",
      family: "object",
      idle: isNoDependency,
      merge: mergeLists,
      compare: ofDependencies,
    },
  ],
  [
    "x-extensible-enum",
    {
      rule: "extensible-enum-values-removed",
      family: "any",
      idle: (value) => !Array.isArray(value),
      merge: (one, other) => [one, other].flat(),
      compare: ofExtensible,
    },
  ],
]);

/** The rule of thumb for optional keywords: added narrows, removed widens, equal is equal; `both` orders the rest. */
function whenBoth(both: (base: Json, head: Json) => Relation): Keyword["compare"] {
  return (base, head) => {
    if (base === undefined) return head === undefined ? "equal" : "narrower";
    if (head === undefined) return "wider";
    return canonical(base) === canonical(head) ? "equal" : both(base, head);
  };
}

/** Keywords that say how to read a value: with one more or less, values are other values. */
function eitherWay(base: Json | undefined, head: Json | undefined): Relation {
  return canonical(base) === canonical(head) ? "equal" : "incomparable";
}

function unordered(): Relation {
  return "incomparable";
}

/** Bounds are `[value, exclusive]`: the tighter of two is the one that stands. */
function lowest(one: Json, other: Json): Json {
  return ofUpperBounds(one, other) === "narrower" ? other : one;
}

function highest(one: Json, other: Json): Json {
  return ofLowerBounds(one, other) === "narrower" ? other : one;
}

function ofUpperBounds(base: Json, head: Json): Relation {
  const [from, to] = [boundOf(base), boundOf(head)];
  if (from.value !== to.value) return to.value < from.value ? "narrower" : "wider";
  return to.exclusive ? "narrower" : "wider";
}

function ofLowerBounds(base: Json, head: Json): Relation {
  const [from, to] = [boundOf(base), boundOf(head)];
  if (from.value !== to.value) return to.value > from.value ? "narrower" : "wider";
  return to.exclusive ? "narrower" : "wider";
}

function boundOf(bound: Json): { readonly value: number; readonly exclusive: boolean } {
  return Array.isArray(bound)
    ? { value: Number(bound[0]), exclusive: bound[1] === true }
    : { value: Number(bound), exclusive: false };
}

function ofMultiples(base: Json, head: Json): Relation {
  if (typeof base !== "number" || typeof head !== "number") return "incomparable";
  if (isWhole(head / base)) return "narrower";
  return isWhole(base / head) ? "wider" : "incomparable";
}

/** Decimal steps such as 0.3 / 0.1 are whole but for the last bits. */
function isWhole(quotient: number): boolean {
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

function ofLeastContained(base: Json | undefined, head: Json | undefined): Relation {
  const [from, to] = [base ?? 1, head ?? 1].map(Number);
  if (from === undefined || to === undefined || from === to) return "equal";
  return to > from ? "narrower" : "wider";
}

/** A new or gone dependency narrows or widens; a list that changed moves the condition, which neither side can follow. */
function ofDependencies(base: Json | undefined, head: Json | undefined): Relation {
  const [from, to] = [listsOf(base), listsOf(head)];
  const relations = new Set<Relation>();
  for (const [key, list] of from) {
    const other = to.get(key);
    if (other === undefined) relations.add("wider");
    else if (other !== list) relations.add("incomparable");
  }
  for (const key of to.keys()) if (!from.has(key)) relations.add("narrower");
  const [first, ...rest] = relations;
  return first === undefined ? "equal" : rest.length === 0 ? first : "incomparable";
}

function listsOf(value: Json | undefined): ReadonlyMap<string, string> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return new Map(entries.map(([key, list]) => [key, canonical(Array.isArray(list) ? [...list].sort() : [])]));
}

/** `x-extensible-enum` announces that values will be added: only a value that went away is a change. */
function ofExtensible(base: Json | undefined, head: Json | undefined): Relation {
  const left = new Set((Array.isArray(head) ? head : []).map(canonical));
  const gone = Array.isArray(base) && Array.isArray(head) && base.some((value) => !left.has(canonical(value)));
  return gone ? "narrower" : "equal";
}

function asList(one: Json, other: Json): Json {
  const all = [one, other].flat();
  const distinct = [...new Map(all.map((value) => [canonical(value), value])).values()];
  return distinct.length === 1 ? (distinct[0] ?? null) : distinct.sort();
}

/** Lists under a name, taken together where both name it. */
function mergeLists(one: Json, other: Json): Json {
  const lists = new Map<string, Json>();
  for (const value of [one, other].filter(isObject)) {
    for (const [key, list = null] of Object.entries(value)) {
      const known = lists.get(key);
      lists.set(key, known === undefined ? list : [asList(known, list)].flat());
    }
  }
  return Object.fromEntries(lists);
}

function isNoBound(value: Json): boolean {
  return !Array.isArray(value) && typeof value !== "number";
}

function isNoNumber(value: Json): boolean {
  return typeof value !== "number";
}

function isNoString(value: Json): boolean {
  return typeof value !== "string" || value === "";
}

function isNoDependency(value: Json): boolean {
  return !isObject(value) || Object.keys(value).length === 0;
}

function matchesAll(value: Json): boolean {
  return isNoString(value) || value === ".*" || value === "^.*$";
}
