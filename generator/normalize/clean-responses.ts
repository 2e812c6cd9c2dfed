import type { Report } from "../diagnostic.ts";
import { fromEntries, isObject, type Json, type JsonObject, objectMember, stringMember } from "../json.ts";
import { markLike, placeOf } from "../place.ts";
import { withMember } from "./edit-object.ts";
import { type At, mapDocument, pointerOf } from "./map-document.ts";

/**
 * Brings the keys of responses to status codes, ranges and `default`. Apifox writes a second response of the same status as
 * `x-200:成功`; its bodies become alternatives of the first one's. An operation without any response gets an empty 200.
 */
export function cleanResponses(document: JsonObject, report: Report): JsonObject {
  return mapDocument(document, { operation: (operation, at) => cleanOperation(operation, at, report) });
}

function cleanOperation(operation: JsonObject, at: At, report: Report): JsonObject {
  const responses = objectMember(operation, "responses") ?? {};
  const byStatus = new Map<string, JsonObject>();
  for (const [key, response] of Object.entries(responses)) {
    if (!isObject(response)) continue;
    const status = statusOf(key);
    if (status === undefined) {
      if (key.startsWith("x-")) continue;
      report("invalid-status", "The key of a response is no status code; the response is left out.", {
        place: placeOf(responses, key),
        pointer: `${pointerOf(at)}/responses`,
      });
      continue;
    }
    const known = byStatus.get(status);
    byStatus.set(status, known === undefined ? withDescription(response, key) : addAlternative(known, response));
  }
  if (byStatus.size === 0) byStatus.set("200", { description: "Not documented." });
  return withMember(operation, "responses", markLike(fromEntries(byStatus), responses));
}

/** `200`, `2xx`, `default`, `x-200:成功` and `200 OK` as a key of OpenAPI. */
function statusOf(key: string): string | undefined {
  const bare = key
    .trim()
    .toLowerCase()
    .replace(/^x-(?=\d)/, "");
  if (bare === "default") return bare;
  const status = bare.slice(0, 3);
  const rest = bare.slice(3, 4);
  if (!/^[1-5](?:\d\d|xx)$/.test(status) || /[a-z0-9]/.test(rest)) return undefined;
  return status.toUpperCase();
}

function withDescription(response: JsonObject, key: string): JsonObject {
  const stated = stringMember(response, "description")?.trim() || stringMember(response, "x-apifox-name")?.trim();
  const fallback = key.startsWith("x-") ? key.slice(key.indexOf(":") + 1) : "";
  return withMember(response, "description", stated || fallback);
}

function addAlternative(response: JsonObject, other: JsonObject): JsonObject {
  const content = new Map(Object.entries(objectMember(response, "content") ?? {}));
  for (const [mediaType, body] of Object.entries(objectMember(other, "content") ?? {})) {
    const known = content.get(mediaType);
    if (isObject(body)) content.set(mediaType, isObject(known) ? eitherBody(known, body) : body);
  }
  return withMember(response, "content", fromEntries(content));
}

function eitherBody(body: JsonObject, other: JsonObject): JsonObject {
  const schemas = [objectMember(body, "schema"), objectMember(other, "schema")].filter(isObject);
  const distinct = new Map<string, Json>(schemas.map((schema) => [JSON.stringify(schema), schema]));
  const [only, ...rest] = distinct.values();
  if (only === undefined) return body;
  const earlier = objectMember(body, "schema");
  const alternatives = earlier !== undefined && Object.keys(earlier).join() === "anyOf" ? earlier.anyOf : undefined;
  const schema: Json =
    rest.length === 0 ? only : { anyOf: Array.isArray(alternatives) ? [...alternatives, ...rest] : [only, ...rest] };
  return withMember(body, "schema", schema);
}
