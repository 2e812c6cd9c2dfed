import { isObject, type Json, type JsonObject, member } from "../json.ts";
import { markLike } from "../place.ts";
import { filterMembers, withMember } from "./edit-object.ts";

/** Which object each edited object was made from, and the keys that the update named: a human vouches for them. */
export type EditLog = WeakMap<JsonObject, { readonly from: JsonObject; readonly named: readonly string[] }>;

type Location = readonly (string | number)[];
type Edit = (node: Json) => Json | undefined;

/** The document without the node at this place; the document itself cannot be removed. */
export function removeAt(document: JsonObject, location: Location, log: EditLog): JsonObject {
  return location.length === 0 ? document : editObject(document, location, () => undefined, log);
}

/** The document with `update` merged into the node at this place. */
export function updateAt(document: JsonObject, location: Location, update: Json, log: EditLog): JsonObject {
  return editObject(document, location, (node) => mergeValue(node, update, log, "target"), log);
}

function editObject(object: JsonObject, location: Location, edit: Edit, log: EditLog): JsonObject {
  const edited = editAt(object, location, edit, log);
  return isObject(edited) ? edited : object;
}

function editAt(node: Json, location: Location, edit: Edit, log: EditLog): Json | undefined {
  const [key, ...rest] = location;
  if (key === undefined) return edit(node);
  if (Array.isArray(node)) {
    const items: readonly Json[] = node;
    return markLike(
      items.flatMap((item, at) => (at === Number(key) ? listed(editAt(item, rest, edit, log)) : [item])),
      items,
    );
  }
  const child = member(node, String(key));
  if (!isObject(node) || child === undefined) return node;
  const edited = editAt(child, rest, edit, log);
  const copy =
    edited === undefined ? filterMembers(node, (name) => name !== key) : withMember(node, String(key), edited);
  log.set(copy, { from: node, named: [] });
  return copy;
}

function listed(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : [value];
}

/**
 * Merges as the specification says: members of objects recursively; an update of a list that is itself the target is one item to append,
 * a list inside of an update adds its items, those not there yet; anything else replaces.
 */
function mergeValue(node: Json, update: Json, log: EditLog, where: "target" | "inside"): Json {
  if (Array.isArray(node)) return mergeList(node, where === "target" || !Array.isArray(update) ? [update] : update);
  if (!isObject(node) || !isObject(update)) return update;
  const merged = Object.entries(update).reduce<JsonObject>((object, [key, value]) => {
    if (value === undefined) return object;
    const known = member(object, key);
    return withMember(object, key, known === undefined ? value : mergeValue(known, value, log, "inside"));
  }, node);
  log.set(merged, { from: node, named: Object.keys(update) });
  return merged;
}

function mergeList(list: readonly Json[], added: readonly Json[]): Json {
  const texts = new Set(list.map((item) => JSON.stringify(item)));
  return markLike([...list, ...added.filter((item) => !texts.has(JSON.stringify(item)))], list);
}
