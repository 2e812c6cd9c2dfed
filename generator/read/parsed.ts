import type { Json } from "../json.ts";

/** A parsed value; wrapped, for `null` is a value too. */
export interface Parsed {
  readonly value: Json;
}
