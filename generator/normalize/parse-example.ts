import { type ParseError, parse } from "jsonc-parser";
import type { Json } from "../json.ts";

/** Deeper text stays text: the parser recurses once per level. */
const maxLevels = 100;

/**
 * The value that an example written as text stands for. Pages write JSON with comments, trailing commas and ellipses, so
 * what looks like an object or array is read as far as it goes; any other text is itself.
 */
export function parseExample(text: string): Json {
  const trimmed = text.trim();
  if (!(trimmed.startsWith("{") || trimmed.startsWith("[")) || countLevels(trimmed) > maxLevels) return text;
  const errors: ParseError[] = [];
  const value: unknown = parse(trimmed, errors, { allowTrailingComma: true });
  return isTelling(value) ? value : text;
}

/** The deepest nesting that the brackets of a text could open, those inside of strings counted too. */
function countLevels(text: string): number {
  let open = 0;
  let deepest = 0;
  for (const char of text) {
    if (char === "{" || char === "[") deepest = Math.max(deepest, ++open);
    else if (char === "}" || char === "]") open -= 1;
  }
  return deepest;
}

/** Text that only begins with a bracket (`[object]`, `{{prompt}}`) leaves nothing when it is read. */
function isTelling(value: unknown): value is Json {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
