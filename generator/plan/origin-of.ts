import type { Origin, Schema } from "../document.ts";

/** Where a keyword of a schema came from. */
export function originOf(schema: Schema, keyword: string): Origin {
  const origins = schema["x-docket-origin"];
  return (origins !== undefined && Object.hasOwn(origins, keyword) ? origins[keyword] : undefined) ?? "schema";
}
