import type { Report } from "../diagnostic.ts";
import { isObject, type Json, type JsonObject, member } from "../json.ts";
import { placeOf } from "../place.ts";
import { mapMembers, withMember, withoutMembers } from "./edit-object.ts";
import { type At, type Child, childrenOf, type Kind, mapDocument, pointerOf, type Visitors } from "./map-document.ts";

/** Schema keywords under which `true` and `false` are schemas as good as objects. */
const booleanSchemas = new Set(["additionalProperties", "items", "unevaluatedItems", "unevaluatedProperties"]);

/**
 * Drops what stands where an object belongs and is none (`properties: { a: 1 }`, `content: null`), with a warning, so that
 * later passes can rely on shapes. `true` and `false` as schemas become `{}` and `{ not: {} }` where Docket wants objects.
 */
export function dropMisplaced(document: JsonObject, report: Report): JsonObject {
  const check =
    (kind: Kind) =>
    (node: JsonObject, at: At): JsonObject =>
      checkNode(node, kind, at, report);
  const kinds = Object.entries(childrenOf).map(([kind]) => kind);
  const visitors: Visitors = Object.fromEntries(kinds.filter(isKind).map((kind) => [kind, check(kind)]));
  return mapDocument(document, visitors);
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(childrenOf, kind);
}

function checkNode(node: JsonObject, kind: Kind, at: At, report: Report): JsonObject {
  let checked = node;
  for (const [key, child] of childrenOf[kind]) {
    const value = member(node, key);
    if (value === undefined || (typeof value === "boolean" && booleanSchemas.has(key))) continue;
    const complain = (owner: Json, name: string): void => {
      const pointer = `${pointerOf(at)}/${key}`;
      report("misplaced-value", "A value stands where an object belongs; it is left out.", {
        place: placeOf(owner, name),
        pointer: owner === node ? pointer : `${pointer}/${name}`,
      });
    };
    const next = checkChild(value, child, complain);
    if (next === undefined) complain(node, key);
    if (next !== value) checked = next === undefined ? withoutMembers(checked, [key]) : withMember(checked, key, next);
  }
  return checked;
}

function checkChild(value: Json, child: Child, complain: (owner: Json, name: string) => void): Json | undefined {
  if (child.shape === "one") return asNode(value, child.kind);
  if (child.shape === "list")
    return Array.isArray(value) ? value.map((item) => asNode(item, child.kind) ?? {}) : undefined;
  if (!isObject(value)) return undefined;
  return mapMembers(value, (item, name) => {
    // Extensions may hold anything.
    const node = name.startsWith("x-") && child.kind !== "schema" ? item : asNode(item, child.kind);
    if (node === undefined) complain(value, name);
    return node;
  });
}

function asNode(value: Json, kind: Kind): JsonObject | undefined {
  if (isObject(value)) return value;
  if (kind !== "schema") return undefined;
  if (value === true || value === null) return {};
  return value === false ? { not: {} } : undefined;
}
