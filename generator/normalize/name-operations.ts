import type { Report } from "../diagnostic.ts";
import { type JsonObject, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { withMember } from "./edit-object.ts";
import { type At, mapDocument } from "./map-document.ts";
import { safeName, shortHash } from "./safe-name.ts";

/**
 * Gives every operation a unique `operationId`: the one its pages declare, if no other operation declares it too, else one
 * made of its method and path. Such a name depends on nothing but the operation, so other pages cannot change it.
 */
export function nameOperations(document: JsonObject, report: Report): JsonObject {
  const declared = countDeclared(document);
  const taken = new Set<string>([...declared.keys()]);
  return mapDocument(document, {
    operation: (operation, at) => {
      const own = declaredId(operation);
      if (own !== undefined && declared.get(own) === 1)
        return withMember(sayOwnName(operation, own), "operationId", own);
      if (own !== undefined) reportRepeated(operation, own, report);
      const path = at.parent?.key ?? "";
      const name = lowerFirst(wordsOfPath(at.key, path));
      const free = taken.has(name) ? `${name}_${shortHash(`${at.key} ${path}`)}` : name;
      taken.add(free);
      return withMember(operation, "operationId", free);
    },
  });
}

/** An id that had to change stays readable where nothing else says what the operation does. */
function sayOwnName(operation: JsonObject, id: string): JsonObject {
  const written = stringMember(operation, "operationId")?.trim() ?? "";
  const isSaid = written === id || !/\P{ASCII}/u.test(written) || stringMember(operation, "summary") !== undefined;
  return isSaid ? operation : withMember(operation, "summary", written);
}

function declaredId(operation: JsonObject): string | undefined {
  const id = stringMember(operation, "operationId")?.trim();
  return id === undefined || id === "" || id.includes("{{") ? undefined : safeName(id, "operation");
}

function countDeclared(document: JsonObject): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (operation: JsonObject, _at: At): JsonObject => {
    const id = declaredId(operation);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    return operation;
  };
  mapDocument(document, { operation: count });
  return counts;
}

function reportRepeated(operation: JsonObject, id: string, report: Report): void {
  report("repeated-operation-id", `Several operations call themselves ${quote(id)}; each is named after its path.`, {
    place: placeOf(operation, "operationId"),
  });
}

/** A method and path as words in PascalCase: `post`, `/v1/images/{id}` → `PostV1ImagesById`. */
export function wordsOfPath(method: string, path: string): string {
  const segments = path.split("/").filter((segment) => segment !== "");
  const words = segments.map((segment) => (segment.startsWith("{") ? `By${pascalCase(segment)}` : pascalCase(segment)));
  return safeName(pascalCase(method) + words.join(""), "Operation");
}

/** Letters of other scripts stay, for `safeName` to write them in ASCII. */
function pascalCase(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
