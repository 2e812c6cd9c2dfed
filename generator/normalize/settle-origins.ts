import type { JsonObject } from "../json.ts";
import { contestedKey } from "./annotations.ts";
import { withoutMembers } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";
import { originKey, originOf, type Standing, withOrigins } from "./origin.ts";

/** Once all pages are merged: a keyword that only some gateways state warns and forbids nothing, as if it were mined. */
export function settleOrigins(document: JsonObject): JsonObject {
  return mapDocument(document, {
    schema: (schema) => {
      const settled = Object.hasOwn(schema, contestedKey) ? withoutMembers(schema, [contestedKey]) : schema;
      return Object.hasOwn(settled, originKey) ? settle(settled) : settled;
    },
  });
}

function settle(schema: JsonObject): JsonObject {
  const origins = Object.keys(schema).map((keyword): [string, Standing] => {
    const origin = originOf(schema, keyword);
    return [keyword, origin === "partial" ? "prose" : origin];
  });
  return withOrigins(schema, new Map(origins));
}
