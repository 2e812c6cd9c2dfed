import type { Json } from "../../json.ts";
import { isRounded } from "../is-rounded.ts";
import { readCoreScalar } from "./core-scalar.ts";
import type { Cursor } from "./cursor.ts";

/** The value of a plain scalar that begins at `cursor.start`; undefined where JSON has none. */
export function readPlainValue(cursor: Cursor, text: string): Json | undefined {
  const value = readCoreScalar(text);
  // Said once: where there is one such number, there are more.
  if (typeof value === "number" && cursor.rounded === undefined && isRounded(text, value))
    cursor.rounded = { written: text, value, offset: cursor.start };
  return value;
}
