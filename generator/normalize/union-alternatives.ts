import { type JsonObject, member, stringMember } from "../json.ts";
import { addNull } from "./add-null.ts";
import { canonicalText } from "./canonical-text.ts";
import { typesOf } from "./fit-value.ts";
import { originKey } from "./origin.ts";
import type { UnionContext } from "./union-context.ts";
import { unionKeywords } from "./union-keywords.ts";

/** Keywords that make a schema more than a list of constraints on one type: it is compared as a whole. */
const opaque = [
  ...["$ref", "allOf", "anyOf", "oneOf", "not", "if"],
  ...["patternProperties", "dependentSchemas", "prefixItems", "discriminator"],
];

/**
 * The alternatives of both sides: equal ones once, those of one scalar type united. Objects among several alternatives are
 * alternatives for a reason and stay apart; two objects that are the only ones are united.
 */
export function unionAlternatives(
  left: readonly JsonObject[],
  right: readonly JsonObject[],
  context: UnionContext,
): readonly JsonObject[] {
  const [first, second] = [left[0], right[0]];
  const isSimple = left.length === 1 && right.length === 1;
  if (isSimple && first !== undefined && second !== undefined) {
    if (first.type === "null") return [addNull(second)];
    if (second.type === "null") return [addNull(first)];
  }
  const merged = [...left];
  const places = new Map<string, number>();
  for (const [at, schema] of [...left.entries()].reverse()) {
    for (const key of keysOf(schema, isSimple, context)) places.set(key, at);
  }
  for (const schema of right) {
    const keys = keysOf(schema, isSimple, context);
    const at = keys.map((key) => places.get(key)).find((place) => place !== undefined) ?? merged.length;
    const known = merged[at];
    merged[at] = known === undefined ? schema : unite(known, schema, context);
    for (const key of keys) if (!places.has(key)) places.set(key, at);
  }
  if (merged.length > Math.min(left.length, right.length)) context.differ(context.path, "type");
  return merged;
}

/** Of two that state the same, the one with fewer keywords mined from prose. */
export function strongest(one: JsonObject, other: JsonObject): JsonObject {
  const mined = (schema: JsonObject): number => Object.keys(Object(member(schema, originKey))).length;
  return mined(other) < mined(one) ? other : one;
}

/** By what an alternative is found again: its meaning, and its type where another of the type can be united with it. */
function keysOf(schema: JsonObject, isSimple: boolean, context: UnionContext): readonly string[] {
  const text = canonicalText(schema);
  const opened = openAtTop(schema, context);
  if (opaque.some((key) => Object.hasOwn(opened, key))) return [text];
  const kind = kindOf(opened);
  return isSimple || kind !== "object" ? [text, kind] : [text];
}

function unite(one: JsonObject, other: JsonObject, context: UnionContext): JsonObject {
  if (canonicalText(one) === canonicalText(other)) return strongest(one, other);
  return unionKeywords(openAtTop(one, context), openAtTop(other, context), context);
}

/** Bodies that are references are opened to be compared; further in, two names stay two names. */
function openAtTop(schema: JsonObject, context: UnionContext): JsonObject {
  const reference = stringMember(schema, "$ref");
  if (reference === undefined || context.path.length > 0) return schema;
  return context.resolve(reference) ?? schema;
}

/** What a schema is about, null aside: `string`, `number` (integers too), `object`, …, or a set of them. */
function kindOf(schema: JsonObject): string {
  const types = typesOf(schema) ?? (Object.hasOwn(schema, "properties") ? ["object"] : []);
  const kinds = types.filter((type) => type !== "null").map((type) => (type === "integer" ? "number" : type));
  return [...new Set(kinds)].sort().join();
}
