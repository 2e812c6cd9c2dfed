import { isObject, type Json, type JsonObject, member, stringMember } from "../json.ts";
import { addNull } from "./add-null.ts";
import { annotations } from "./annotations.ts";
import { canonicalText } from "./canonical-text.ts";
import { filterMembers } from "./edit-object.ts";
import { typesOf } from "./fit-value.ts";
import { originKey } from "./origin.ts";
import { unionAnnotations } from "./union-annotations.ts";
import type { UnionContext } from "./union-context.ts";
import { unionKeywords } from "./union-keywords.ts";

/** Keywords that make a schema more than a list of constraints on one type: it is compared as a whole. */
const opaque = [
  "$ref",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "patternProperties",
  "dependentSchemas",
  "prefixItems",
  "discriminator",
];

/**
 * The schema of what at least one of two schemas accepts. A side that says nothing about something does not open it:
 * its keyword is kept, as a claim of prose. Where the two cannot be said in one schema they become `anyOf`.
 */
export function unionSchemas(one: JsonObject, other: JsonObject, context: UnionContext): JsonObject {
  if (one === other) return one;
  const about = unionAnnotations(one, other, context);
  const left = constraintsOf(one);
  const right = constraintsOf(other);
  if (canonicalText(left) === canonicalText(right)) return combine(about, strongest(left, right));
  if (isSilent(left, right)) return combine(about, right);
  if (isSilent(right, left)) return combine(about, left);
  const schemas = unionAlternatives(alternativesOf(left), alternativesOf(right), context);
  const [only, ...rest] = schemas;
  return rest.length === 0 && only !== undefined ? combine(about, only) : combine(about, { anyOf: schemas });
}

function constraintsOf(schema: JsonObject): JsonObject {
  return filterMembers(schema, (key) => !annotations.has(key));
}

/** Of two that state the same, the one with fewer keywords mined from prose. */
function strongest(one: JsonObject, other: JsonObject): JsonObject {
  const mined = (schema: JsonObject): number => Object.keys(Object(member(schema, originKey))).length;
  return mined(other) < mined(one) ? other : one;
}

function combine(about: JsonObject, schema: JsonObject): JsonObject {
  const origins = { ...asObject(member(schema, originKey)), ...asObject(member(about, originKey)) };
  const known = Object.entries(origins).filter(
    ([keyword]) => Object.hasOwn(schema, keyword) || Object.hasOwn(about, keyword),
  );
  const combined = { ...about, ...schema };
  const bare = filterMembers(combined, (key) => key !== originKey);
  return known.length === 0 ? bare : { ...bare, [originKey]: Object.fromEntries(known) };
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** Whether a schema says nothing that the other does not say: `{}`, or `type: object` alone beside an object. */
function isSilent(schema: JsonObject, other: JsonObject): boolean {
  const keys = Object.keys(schema).filter((key) => !key.startsWith("x-"));
  return keys.length === 0 || (keys.join() === "type" && schema.type === "object" && other.type === "object");
}

function alternativesOf(schema: JsonObject): readonly JsonObject[] {
  for (const keyword of ["anyOf", "oneOf"]) {
    const list = member(schema, keyword);
    const alone = Object.keys(schema).every((key) => key === keyword || key.startsWith("x-"));
    if (alone && Array.isArray(list)) return list.filter(isObject);
  }
  return [schema];
}

function unionAlternatives(
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
  for (const schema of right) {
    const at = merged.findIndex((known) => canUnite(known, schema, isSimple, context));
    const known = merged[at];
    if (known === undefined) {
      merged.push(schema);
    } else {
      merged[at] = unite(known, schema, context);
    }
  }
  if (merged.length > Math.min(left.length, right.length)) context.differ(context.path, "type");
  return merged;
}

/** Objects among several alternatives are alternatives for a reason: only equal ones are taken together. */
function canUnite(one: JsonObject, other: JsonObject, isSimple: boolean, context: UnionContext): boolean {
  if (canonicalText(one) === canonicalText(other)) return true;
  const left = derefAtTop(one, context);
  const right = derefAtTop(other, context);
  if (opaque.some((key) => Object.hasOwn(left, key) || Object.hasOwn(right, key))) return false;
  const types = kindOf(left);
  return types === kindOf(right) && (isSimple || types !== "object");
}

function unite(one: JsonObject, other: JsonObject, context: UnionContext): JsonObject {
  if (canonicalText(one) === canonicalText(other)) return strongest(one, other);
  return unionKeywords(derefAtTop(one, context), derefAtTop(other, context), context);
}

/** Bodies that are references are opened to be compared; further in, two names stay two names. */
function derefAtTop(schema: JsonObject, context: UnionContext): JsonObject {
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
