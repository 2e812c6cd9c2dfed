import { isObject, type Json, type JsonObject, setMember } from "../../json.ts";
import { markLike } from "../../place.ts";
import { maxAliases } from "../limits.ts";
import type { Cursor } from "./cursor.ts";
import { maxPlainDepth } from "./max-plain-depth.ts";

/**
 * The name of the anchor that begins at the cursor, which moves to what it stands before; undefined when it is not plain, or
 * names something already.
 */
export function openAnchor(cursor: Cursor): string | undefined {
  const name = readName(cursor);
  if (name === undefined || cursor.anchors.has(name)) return undefined;
  // Inside of what it names, it means nothing yet.
  cursor.anchors.set(name, undefined);
  cursor.skipSpaces();
  return name;
}

/** What the alias that begins at the cursor stands for, as if it stood here; undefined when it is not plain. */
export function readAlias(cursor: Cursor, depth: number): Json | undefined {
  cursor.aliases += 1;
  const name = cursor.aliases < maxAliases ? readName(cursor) : undefined;
  const value = name === undefined ? undefined : cursor.anchors.get(name);
  return value === undefined ? undefined : repeat(value, cursor, depth);
}

function readName(cursor: Cursor): string | undefined {
  sigil.lastIndex = cursor.at;
  const [whole, name] = sigil.exec(cursor.text) ?? [];
  cursor.at += whole?.length ?? 0;
  return name;
}

const sigil = /[&*]([A-Za-z0-9_-]+)(?=[ \r\n]|$)/y;

/** The value once more, its places where they are; undefined when it would nest too deep or hold too much. */
function repeat(value: Json, cursor: Cursor, depth: number): Json | undefined {
  if (depth > maxPlainDepth || !cursor.spend()) return undefined;
  if (Array.isArray(value)) return repeatItems(value, cursor, depth);
  return isObject(value) ? repeatMembers(value, cursor, depth) : value;
}

function repeatItems(items: readonly Json[], cursor: Cursor, depth: number): Json | undefined {
  const repeated: Json[] = [];
  for (const item of items) {
    const value = repeat(item, cursor, depth + 1);
    if (value === undefined) return undefined;
    repeated.push(value);
  }
  return markLike(repeated, items);
}

function repeatMembers(object: JsonObject, cursor: Cursor, depth: number): Json | undefined {
  const repeated: { [key: string]: Json } = {};
  for (const [key, child] of Object.entries(object)) {
    const value = repeat(child ?? null, cursor, depth + 1);
    if (value === undefined) return undefined;
    setMember(repeated, key, value);
  }
  return markLike(repeated, object);
}
