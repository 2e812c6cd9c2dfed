import { arrayMember, isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { markLike } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";
import { readNativeBody } from "./native-body.ts";
import { readNativeParameters } from "./native-parameters.ts";
import { readNativeResponses, type SharedResponses } from "./native-responses.ts";

/**
 * The OpenAPI 3.1 operation of an API in Apifox's native JSON: `{ parameters, requestBody, responses, responseExamples, … }`.
 * Schemas are JSON Schema already and are taken over as they stand, with their extensions and their marks.
 */
export function readNativeOperation(api: JsonObject, shared: SharedResponses = none): JsonObject {
  const parameters = readNativeParameters(objectMember(api, "parameters") ?? {});
  const body = readNativeBody(objectMember(api, "requestBody") ?? {});
  const examples = arrayMember(api, "responseExamples").filter(isObject);
  const responses = readNativeResponses(arrayMember(api, "responses").filter(isObject), examples, shared);
  const entries: (readonly [string, Json | undefined])[] = [
    ["summary", stringMember(api, "name")],
    ["description", stringMember(api, "description") || undefined],
    ["operationId", stringMember(api, "operationId") || undefined],
    ["externalDocs", readSource(api)],
    ["deprecated", isDeprecated(stringMember(api, "status")) || undefined],
    ["tags", tagsOf(api)],
    ["parameters", parameters.length > 0 ? parameters : undefined],
    ["requestBody", body],
    ["responses", responses],
    ["x-apifox-status", stringMember(api, "status")],
  ];
  return markLike({ ...definedEntries(entries) }, api);
}

/** The page that the API was imported from. */
function readSource(api: JsonObject): JsonObject | undefined {
  const url = stringMember(api, "sourceUrl") ?? "";
  return /^https?:\/\/\S+$/.test(url) ? { url } : undefined;
}

const none: SharedResponses = () => undefined;

function isDeprecated(status: string | undefined): boolean {
  return status === "deprecated" || status === "obsolete";
}

function tagsOf(api: JsonObject): Json | undefined {
  const tags = member(api, "tags");
  return Array.isArray(tags) && tags.length > 0 ? tags : undefined;
}
