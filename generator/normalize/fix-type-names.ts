import type { Report } from "../diagnostic.ts";
import type { TypeName } from "../document.ts";
import { type Json, type JsonObject, member, scalarText } from "../json.ts";
import { placeOf } from "../place.ts";
import { withMember, withoutMembers } from "./edit-object.ts";

/** What pages write for the names of JSON types; undefined says any type. */
const typeNames: ReadonlyMap<string, TypeName | undefined> = new Map<string, TypeName | undefined>([
  ...(["null", "boolean", "integer", "number", "string", "array", "object"] as const).map(
    (name): [string, TypeName] => [name, name],
  ),
  ["bool", "boolean"],
  ["int", "integer"],
  ["int32", "integer"],
  ["int64", "integer"],
  ["long", "integer"],
  ["float", "number"],
  ["double", "number"],
  ["decimal", "number"],
  ["str", "string"],
  ["text", "string"],
  ["date", "string"],
  ["file", "string"],
  ["binary", "string"],
  ["list", "array"],
  ["dict", "object"],
  ["map", "object"],
  ["json", "object"],
  ["nil", "null"],
  ["none", "null"],
  ["any", undefined],
  ["mixed", undefined],
  ["undefined", undefined],
  ["", undefined],
]);

const binaryTypes = new Set(["file", "binary"]);

/** Writes `type` in JSON Schema's own names (`int` → `integer`); `undefined` and unknown names leave the schema untyped. */
export function fixTypeNames(schema: JsonObject, report: Report, pointer: () => string): JsonObject {
  const type = member(schema, "type");
  if (type === undefined) return schema;
  const written: readonly Json[] = Array.isArray(type) ? type : [type];
  const names = [...new Set(written.map(spell))];
  for (const name of names) {
    if (typeNames.has(name)) continue;
    report("unknown-type", "A schema names a type that JSON does not have; any value is let through.", {
      place: placeOf(schema, "type"),
      pointer: pointer(),
    });
  }
  const known = new Set(names.map((name) => typeNames.get(name)));
  const fixed = withType(schema, known, type);
  return names.some((name) => binaryTypes.has(name)) && !Object.hasOwn(schema, "format")
    ? withMember(fixed, "format", "binary")
    : fixed;
}

function spell(name: Json): string {
  return name === null ? "null" : (scalarText(name) ?? "object of a page").trim().toLowerCase();
}

function withType(schema: JsonObject, known: ReadonlySet<TypeName | undefined>, written: Json): JsonObject {
  const names: TypeName[] = [];
  for (const name of known) {
    if (name === undefined) return withoutMembers(schema, ["type"]);
    names.push(name);
  }
  const [first] = names;
  if (first === undefined) return withoutMembers(schema, ["type"]);
  if (names.length > 1 && Array.isArray(written) && names.every((name, at) => name === written[at])) return schema;
  const type = names.length === 1 ? first : names;
  return type === written ? schema : withMember(schema, "type", type);
}
