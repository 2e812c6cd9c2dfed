import { type ParseError, parseTree } from "jsonc-parser";
import type { Json } from "../json.ts";
import type { SourceText } from "../place.ts";
import type { Excerpt } from "./excerpt.ts";
import { findDeepNesting, readJsonTree } from "./parse-json.ts";

/** Where an example's text begins in a document. */
export interface ExampleOrigin {
  readonly source: SourceText;
  readonly start: number;
}

/**
 * The value of an example written as text: JSON, or what people type for JSON (comments, trailing commas, ellipses,
 * full-width quotes), read for its shape. Text that is no object and no list stays text.
 */
export function parseExample(text: string, origin?: ExampleOrigin): Json {
  if (!/^\s*[[{]/.test(text) || findDeepNesting(text) !== undefined) return text;
  const source = origin?.source ?? { path: "", text };
  // Inside of a string of another document, offsets do not map one to one: everything points at where the text begins.
  const excerpt: Excerpt = { source, text, runs: [{ at: 0, from: origin?.start ?? 0 }] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: false, allowTrailingComma: true });
  if (root === undefined || errors.length > 0) return text;
  return readJsonTree(root, excerpt, () => undefined)?.value ?? text;
}
