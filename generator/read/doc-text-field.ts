import type { Line } from "./split-lines.ts";

/** A field as a rendered page prints it. */
export interface DocTextField {
  readonly name: string;
  /** UTF-16 offset of the name in the document. */
  readonly offset: number;
  readonly type: string;
  /** Undefined where the page says neither 必需 nor 可选. */
  readonly required?: boolean;
  /** How many fields it is inside of, where a mark before its name says so. */
  readonly depth?: number;
  /** Where it is sent, where its row says so. */
  readonly location?: "path" | "query" | "header" | "cookie" | "body";
  /** The lines under it: description, and labels such as 示例值. */
  readonly details: readonly Line[];
}
