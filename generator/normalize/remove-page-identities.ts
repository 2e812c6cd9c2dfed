import type { JsonObject } from "../json.ts";
import { pageKey } from "../source-document.ts";
import { withoutMembers } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";

/** Takes the identity of its page off each operation, once merging and naming have used it. */
export function removePageIdentities(document: JsonObject): JsonObject {
  return mapDocument(document, { operation: (operation) => withoutMembers(operation, [pageKey]) });
}
