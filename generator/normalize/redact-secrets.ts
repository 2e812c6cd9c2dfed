import type { Report } from "../diagnostic.ts";
import { isObject, type Json, type JsonObject, member } from "../json.ts";
import { placeOf } from "../place.ts";
import { redactText } from "../redact-text.ts";
import { mapMembers, withMember } from "./edit-object.ts";
import { type At, mapDocument, pointerOf } from "./map-document.ts";

/** Members that hold texts and values of the page. */
const members = ["title", "description", "summary", "example", "examples", "default", "enum", "const"];

/** Blacks out keys and tokens that a page shows by accident, before they get into a package, a log or a fixture. */
export function redactSecrets(document: JsonObject, report: Report): JsonObject {
  const redact = (node: JsonObject, at: At): JsonObject => redactMembers(node, at, report);
  return mapDocument(document, {
    operation: redact,
    parameter: redact,
    requestBody: redact,
    response: redact,
    mediaType: redact,
    schema: redact,
  });
}

function redactMembers(node: JsonObject, at: At, report: Report): JsonObject {
  return members.reduce((redacted, key) => {
    const value = member(redacted, key);
    if (value === undefined) return redacted;
    const clean = redactValue(value);
    if (clean === value) return redacted;
    report("secret-redacted", "The page shows what looks like a real key or token; it is blacked out.", {
      place: placeOf(node, key),
      pointer: `${pointerOf(at)}/${key}`,
      hint: "Tell the owner of the page: whoever reads it has the key.",
    });
    return withMember(redacted, key, clean);
  }, node);
}

/** The value itself when there is nothing to hide in it. */
function redactValue(value: Json): Json {
  if (typeof value === "string") return redactText(value);
  if (isObject(value)) return mapMembers(value, redactValue);
  if (!Array.isArray(value)) return value;
  const items: readonly Json[] = value;
  const redacted = items.map(redactValue);
  return redacted.every((item, at) => item === items[at]) ? value : redacted;
}
