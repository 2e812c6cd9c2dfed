import { isObject, type Json, type JsonObject, member } from "../json.ts";
import { annotations } from "./annotations.ts";
import { canonicalText } from "./canonical-text.ts";
import { filterMembers } from "./edit-object.ts";
import { originKey, strongest } from "./origin.ts";
import { unionAlternatives } from "./union-alternatives.ts";
import { unionAnnotations } from "./union-annotations.ts";
import type { UnionContext } from "./union-context.ts";

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
