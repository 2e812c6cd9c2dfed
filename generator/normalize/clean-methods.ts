import type { Report } from "../diagnostic.ts";
import { httpMethods } from "../document.ts";
import { isObject, type JsonObject, member, objectMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { renameMembers, withoutMembers } from "./edit-object.ts";
import { type At, mapDocument, pointerOf } from "./map-document.ts";

const known = new Set<string>(httpMethods);
/** `query` is new in OpenAPI 3.2; `connect` was never part of it, and `fetch` refuses it. */
const unsupported = ["query", "connect"];

/** Writes methods in lower case, and reports operations whose method no client can be generated for, and webhooks. */
export function cleanMethods(document: JsonObject, report: Report): JsonObject {
  if (Object.keys(objectMember(document, "webhooks") ?? {}).length > 0) {
    report("webhooks-left-out", "The document describes webhooks, which a client does not call.", {
      place: placeOf(document, "webhooks"),
    });
  }
  return mapDocument(document, { pathItem: (item, at) => cleanItem(item, at, report) });
}

function cleanItem(item: JsonObject, at: At, report: Report): JsonObject {
  const lower = (key: string): string => (known.has(key.toLowerCase()) ? key.toLowerCase() : key);
  const named = renameMembers(item, lower);
  const keys = Object.keys(item).filter(
    (key) => unsupported.includes(key.toLowerCase()) && isObject(member(item, key)),
  );
  const additional = objectMember(item, "additionalOperations") ?? {};
  for (const [owner, method] of [
    ...keys.map((key) => [item, key] as const),
    ...Object.keys(additional).map((key) => [additional, key] as const),
  ]) {
    report(
      "unsupported-method",
      `${quote(`${method.toUpperCase()} ${at.key}`)} is left out: OpenAPI 3.1 has no such method.`,
      {
        place: placeOf(owner, method),
        pointer: pointerOf(at),
      },
    );
  }
  return withoutMembers(named, [...keys, "additionalOperations"]);
}
