import type { Origin } from "../document.ts";
import { fromEntries, type JsonObject, objectMember, stringMember } from "../json.ts";
import { withMember, withoutMembers } from "./edit-object.ts";

/** The schema extension that keeps where keywords came from. */
export const originKey = "x-docket-origin";

/** While pages are merged: the origin of a keyword, or that only some of the gateways state it. */
export type Standing = Origin | "partial";

/** Where a keyword of a schema came from. */
export function originOf(schema: JsonObject, keyword: string): Standing {
  const origin = stringMember(objectMember(schema, originKey), keyword);
  return origin === "prose" || origin === "overlay" || origin === "partial" ? origin : "schema";
}

/** The schema with these origins, those of `schema` and of keywords it does not have left out. */
export function withOrigins(schema: JsonObject, origins: ReadonlyMap<string, Standing>): JsonObject {
  const kept = [...origins].filter(([keyword, origin]) => origin !== "schema" && Object.hasOwn(schema, keyword));
  return kept.length === 0 ? withoutMembers(schema, [originKey]) : withMember(schema, originKey, fromEntries(kept));
}

/** What two equal claims are worth: a declared one stands above a mined one, but what some gateway does not state stays partial. */
export function strongerOrigin(one: Standing, other: Standing): Standing {
  const order: readonly Standing[] = ["partial", "overlay", "schema", "prose"];
  return order[Math.min(order.indexOf(one), order.indexOf(other))] ?? one;
}

/** The first of two schemas that state the same, each keyword with the stronger of its two origins. */
export function strongest(one: JsonObject, other: JsonObject): JsonObject {
  const origins = Object.keys(one).map((keyword): [string, Standing] => [
    keyword,
    strongerOrigin(originOf(one, keyword), originOf(other, keyword)),
  ]);
  return withOrigins(one, new Map(origins));
}
