import { fromEntries, type Json, type JsonObject, member } from "../json.ts";
import { annotations, contestedKey } from "./annotations.ts";
import { canonicalText } from "./canonical-text.ts";
import { originOf, type Standing, strongerOrigin, withOrigins } from "./origin.ts";
import type { UnionContext } from "./union-context.ts";

/** Annotations that hold for the union only if they hold for both. */
const flags = new Set(["deprecated", "readOnly", "writeOnly"]);

/**
 * What two schemas say about a value without constraining it. Texts are those of the first that has any. Defaults that
 * disagree are dropped: none of them is right for every gateway.
 */
export function unionAnnotations(one: JsonObject, other: JsonObject, context: UnionContext): JsonObject {
  const entries: [string, Json][] = [];
  const origins = new Map<string, Standing>();
  for (const keyword of annotations) {
    const value = keyword === "default" ? unionDefault(one, other, context) : unionNote(one, other, keyword);
    if (value === undefined) continue;
    entries.push([keyword, value]);
    origins.set(keyword, originAmong([one, other], keyword));
  }
  if (defaultsDisagree(one, other)) entries.push([contestedKey, true]);
  return withOrigins(fromEntries(entries), origins);
}

function unionNote(one: JsonObject, other: JsonObject, keyword: string): Json | undefined {
  const [left, right] = [member(one, keyword), member(other, keyword)];
  if (flags.has(keyword)) return left === right ? left : undefined;
  return left === undefined || left === "" ? right : left;
}

function unionDefault(one: JsonObject, other: JsonObject, context: UnionContext): Json | undefined {
  const [left, right] = [member(one, "default"), member(other, "default")];
  if (defaultsDisagree(one, other)) {
    context.differ(context.path, "default");
    return undefined;
  }
  return isContested(one) || isContested(other) ? undefined : (left ?? right);
}

function defaultsDisagree(one: JsonObject, other: JsonObject): boolean {
  const [left, right] = [member(one, "default"), member(other, "default")];
  return left !== undefined && right !== undefined && canonicalText(left) !== canonicalText(right);
}

/** A third gateway cannot settle what two disagree on: the result would depend on the order in which they are met. */
function isContested(schema: JsonObject): boolean {
  return member(schema, contestedKey) === true;
}

/** The strongest origin of a keyword among the schemas that have it. */
export function originAmong(schemas: readonly JsonObject[], keyword: string): Standing {
  const origins = schemas.filter((schema) => Object.hasOwn(schema, keyword)).map((schema) => originOf(schema, keyword));
  return origins.length === 0 ? "schema" : origins.reduce(strongerOrigin);
}
