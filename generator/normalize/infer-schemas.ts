import { isObject, type Json, type JsonObject, member, objectMember } from "../json.ts";
import { markLike } from "../place.ts";
import { withMember } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";
import { schemaOfExample } from "./schema-of-example.ts";

/** Keywords that leave a schema as silent as it was. */
const silent = new Set([
  "type",
  "title",
  "description",
  "properties",
  "required",
  "items",
  "examples",
  "x-docket-origin",
]);

/**
 * Gives bodies whose schema says nothing (`{}`, `type: object` without properties, none at all) the schema of their example.
 * Half of Apifox's response bodies are documented by an example only.
 */
export function inferSchemas(document: JsonObject): JsonObject {
  return mapDocument(document, { mediaType: inferMediaType });
}

function inferMediaType(mediaType: JsonObject): JsonObject {
  const schema = objectMember(mediaType, "schema") ?? {};
  const example = member(mediaType, "example");
  if (example === undefined || !saysNothing(schema) || !isStructured(example)) return mediaType;
  const inferred = schemaOfExample(example);
  if (!fitsType(schema, inferred)) return mediaType;
  return withMember(mediaType, "schema", markLike({ ...schema, ...inferred }, schema));
}

function isStructured(example: Json): boolean {
  return typeof example === "object" && example !== null && Object.keys(example).length > 0;
}

function saysNothing(schema: JsonObject): boolean {
  const members = [...Object.values(objectMember(schema, "properties") ?? {})];
  const items = objectMember(schema, "items");
  const isEmpty = members.length === 0 && (items === undefined || saysNothing(items));
  return isEmpty && Object.keys(schema).every((key) => silent.has(key) || key.startsWith("x-"));
}

/** An example of another type than the schema states is an example of something else. */
function fitsType(schema: JsonObject, inferred: JsonObject): boolean {
  const type = member(schema, "type");
  return type === undefined || type === inferred.type || (Array.isArray(type) && type.includes(inferred.type ?? null));
}

/** Whether {@link inferSchemas} made this schema, so that no page declared it. */
export function isInferred(schema: JsonObject): boolean {
  const origin = member(schema, "x-docket-origin");
  return isObject(origin) && member(origin, "type") === "prose";
}
