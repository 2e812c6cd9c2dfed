import { fromEntries, isObject, type Json, type JsonObject, member } from "../json.ts";
import { under } from "../json-pointer.ts";
import { markLike } from "../place.ts";

/** A schema that holds definitions, and where it stands. */
interface Holder {
  readonly schema: JsonObject;
  readonly pointer: string;
}

/**
 * A document in which `#/$defs/…` and `#/definitions/…`, written for a schema that was a document of its own before it was
 * pasted, name the definitions of the nearest schema around them that has these; others stay as they are.
 */
export function localizeDefinitions(document: JsonObject): JsonObject {
  const localized = localizeIn(document, "", []);
  return isObject(localized) ? localized : document;
}

/** Whether a reference is one that {@link localizeDefinitions} looks at: the document itself defines nothing of the kind. */
export function isOfPastedSchema(reference: string, document: JsonObject): boolean {
  const key = keyOf(reference);
  return key !== undefined && !Object.hasOwn(document, key);
}

/** Copies only what changes. Recursion is bounded by the depth of the document. */
function localizeIn(value: Json, pointer: string, holders: readonly Holder[]): Json {
  if (Array.isArray(value)) {
    const items = value.map((item, at) => localizeIn(item, under(pointer, String(at)), holders));
    return items.some((item, at) => item !== value[at]) ? markLike(items, value) : value;
  }
  if (!isObject(value)) return value;
  const isHolder = Object.hasOwn(value, "$defs") || Object.hasOwn(value, "definitions");
  const inner = isHolder && pointer !== "" ? [{ schema: value, pointer }, ...holders] : holders;
  const changes: [string, Json][] = [];
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined) continue;
    const isReference = key === "$ref" && typeof child === "string";
    const local = isReference ? pointerFor(child, inner) : localizeIn(child, under(pointer, key), inner);
    if (local !== child) changes.push([key, local]);
  }
  return changes.length === 0 ? value : markLike({ ...value, ...fromEntries(changes) }, value);
}

function pointerFor(reference: string, holders: readonly Holder[]): string {
  const key = keyOf(reference);
  if (key === undefined) return reference;
  const name = reference.slice(`#/${key}/`.length).split("/")[0] ?? "";
  const holder = holders.find(({ schema }) => member(member(schema, key), name) !== undefined);
  return holder === undefined ? reference : `#${holder.pointer}${reference.slice(1)}`;
}

function keyOf(reference: string): "$defs" | "definitions" | undefined {
  if (reference.startsWith("#/$defs/")) return "$defs";
  return reference.startsWith("#/definitions/") ? "definitions" : undefined;
}
