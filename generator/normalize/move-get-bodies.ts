import type { Report } from "../diagnostic.ts";
import { arrayMember, isObject, type Json, type JsonObject, objectMember, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { withMember, withoutMembers } from "./edit-object.ts";
import { type At, mapDocument, pointerOf } from "./map-document.ts";
import { parametersOf } from "./parameters-of.ts";

const forms = ["multipart/form-data", "application/x-www-form-urlencoded"];

/**
 * Takes bodies off GET and HEAD, which `fetch` refuses to send. The fields of a form are what documentation tools make of query
 * parameters, so they become those; any other body is dropped, with a warning.
 */
export function moveGetBodies(document: JsonObject, report: Report): JsonObject {
  return mapDocument(document, {
    operation: (operation, at) => {
      const body = objectMember(operation, "requestBody");
      if (body === undefined || (at.key !== "get" && at.key !== "head")) return operation;
      return moveBody(withoutMembers(operation, ["requestBody"]), body, at, report);
    },
  });
}

function moveBody(operation: JsonObject, body: JsonObject, at: At, report: Report): JsonObject {
  const content = objectMember(body, "content") ?? {};
  if (Object.keys(content).length === 0) return operation;
  report("body-on-get", "A body is documented for a method that has none.", {
    place: placeOf(body),
    pointer: pointerOf(at),
  });
  const form = forms
    .map((key) => objectMember(objectMember(content, key), "schema"))
    .find((schema) => schema !== undefined);
  const known = parametersOf(operation);
  const names = new Set(known.map((parameter) => stringMember(parameter, "name")));
  const fields = Object.entries(objectMember(form, "properties") ?? {}).filter(([name]) => !names.has(name));
  const requiredNames = new Set(arrayMember(form, "required"));
  const added = fields.map(([name, schema]): Json => {
    const required = requiredNames.has(name);
    return { name, in: "query", required, schema: isObject(schema) ? schema : {} };
  });
  return withMember(operation, "parameters", [...known, ...added]);
}
