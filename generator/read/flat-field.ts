import type { JsonObject } from "../json.ts";

/** A field of a flat list, before it is known inside of which other field it belongs. */
export interface FlatField {
  readonly name: string;
  readonly schema: JsonObject;
  readonly required: boolean;
  /** How many fields stand directly inside of it, where the page says so (`object {3}`). */
  readonly count?: number | undefined;
  /** How many fields it stands inside of, where a mark before its name says so (`»» url`). */
  readonly depth?: number;
  /** Whether its schema has all that is inside of it already. */
  readonly isWhole?: boolean;
}
