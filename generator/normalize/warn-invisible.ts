import type { Report } from "../diagnostic.ts";
import { arrayMember, type JsonObject, objectMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { type At, mapDocument, pointerOf } from "./map-document.ts";

/** Soft hyphen, zero-width characters, marks of text direction, invisible operators, the byte order mark. */
const invisible = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

/** Reports names and values of schemas that are not what they look like; they are kept, for the gateway may mean them. */
export function warnInvisible(document: JsonObject, report: Report): JsonObject {
  return mapDocument(document, { schema: (schema, at) => checkSchema(schema, at, report) });
}

function checkSchema(schema: JsonObject, at: At, report: Report): JsonObject {
  const names = Object.keys(objectMember(schema, "properties") ?? {});
  const values = arrayMember(schema, "enum").filter((value) => typeof value === "string");
  for (const text of [...names, ...values]) {
    if (!invisible.test(text)) continue;
    report("invisible-character", `The name or value ${quote(text)} holds characters that cannot be seen.`, {
      place: placeOf(schema),
      pointer: pointerOf(at),
    });
  }
  return schema;
}
