import { backslash, doubleQuote, isLineEnd, singleQuote, space, tab } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { decodeDoubleQuoted } from "./decode-double-quoted.ts";
import { unfoldLines } from "./unfold-lines.ts";

/**
 * The text of a quoted scalar that begins at the cursor, and moves behind it; undefined when it is not plain. Its further
 * lines are indented by at least `least`.
 */
export function readQuoted(cursor: Cursor, least: number): string | undefined {
  const { text, at: start } = cursor;
  const isDouble = text.charCodeAt(start) === doubleQuote;
  const close = isDouble ? closingDouble(text, start) : closingSingle(text, start);
  if (close < 0) return undefined;
  const inside = text.slice(start + 1, close);
  const isFolded = inside.includes("\n");
  if (isFolded && !isIndented(text, start, close, Math.max(least, 1))) return undefined;
  cursor.at = close + 1;
  if (isDouble) return isFolded || inside.includes("\\") ? decodeDoubleQuoted(inside) : inside;
  const unfolded = isFolded ? unfoldLines(inside) : inside;
  return unfolded.includes("'") ? unfolded.replaceAll("''", "'") : unfolded;
}

/** Whether the text of a quoted scalar holds a line break: it is no key then. */
export function spansLines(text: string, start: number, end: number): boolean {
  const lineEnd = text.indexOf("\n", start);
  return lineEnd >= 0 && lineEnd < end;
}

function closingDouble(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = at;
    while (text.charCodeAt(escapes - 1) === backslash) escapes -= 1;
    if ((at - escapes) % 2 === 0) return at;
  }
  return -1;
}

function closingSingle(text: string, start: number): number {
  let at = text.indexOf("'", start + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === singleQuote) at = text.indexOf("'", at + 2);
  return at;
}

/** Whether each further line is blank or indented by `least` spaces, and by no tab. */
function isIndented(text: string, start: number, close: number, least: number): boolean {
  for (let lineEnd = text.indexOf("\n", start); lineEnd >= 0 && lineEnd < close; ) {
    let at = lineEnd + 1;
    while (text.charCodeAt(at) === space) at += 1;
    const code = text.charCodeAt(at);
    if (code === tab || (!isLineEnd(code) && at - lineEnd - 1 < least)) return false;
    lineEnd = text.indexOf("\n", at);
  }
  return true;
}
