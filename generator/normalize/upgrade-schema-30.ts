import { isObject, type Json, type JsonObject, member } from "../json.ts";
import { addNull } from "./add-null.ts";
import { withMember, withoutMembers } from "./edit-object.ts";

/**
 * Rewrites what OpenAPI 3.0 says differently from JSON Schema 2020-12: `nullable`, boolean exclusive bounds, `example`,
 * lists under `items`, `definitions`.
 * @see https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
 */
export function upgradeSchema30(schema: JsonObject): JsonObject {
  let upgraded = renameKey(schema, "definitions", "$defs");
  if (Array.isArray(member(upgraded, "items"))) upgraded = renameKey(upgraded, "items", "prefixItems");
  upgraded = upgradeBound(upgraded, "minimum", "exclusiveMinimum");
  upgraded = upgradeBound(upgraded, "maximum", "exclusiveMaximum");
  return upgradeExample(upgradeNullable(upgraded));
}

function renameKey(schema: JsonObject, key: string, name: string): JsonObject {
  const value = member(schema, key);
  return value === undefined ? schema : withMember(withoutMembers(schema, [key]), name, value);
}

function upgradeBound(schema: JsonObject, inclusive: string, exclusive: string): JsonObject {
  const flag = member(schema, exclusive);
  if (typeof flag !== "boolean") return schema;
  const bound = member(schema, inclusive);
  const rest = withoutMembers(schema, flag ? [exclusive, inclusive] : [exclusive]);
  return flag && bound !== undefined ? withMember(rest, exclusive, bound) : rest;
}

function upgradeNullable(schema: JsonObject): JsonObject {
  const nullable = member(schema, "nullable") ?? member(schema, "x-nullable");
  const rest = withoutMembers(schema, ["nullable", "x-nullable"]);
  return nullable === true ? addNull(rest) : rest;
}

function upgradeExample(schema: JsonObject): JsonObject {
  const example = member(schema, "example");
  const examples = member(schema, "examples");
  const rest = withoutMembers(schema, ["example"]);
  // 3.0 had no `examples` in schemas; where one is a map of named examples its values are meant.
  if (isObject(examples)) return withMember(rest, "examples", Object.values(examples).flatMap(exampleValue));
  if (example === undefined || Array.isArray(examples)) return rest;
  return withMember(rest, "examples", [example]);
}

function exampleValue(example: Json | undefined): readonly Json[] {
  const value = member(example, "value");
  return value === undefined ? [] : [value];
}
