import { type Node, parseTree } from "jsonc-parser";
import { fromEntries, type Json } from "../json.ts";

/** Deeper text stays text: the parser recurses once per level. */
const maxLevels = 100;

/**
 * The value that an example written as text stands for. Pages write JSON with comments, trailing commas and ellipses, so
 * what looks like an object or array is read as far as it goes; any other text is itself.
 */
export function parseExample(text: string): Json {
  const trimmed = text.trim();
  if (!(trimmed.startsWith("{") || trimmed.startsWith("[")) || countLevels(trimmed) > maxLevels) return text;
  const root = parseTree(trimmed, [], { allowTrailingComma: true });
  const value = root === undefined ? text : readValue(root);
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

/** The value of a syntax tree, `__proto__` a key like any other; a number too large to be one is null, for its place still tells the shape. */
function readValue({ type, children = [], value }: Node): Json {
  if (type === "array") return children.map(readValue);
  if (type === "object") return fromEntries(children.flatMap(memberOf));
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

function memberOf({ children = [] }: Node): readonly (readonly [string, Json])[] {
  const [key, value] = children;
  return key === undefined || value === undefined ? [] : [[String(key.value), readValue(value)]];
}

/** Text that only begins with a bracket (`[object]`, `{{prompt}}`) leaves nothing when it is read. */
function isTelling(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
