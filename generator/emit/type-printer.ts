import type { Schema } from "../document.ts";
import type { BytesUse } from "./find-bytes.ts";

/** How names, texts and schemas of a document are written in types. */
export interface TypePrinter {
  /** The key of a member. */
  readonly name: (name: string) => string;
  /** A type that only this text is of. */
  readonly literal: (text: string) => string;
  /** The type that a schema describes, by default where JSON carries it; all its lines but the first begin with the indent. */
  readonly schema: (schema: Schema, indent: string, bytes?: BytesUse) => string;
}

/** One level of indentation in `paths.ts`. */
export const step = "    ";

/** An object type of these members, each of which ends its line; `indent` is that of the line it begins on. */
export function printBlock(members: string, indent: string): string {
  return `{\n${members}${indent}}`;
}
