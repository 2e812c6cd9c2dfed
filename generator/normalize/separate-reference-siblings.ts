import { type JsonObject, member } from "../json.ts";
import { annotations } from "./annotations.ts";
import { filterMembers } from "./edit-object.ts";

/**
 * Keeps what stands beside a `$ref`: descriptions and defaults stay beside it, as OpenAPI 3.1 allows; constraints move into an
 * `allOf`, because type generators look no further once they have seen a `$ref`.
 */
export function separateReferenceSiblings(schema: JsonObject): JsonObject {
  const reference = member(schema, "$ref");
  if (typeof reference !== "string") return schema;
  const isPlain = (key: string): boolean => key === "$ref" || annotations.has(key) || key.startsWith("x-");
  if (Object.keys(schema).every(isPlain)) return schema;
  const about = filterMembers(schema, (key) => key !== "$ref" && isPlain(key));
  return { ...about, allOf: [{ $ref: reference }, filterMembers(schema, (key) => !isPlain(key))] };
}
