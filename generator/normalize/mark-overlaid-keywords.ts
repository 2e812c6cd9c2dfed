import { type JsonObject, member } from "../json.ts";
import { annotations } from "./annotations.ts";
import { childrenOf, mapDocument } from "./map-document.ts";
import { originKey, originOf, type Standing, withOrigins } from "./origin.ts";
import type { EditLog } from "./overlay-edit.ts";

/** Gives each keyword of a schema that overlays set, changed or confirmed the origin `overlay`; the rest keeps its own. */
export function markOverlaidKeywords(document: JsonObject, before: JsonObject, log: EditLog): JsonObject {
  const known = new WeakSet<JsonObject>();
  mapDocument(before, {
    schema: (schema) => {
      known.add(schema);
      return schema;
    },
  });
  const mark = (schema: JsonObject): JsonObject =>
    known.has(schema) ? schema : markSchema(schema, historyOf(schema, known, log));
  return mapDocument(document, { schema: mark });
}

interface History {
  /** The schema as the pages had it, however often overlays edited it. */
  readonly before: JsonObject;
  /** Every keyword that an update named, whether it changed the value or only repeated it. */
  readonly named: ReadonlySet<string>;
}

function historyOf(schema: JsonObject, known: WeakSet<JsonObject>, log: EditLog): History {
  const named = new Set<string>();
  let at: JsonObject | undefined = schema;
  while (at !== undefined && !known.has(at)) {
    const edit = log.get(at);
    for (const keyword of edit?.named ?? []) named.add(keyword);
    at = edit?.from;
  }
  return { before: at ?? {}, named };
}

function markSchema(schema: JsonObject, { before, named }: History): JsonObject {
  const keywords = Object.keys(schema).filter((keyword) => keyword !== originKey && hasOrigin(keyword));
  const origins = keywords.map((keyword): [string, Standing] => {
    const isKept =
      !named.has(keyword) && JSON.stringify(member(schema, keyword)) === JSON.stringify(member(before, keyword));
    return [keyword, isKept ? originOf(before, keyword) : "overlay"];
  });
  return withOrigins(schema, new Map(origins));
}

/** Keywords that hold schemas have no origin of their own, their schemas do; texts make no claim. */
function hasOrigin(keyword: string): boolean {
  return keyword !== "$ref" && !childrenOf.schema.has(keyword) && (keyword === "default" || !annotations.has(keyword));
}
