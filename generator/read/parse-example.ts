import { type ParseError, parseTree } from "jsonc-parser";
import type { Json } from "../json.ts";
import type { SourceText } from "../place.ts";
import type { Excerpt } from "./excerpt.ts";
import { normalizeLooseJson } from "./normalize-loose-json.ts";
import { findDeepNesting, readJsonTree } from "./parse-json.ts";

/** Where an example's text begins in a document. */
export interface ExampleOrigin {
  readonly source: SourceText;
  readonly start: number;
  /** Where it ends, of text that stands in the document as it is; absent for text out of a string, whose escapes are undone. */
  readonly end?: number;
}

/**
 * The value of an example written as text: JSON, or what people type for JSON (comments, trailing commas, ellipses,
 * full-width quotes), read for its shape. Text that is no object and no list stays text.
 */
export function parseExample(text: string, origin?: ExampleOrigin): Json {
  if (!/^\s*[[{]/.test(text)) return text;
  const source = origin?.source ?? { path: "", text };
  const from = origin?.start ?? 0;
  // Out of a string, offsets do not map one to one: a second run behind the text holds everything at where it begins.
  const runs =
    origin?.end === undefined
      ? [
          { at: 0, from },
          { at: text.length + 1, from },
        ]
      : [{ at: 0, from }];
  const excerpt: Excerpt = { source, text, runs };
  return parseStrict(excerpt) ?? parseEscaped(excerpt) ?? parseLoose(excerpt) ?? text;
}

/** Tools that write projects escape an example twice: `{\\n \\"a\\": 1}` is text inside of text. */
function parseEscaped(excerpt: Excerpt): Json | undefined {
  if (!/^\s*[[{]\s*\\[nrt"]/.test(excerpt.text)) return undefined;
  const text = excerpt.text.replaceAll(/\\(["\\/nrt])/g, (_, sign: string) => escapes.get(sign) ?? sign);
  return parseStrict({ ...excerpt, text });
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

function parseStrict(excerpt: Excerpt): Json | undefined {
  if (findDeepNesting(excerpt.text) !== undefined) return undefined;
  const errors: ParseError[] = [];
  const root = parseTree(excerpt.text, errors, { disallowComments: true });
  if (root === undefined || errors.length > 0) return undefined;
  return readJsonTree(root, excerpt, () => undefined)?.value;
}

/** The parser goes on after errors; what it makes of the rest is good enough for a shape, as long as it is not nothing. */
function parseLoose(excerpt: Excerpt): Json | undefined {
  const text = normalizeLooseJson(excerpt.text);
  if (findDeepNesting(text) !== undefined || countOpenings(text) > maxLooseOpenings) return undefined;
  const root = parseTree(text, [], { disallowComments: false, allowTrailingComma: true, allowEmptyContent: true });
  if (root === undefined || (root.children?.length ?? 0) === 0) return undefined;
  return readJsonTree(root, excerpt, () => undefined)?.value;
}

/** Brackets that a damaged string hides from the scan of depth are bounded by their number. */
const maxLooseOpenings = 5_000;

function countOpenings(text: string): number {
  return text.length - text.replaceAll(/[[{]/g, "").length;
}
