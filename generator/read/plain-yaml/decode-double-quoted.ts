import { backslash, carriageReturn, isBlank, isLineEnd, lineFeed } from "./characters.ts";

/**
 * What stands between double quotes, its escapes and line breaks undone; undefined for an escape that YAML does not know.
 *
 * @see https://yaml.org/spec/1.2.2/#57-escaped-characters
 */
export function decodeDoubleQuoted(text: string): string | undefined {
  let decoded = "";
  for (let at = 0; at < text.length; ) {
    const next = findSpecial(text, at);
    decoded += text.slice(at, next);
    if (next === text.length) break;
    const piece = text.charCodeAt(next) === backslash ? decodeEscape(text, next) : foldBreak(text, next);
    if (piece === undefined) return undefined;
    decoded += piece.text;
    at = piece.end;
  }
  return decoded;
}

interface Decoded {
  readonly text: string;
  /** Offset behind it. */
  readonly end: number;
}

/** The next backslash, or the blanks before the next line break; the end when there is neither. */
function findSpecial(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) return at;
    if (code !== lineFeed && code !== carriageReturn) continue;
    let end = at;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
    return end;
  }
  return text.length;
}

/** One line break is a space, several are one less; the blanks around them go. */
function foldBreak(text: string, start: number): Decoded {
  let breaks = 0;
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === lineFeed) breaks += 1;
    else if (!isBlank(code) && code !== carriageReturn) break;
  }
  return { text: breaks === 1 ? " " : "\n".repeat(breaks - 1), end };
}

function decodeEscape(text: string, start: number): Decoded | undefined {
  const sign = text[start + 1] ?? "";
  if (isLineEnd(sign.charCodeAt(0))) return joinLines(text, start + 1);
  const digits = codeLengths.get(sign);
  if (digits !== undefined) return decodeCode(text.slice(start + 2, start + 2 + digits), digits, start + 2);
  const decoded = escapes.get(sign);
  return decoded === undefined ? undefined : { text: decoded, end: start + 2 };
}

/** An escaped line break is nothing, and the blanks behind it go. */
function joinLines(text: string, start: number): Decoded {
  let end = text.charCodeAt(start) === carriageReturn ? start + 2 : start + 1;
  while (isBlank(text.charCodeAt(end))) end += 1;
  return { text: "", end };
}

function decodeCode(code: string, digits: number, start: number): Decoded | undefined {
  if (code.length < digits || !/^[0-9a-fA-F]+$/.test(code)) return undefined;
  const point = Number.parseInt(code, 16);
  return point > 0x10ffff ? undefined : { text: String.fromCodePoint(point), end: start + digits };
}

const codeLengths: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["\t", "\t"],
]);
