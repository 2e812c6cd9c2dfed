import { copyObject, fromEntries, type Json, type JsonObject, setMember } from "../json.ts";
import { markLike } from "../place.ts";

/** A copy with this member set; marks are kept. Passes never change an object in place: pages share them. */
export function withMember(object: JsonObject, key: string, value: Json): JsonObject {
  const copy = copyObject(object);
  setMember(copy, key, value);
  return copy;
}

/** A copy without these members, or the object itself when it has none of them. */
export function withoutMembers(object: JsonObject, keys: readonly string[]): JsonObject {
  if (!keys.some((key) => Object.hasOwn(object, key))) return object;
  const dropped = new Set(keys);
  return filterMembers(object, (key) => !dropped.has(key));
}

/** A copy that keeps only the members that pass, or the object itself when all do. */
export function filterMembers(object: JsonObject, keep: (key: string, value: Json) => boolean): JsonObject {
  const entries = Object.entries(object);
  const kept = entries.filter(([key, value]) => value !== undefined && keep(key, value));
  return kept.length === entries.length ? object : markLike(fromEntries(kept), object);
}

/** A copy whose keys are renamed where `rename` says another name; of two that collide the first one stays. */
export function renameMembers(object: JsonObject, rename: (key: string) => string): JsonObject {
  if (Object.keys(object).every((key) => rename(key) === key)) return object;
  const renamed = new Map<string, Json | undefined>();
  for (const [key, value] of Object.entries(object)) {
    const name = rename(key);
    if (!renamed.has(name)) renamed.set(name, value);
  }
  return markLike(fromEntries(renamed), object);
}

/** A copy with each member passed through `change`; undefined drops the member. The object itself when nothing changed. */
export function mapMembers(object: JsonObject, change: (value: Json, key: string) => Json | undefined): JsonObject {
  let changed = false;
  const mapped: [string, Json][] = [];
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    const next = change(value, key);
    changed ||= next !== value;
    if (next !== undefined) mapped.push([key, next]);
  }
  return changed ? markLike(fromEntries(mapped), object) : object;
}
