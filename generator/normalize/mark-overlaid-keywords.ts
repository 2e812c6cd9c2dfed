import type { Origin } from "../document.ts";
import { type JsonObject, member } from "../json.ts";
import { annotations } from "./annotations.ts";
import { childrenOf, mapDocument } from "./map-document.ts";
import { originKey, originOf, withOrigins } from "./origin.ts";
import type { EditLog } from "./overlay-edit.ts";

/** Gives each keyword of a schema that overlays set or changed the origin `overlay`; the rest keeps its own. */
export function markOverlaidKeywords(document: JsonObject, before: JsonObject, log: EditLog): JsonObject {
  const known = new WeakSet<JsonObject>();
  mapDocument(before, {
    schema: (schema) => {
      known.add(schema);
      return schema;
    },
  });
  const mark = (schema: JsonObject): JsonObject =>
    known.has(schema) ? schema : markSchema(schema, earlier(schema, known, log));
  return mapDocument(document, { schema: mark });
}

/** The schema as the pages had it, however often overlays edited it. */
function earlier(schema: JsonObject, known: WeakSet<JsonObject>, log: EditLog): JsonObject {
  let from: JsonObject | undefined = schema;
  while (from !== undefined && !known.has(from)) from = log.get(from);
  return from ?? {};
}

function markSchema(schema: JsonObject, before: JsonObject): JsonObject {
  const keywords = Object.keys(schema).filter((keyword) => keyword !== originKey && hasOrigin(keyword));
  const origins = keywords.map((keyword): [string, Origin] => {
    const isKept = JSON.stringify(member(schema, keyword)) === JSON.stringify(member(before, keyword));
    return [keyword, isKept ? originOf(before, keyword) : "overlay"];
  });
  return withOrigins(schema, new Map(origins));
}

/** Keywords that hold schemas have no origin of their own, their schemas do; texts make no claim. */
function hasOrigin(keyword: string): boolean {
  return keyword !== "$ref" && !childrenOf.schema.has(keyword) && (keyword === "default" || !annotations.has(keyword));
}
