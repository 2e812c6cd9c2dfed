import { type JsonObject, stringMember } from "../json.ts";
import { addNull } from "./add-null.ts";
import { canonicalText } from "./canonical-text.ts";
import { typesOf } from "./fit-value.ts";
import { strongest } from "./origin.ts";
import type { UnionContext } from "./union-context.ts";
import { unionKeywords } from "./union-keywords.ts";

/** Keywords that make a schema more than a list of constraints on one type: it is compared as a whole. */
const opaque = [
  ...["$ref", "allOf", "anyOf", "oneOf", "not", "if"],
  ...["patternProperties", "dependentSchemas", "prefixItems", "discriminator"],
];

/**
 * The alternatives of both sides: equal ones once; of one type united where each side has but one of it, and objects only where they
 * are the whole schema, for objects among several alternatives are alternatives for a reason.
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
  const byText = new Map([...left.entries()].map(([at, schema]) => [canonicalText(schema), at]));
  const leftKinds = uniqueKinds(left, isSimple, context);
  const rightKinds = uniqueKinds(right, isSimple, context);
  const merged = [...left];
  for (const schema of right) {
    const kind = unitableKind(schema, isSimple, context);
    const twin = kind !== undefined && rightKinds.has(kind) ? leftKinds.get(kind) : undefined;
    const at = byText.get(canonicalText(schema)) ?? twin ?? merged.length;
    const known = merged[at];
    merged[at] = known === undefined ? schema : unite(known, schema, context);
  }
  if (merged.length > Math.min(left.length, right.length)) context.differ(context.path, "type");
  return merged;
}

/** Where each kind stands that only one of the alternatives is of. */
function uniqueKinds(
  schemas: readonly JsonObject[],
  isSimple: boolean,
  context: UnionContext,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [at, schema] of schemas.entries()) {
    const kind = unitableKind(schema, isSimple, context);
    if (kind === undefined) continue;
    if (places.has(kind)) repeated.add(kind);
    places.set(kind, at);
  }
  for (const kind of repeated) places.delete(kind);
  return places;
}

/** What a schema is about, if another about the same can be united with it. */
function unitableKind(schema: JsonObject, isSimple: boolean, context: UnionContext): string | undefined {
  const opened = openAtTop(schema, context);
  if (opaque.some((key) => Object.hasOwn(opened, key))) return undefined;
  const kind = kindOf(opened);
  return isSimple || kind !== "object" ? kind : undefined;
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
