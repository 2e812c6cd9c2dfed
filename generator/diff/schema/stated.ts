import type { Json } from "../../json.ts";
import { toJson } from "../canonical.ts";
import type { Located, Stated } from "./shape.ts";

/** What a schema says under a keyword, if it says anything. */
export function stated(at: Located, key: string): Stated<Json> | undefined {
  const value = keywordOf(at, key);
  return value === undefined ? undefined : { value: toJson(value), at, key, mined: isMined(at, key) };
}

/** The own value of a keyword, as it is written. */
export function keywordOf(at: Located, key: string): unknown {
  return Object.hasOwn(at.schema, key) ? at.schema[key] : undefined;
}

/** Whether the keyword was mined from prose. */
export function isMined(at: Located, key: string): boolean {
  return at.schema["x-docket-origin"]?.[key] === "prose";
}
