import { fromEntries, isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { markLike } from "../place.ts";
import { renameMembers, withMember, withoutMembers } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";
import { parseExample } from "./parse-example.ts";

/**
 * Brings bodies to one form: media types without parameters, `example` and `examples` as plain values and not as text of them.
 * `*&#47;*`, which converters write for want of better, means JSON.
 */
export function cleanContent(document: JsonObject): JsonObject {
  return mapDocument(document, {
    operation: cleanRequest,
    requestBody: cleanBody,
    response: cleanBody,
    parameter: cleanBody,
    mediaType: cleanMediaType,
  });
}

/** A body without content may be anything; one whose content is stated to be empty is none. */
function cleanRequest(operation: JsonObject): JsonObject {
  const body = objectMember(operation, "requestBody");
  if (body === undefined) return operation;
  const content = objectMember(body, "content");
  if (content === undefined)
    return withMember(operation, "requestBody", withMember(body, "content", { "application/json": { schema: {} } }));
  return Object.keys(content).length === 0 ? withoutMembers(operation, ["requestBody"]) : operation;
}

function cleanBody(body: JsonObject): JsonObject {
  const content = objectMember(body, "content");
  return content === undefined ? body : withMember(body, "content", renameMembers(content, mediaTypeName));
}

function mediaTypeName(key: string): string {
  const name = (key.split(";")[0] ?? "").trim().toLowerCase();
  if (name === "*/*" || name === "json" || name === "") return "application/json";
  return name;
}

function cleanMediaType(mediaType: JsonObject): JsonObject {
  const named = readExamples(objectMember(mediaType, "examples") ?? {});
  const own = readExample(member(mediaType, "example"));
  const [first] = named.values();
  const example = own ?? first;
  const bare = withoutMembers(mediaType, ["example", "examples"]);
  const withOne = example === undefined ? bare : withMember(bare, "example", example);
  return named.size > 1 ? withMember(withOne, "examples", markLike(fromEntries(named), mediaType)) : withOne;
}

function readExamples(examples: JsonObject): ReadonlyMap<string, Json> {
  const named = new Map<string, Json>();
  for (const [name, example] of Object.entries(examples)) {
    const value = readExample(isObject(example) && Object.hasOwn(example, "value") ? example.value : undefined);
    if (value !== undefined) named.set(name, value);
  }
  return named;
}

function readExample(example: Json | undefined): Json | undefined {
  if (typeof example !== "string") return example;
  return example.trim() === "" ? undefined : parseExample(example);
}

/** The example of a media type, after {@link cleanContent}. */
export function exampleOf(mediaType: JsonObject): Json | undefined {
  return member(mediaType, "example");
}

/** Whether a media type's name says JSON. */
export function isJson(mediaTypeKey: string): boolean {
  return mediaTypeKey === "application/json" || mediaTypeKey.endsWith("+json");
}

/** The JSON body among the bodies of a request or response, if there is one. */
export function jsonBodyOf(body: JsonObject | undefined): JsonObject | undefined {
  const content = Object.entries(objectMember(body, "content") ?? {});
  const found = content.find(([key]) => isJson(key))?.[1];
  return isObject(found) && stringMember(found, "$ref") === undefined ? found : undefined;
}
