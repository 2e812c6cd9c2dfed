import type { JsonObject } from "../json.ts";
import { pageKey } from "../source-document.ts";
import { enumTextsKey } from "./describe-enum-values.ts";
import { filterMembers } from "./edit-object.ts";
import { type Kind, mapDocument, type Visitors } from "./map-document.ts";

const kinds: readonly Kind[] = ["document", "pathItem", "operation", "parameter", "requestBody", "response", "header"];

/** Apifox's title of a response, which `clean-responses.ts` makes the description where there is no other, and texts of values. */
const kept: ReadonlySet<string> = new Set([pageKey, "x-apifox-name", enumTextsKey]);

/**
 * Drops what the vendor of the documentation tool wrote for itself (`x-…`), once the passes that understand some of it are
 * done. A page cannot speak for Docket either: `x-docket-…` of a page goes too, but for the identity that readers set.
 */
export function removeExtensions(document: JsonObject): JsonObject {
  const strip = (node: JsonObject): JsonObject => filterMembers(node, (key) => !key.startsWith("x-") || kept.has(key));
  const visitors: Visitors = Object.fromEntries([...kinds, "mediaType", "schema"].map((kind) => [kind, strip]));
  return mapDocument(document, visitors);
}
