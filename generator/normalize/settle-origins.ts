import type { JsonObject } from "../json.ts";
import { mapDocument } from "./map-document.ts";
import { originKey, originOf, type Standing, withOrigins } from "./origin.ts";

/** Once all pages are merged: a keyword that only some gateways state warns and forbids nothing, as if it were mined. */
export function settleOrigins(document: JsonObject): JsonObject {
  return mapDocument(document, {
    schema: (schema) => (Object.hasOwn(schema, originKey) ? settle(schema) : schema),
  });
}

function settle(schema: JsonObject): JsonObject {
  const origins = Object.keys(schema).map((keyword): [string, Standing] => {
    const origin = originOf(schema, keyword);
    return [keyword, origin === "partial" ? "prose" : origin];
  });
  return withOrigins(schema, new Map(origins));
}
