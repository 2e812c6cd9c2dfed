import type { Report } from "../diagnostic.ts";
import { isObject, type Json, type JsonObject, member, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { filterMembers, withMember, withoutMembers } from "./edit-object.ts";
import { type At, mapDocument, pointerOf } from "./map-document.ts";
import { parameterKey, parametersOf } from "./parameters-of.ts";

/** Headers that the client sets itself: what kind of body it sends and takes, and who it is. */
const clientHeaders = new Set([
  "accept",
  "api-key",
  "apikey",
  "authorization",
  "content-length",
  "content-type",
  "cookie",
  "host",
  "proxy-authorization",
  "user-agent",
  "x-api-key",
  "x-goog-api-key",
]);

const places = new Set(["path", "query", "header", "cookie"]);

/** Keywords that Swagger 2 wrote directly into a parameter and that some pages still write there. */
const inlineKeywords = [
  "type",
  "format",
  "items",
  "enum",
  "default",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "pattern",
];

/**
 * Leaves each operation the parameters that a caller decides: once each, trimmed, with a schema. Headers that only carry
 * credentials or content types go, for the client sets them. What no request can carry is reported.
 */
export function cleanParameters(document: JsonObject, report: Report): JsonObject {
  return mapDocument(document, { operation: (operation, at) => cleanOperation(operation, at, report) });
}

function cleanOperation(operation: JsonObject, at: At, report: Report): JsonObject {
  if (member(operation, "parameters") === undefined) return operation;
  reportUnknownPlaces(operation, at, report);
  const kept = new Map<string, Json>();
  for (const parameter of parametersOf(operation)) {
    const key = parameterKey(parameter);
    if (key !== undefined && isCallers(parameter)) kept.set(key, cleanParameter(parameter));
  }
  return withMember(operation, "parameters", [...kept.values()]);
}

function reportUnknownPlaces(operation: JsonObject, at: At, report: Report): void {
  const name = quote(`${at.key.toUpperCase()} ${at.parent?.key ?? ""}`);
  for (const parameter of parametersOf(operation)) {
    const place = stringMember(parameter, "in");
    if (place === undefined || places.has(place)) continue;
    report("unsupported-parameter", `A parameter of ${name} in ${quote(place)} is left out.`, {
      place: placeOf(parameter, "in"),
      pointer: pointerOf(at),
    });
  }
}

function isCallers(parameter: JsonObject): boolean {
  const place = stringMember(parameter, "in") ?? "";
  const name = stringMember(parameter, "name")?.trim().toLowerCase() ?? "";
  return places.has(place) && !(place === "header" && clientHeaders.has(name));
}

function cleanParameter(parameter: JsonObject): JsonObject {
  const named = withMember(parameter, "name", stringMember(parameter, "name")?.trim() ?? "");
  const required = withRequired(named);
  if (isObject(member(parameter, "schema")) || isObject(member(parameter, "content"))) return cleanExample(required);
  const schema = filterMembers(parameter, (key) => inlineKeywords.includes(key));
  return cleanExample(withMember(withoutMembers(required, inlineKeywords), "schema", schema));
}

function withRequired(parameter: JsonObject): JsonObject {
  if (stringMember(parameter, "in") === "path") return withMember(parameter, "required", true);
  return typeof member(parameter, "required") === "boolean" ? parameter : withoutMembers(parameter, ["required"]);
}

/** A template (`{{YOUR_API_KEY}}`) or an empty text is no example. */
function cleanExample(parameter: JsonObject): JsonObject {
  const example = member(parameter, "example");
  const isUseless = typeof example === "string" && (example === "" || example.includes("{{"));
  return isUseless ? withoutMembers(parameter, ["example"]) : parameter;
}
