import { createRequire } from "node:module";
import type { Report } from "../diagnostic.ts";
import { type Json, type JsonObject, member, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { markOverlaidKeywords } from "./mark-overlaid-keywords.ts";
import type { OverlayDocument } from "./normalize-input.ts";
import { type EditLog, removeAt, updateAt } from "./overlay-edit.ts";

/** Keys and indexes from the root to a node. */
type Location = readonly (string | number)[];

/**
 * Applies OpenAPI Overlay 1.0 documents, in order: `remove` takes the nodes out, `update` merges into them. What an action sets
 * in a schema gets the origin `overlay`. A target that selects nothing is reported: the pages changed, or it is misspelt.
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 */
export function applyOverlays(document: JsonObject, overlays: readonly OverlayDocument[], report: Report): JsonObject {
  if (overlays.length === 0) return document;
  const log: EditLog = new WeakMap();
  const edited = overlays.reduce((current, overlay) => applyOverlay(current, overlay, log, report), document);
  return markOverlaidKeywords(edited, document, log);
}

function applyOverlay(document: JsonObject, overlay: OverlayDocument, log: EditLog, report: Report): JsonObject {
  const version = stringMember(overlay.document, "overlay") ?? "";
  const actions = member(overlay.document, "actions");
  if (!/^1\.\d+\.\d+$/.test(version) || !Array.isArray(actions)) {
    report(
      "overlay-invalid",
      "The document is no OpenAPI Overlay 1.0: it needs `overlay: 1.0.0` and a list of actions.",
      {
        place: placeOf(overlay.document) ?? { file: overlay.file, line: 1, column: 1 },
      },
    );
    return document;
  }
  return actions.reduce<JsonObject>((current, action) => applyAction(current, action, overlay, log, report), document);
}

function applyAction(
  document: JsonObject,
  action: Json,
  overlay: OverlayDocument,
  log: EditLog,
  report: Report,
): JsonObject {
  const target = stringMember(action, "target");
  const place = placeOf(action, "target") ?? { file: overlay.file, line: 1, column: 1 };
  const locations = target === undefined ? undefined : selectNodes(document, target);
  if (locations === undefined) {
    report("overlay-invalid", "The action's target is no JSONPath.", { place, hint: "See RFC 9535 for the syntax." });
    return document;
  }
  if (locations.length === 0) {
    report("overlay-unmatched", `The action's target selects nothing: ${quote(target ?? "", 200)}.`, {
      place,
      hint: "Compare it with openapi.yaml of the generated package: the pages may have changed.",
    });
  }
  return editNodes(document, locations, action, log);
}

function editNodes(document: JsonObject, locations: readonly Location[], action: Json, log: EditLog): JsonObject {
  const update = member(action, "update");
  if (member(action, "remove") === true) {
    // From the end, so that removing an item of a list does not move those still to be removed.
    return [...locations].reverse().reduce((current, location) => removeAt(current, location, log), document);
  }
  if (update === undefined) return document;
  return locations.reduce((current, location) => updateAt(current, location, update, log), document);
}

/** The places that a JSONPath selects; undefined when it is none. */
function selectNodes(document: JsonObject, target: string): readonly Location[] | undefined {
  // Loaded only when there are overlays. json-p3 follows RFC 9535 to the letter and evaluates no script.
  const { query }: typeof import("json-p3") = createRequire(import.meta.url)("json-p3");
  try {
    return query(target, JSON.parse(JSON.stringify(document))).nodes.map((node) => node.location);
  } catch {
    return undefined;
  }
}
