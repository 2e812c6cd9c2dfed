import type { Origin } from "../document.ts";
import { fromEntries, type JsonObject, objectMember, stringMember } from "../json.ts";
import { withMember, withoutMembers } from "./edit-object.ts";

/** The schema extension that keeps where keywords came from. */
export const originKey = "x-docket-origin";

/** Where a keyword of a schema came from. */
export function originOf(schema: JsonObject, keyword: string): Origin {
  const origin = stringMember(objectMember(schema, originKey), keyword);
  return origin === "prose" || origin === "overlay" ? origin : "schema";
}

/** The schema with these origins, those of `schema` and of keywords it does not have left out. */
export function withOrigins(schema: JsonObject, origins: ReadonlyMap<string, Origin>): JsonObject {
  const kept = [...origins].filter(([keyword, origin]) => origin !== "schema" && Object.hasOwn(schema, keyword));
  return kept.length === 0 ? withoutMembers(schema, [originKey]) : withMember(schema, originKey, fromEntries(kept));
}

/** The stronger of two origins: a declared keyword stands above one that was mined. */
export function strongerOrigin(one: Origin, other: Origin): Origin {
  const order: readonly Origin[] = ["overlay", "schema", "prose"];
  return order[Math.min(order.indexOf(one), order.indexOf(other))] ?? one;
}
