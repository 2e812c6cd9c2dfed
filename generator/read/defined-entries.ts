import { fromEntries, type Json, type JsonObject } from "../json.ts";

/** An object of those entries that have a value. */
export function definedEntries(entries: Iterable<readonly [string, Json | undefined]>): JsonObject {
  return fromEntries([...entries].filter(([, value]) => value !== undefined));
}
