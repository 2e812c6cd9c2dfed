import {
  arrayMember,
  fromEntries,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  scalarText,
  stringMember,
} from "../json.ts";
import { markLike } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";
import { type NamedExample, readNativeExamples } from "./native-examples.ts";
import { parameterSchema } from "./native-parameters.ts";

/** What a response in Apifox's native JSON may refer to: a shared response of its project, by id. */
export type SharedResponses = (id: string, user: JsonObject) => JsonObject | undefined;

/**
 * OpenAPI responses of native ones, by status. A second response of the same status is kept as Apifox's own export
 * keeps it, under `x-<status>:<name>`.
 */
export function readNativeResponses(
  responses: readonly JsonObject[],
  examples: readonly JsonObject[],
  shared: SharedResponses,
): JsonObject {
  const byStatus = new Map<string, JsonObject>();
  for (const given of responses) {
    const response = followShared(given, shared);
    const status = scalarText(member(response, "code")) ?? "default";
    const key = byStatus.has(status) ? `x-${status}:${stringMember(response, "name") ?? byStatus.size}` : status;
    const linked = examplesOf(given, examples);
    const own = linked.length === 0 && responses.length === 1 ? nameExamples(examples) : linked;
    byStatus.set(key, readResponse(response, own));
  }
  return fromEntries(byStatus);
}

/** A response may only name a shared one of the project. */
function followShared(response: JsonObject, shared: SharedResponses): JsonObject {
  const id = scalarText(member(response, "referencedResponseId"));
  if (id === undefined || Object.hasOwn(response, "jsonSchema")) return response;
  return shared(id, response) ?? response;
}

function examplesOf(response: JsonObject, examples: readonly JsonObject[]): readonly NamedExample[] {
  const id = scalarText(member(response, "id"));
  return nameExamples(examples.filter((example) => scalarText(member(example, "responseId")) === id));
}

/** Where a link is broken, a single response is what all examples show. */
function nameExamples(examples: readonly JsonObject[]): readonly NamedExample[] {
  return examples.map((example) => ({ name: stringMember(example, "name"), holder: example, key: "data" }));
}

function readResponse(response: JsonObject, examples: readonly NamedExample[]): JsonObject {
  const name = stringMember(response, "name");
  const built = definedEntries([
    ["description", stringMember(response, "description") || name || ""],
    ["headers", readHeaders(response)],
    ["content", readContent(response, examples)],
    ["x-apifox-name", name],
  ]);
  return markLike({ ...built }, response);
}

function readHeaders(response: JsonObject): JsonObject | undefined {
  const headers = arrayMember(response, "headers").filter(isObject);
  if (headers.length === 0) return undefined;
  return fromEntries(
    headers.map((header) => {
      const description = stringMember(header, "description") || undefined;
      const built = definedEntries([
        ["description", description],
        ["schema", parameterSchema(header)],
      ]);
      return [stringMember(header, "name") ?? "", markLike({ ...built }, header)] as const;
    }),
  );
}

function readContent(response: JsonObject, examples: readonly NamedExample[]): Json | undefined {
  const type = stringMember(response, "contentType") ?? "json";
  if (type === "noContent" || type === "none") return undefined;
  const given = stringMember(response, "mediaType") ?? "";
  const mediaType = given.includes("/")
    ? given
    : (contentTypes.get(type) ?? (type.includes("/") ? type : "text/plain"));
  const schema = objectMember(response, "jsonSchema");
  const media = definedEntries([["schema", schema], ...readNativeExamples(examples)]);
  return fromEntries([[mediaType, markLike({ ...media }, response)]]);
}

const contentTypes: ReadonlyMap<string, string> = new Map([
  ["json", "application/json"],
  ["xml", "application/xml"],
  ["html", "text/html"],
  ["raw", "text/plain"],
  ["binary", "application/octet-stream"],
  ["msgpack", "application/x-msgpack"],
  ["eventStream", "text/event-stream"],
]);
