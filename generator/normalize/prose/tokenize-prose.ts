import { chineseNumeralAt } from "./chinese-numeral.ts";
import { findCue, isWordUnit } from "./find-cue.ts";
import { foldText, lowerAscii } from "./fold-text.ts";
import type { ProseToken } from "./prose-token.ts";
import { tagLength } from "./tag-length.ts";
import { findUnit } from "./units.ts";
import { wordEnd } from "./word-end.ts";

const maxQuotedLength = 500;
const plainNumber = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;
const mediaTypes: ReadonlySet<string> = new Set(["application", "multipart"]);
const urlEnds = " \n\"'`<>()[]{},;。、";

interface Scan {
  readonly text: string;
  readonly lower: string;
  readonly tokens: ProseToken[];
}

/** Splits a description into tokens in one pass; every offset is one of the description itself. */
export function tokenizeProse(description: string): readonly ProseToken[] {
  const text = foldText(description);
  const scan: Scan = { text, lower: lowerAscii(text), tokens: [] };
  let at = 0;
  let spaced = false;
  while (at < text.length) {
    const skip = skipLength(text, at);
    if (skip > 0) {
      at += skip;
      spaced = true;
      continue;
    }
    at = readToken(scan, at, spaced);
    // A Chinese comma groups no digits: 0-100，100 最佳.
    spaced = description.charAt(at - 1) === "，";
  }
  return scan.tokens;
}

/** White space, Markdown emphasis and the target of a link; backticks around numbers, so that `2` to `10` reads as 2 to 10. */
function skipLength(text: string, at: number): number {
  const unit = text.charAt(at);
  if (unit === " ") return 1;
  // \\[0, 75\\], as Markdown escapes an interval.
  if (unit === "\\" && "[]()".includes(text.charAt(at + 1) || " ")) return 1;
  if (unit === "(" && text.charAt(at - 1) === "]") return linkTargetLength(text, at);
  if (unit === "*" && text.charAt(at + 1) === "*") return 2;
  if (unit !== "`") return 0;
  return isNumericCode(text, at) ? 1 : 0;
}

/** The `(/docs/models#tts)` of `[models](/docs/models#tts)`; 0 where the bracket holds something else. */
function linkTargetLength(text: string, at: number): number {
  if (!/[/#h]/.test(text.charAt(at + 1))) return 0;
  for (let end = at + 1; end < at + maxQuotedLength; end++) {
    const unit = text.charAt(end);
    if (unit === ")") return end + 1 - at;
    if (unit === "" || " \n(".includes(unit)) return 0;
  }
  return 0;
}

function isNumericCode(text: string, at: number): boolean {
  const inside = (unit: string): boolean => unit !== "" && "0123456789.,-~[]() ".includes(unit);
  let end = at + 1;
  while (inside(text.charAt(end)) && end < at + 40) end++;
  if (text.charAt(end) === "`" && /\d/.test(text.slice(at, end))) return true;
  let start = at - 1;
  while (inside(text.charAt(start)) && start > at - 40) start--;
  return text.charAt(start) === "`" && /\d/.test(text.slice(start, at));
}

function readToken(scan: Scan, at: number, spaced: boolean): number {
  const unit = scan.text.charAt(at);
  const tag = unit === "<" ? tagLength(scan.lower, at) : 0;
  if (tag > 0) return Math.max(readBreak(scan, at), at + tag);
  if (unit === "\n") return readBreak(scan, at);
  const cue = findCue(scan.lower, at);
  if (cue !== undefined) {
    const end = at + cue.phrase.length;
    return push(scan, { kind: "cue", cue, text: scan.text.slice(at, end), start: at, end, spaced });
  }
  if (isWordUnit(scan.text, at) || isSign(scan.text, at) || isFraction(scan.text, at) || isMinusWord(scan, at))
    return readWord(scan, at, spaced);
  if (unit === '"' || unit === "'" || unit === "`") return readQuoted(scan, at, spaced);
  return unit.charCodeAt(0) < 0x80 || isPunctuation(unit) ? readMark(scan, at, spaced) : readLetters(scan, at, spaced);
}

/** Several line breaks in a row are one. */
function readBreak(scan: Scan, at: number): number {
  const isFirst = scan.tokens.at(-1)?.kind !== "break";
  return isFirst ? push(scan, { kind: "break", text: "\n", start: at, end: at + 1, spaced: false }) : at + 1;
}

function push(scan: Scan, token: ProseToken): number {
  scan.tokens.push(token);
  return token.end;
}

/** A minus belongs to its number when nothing that it could subtract or range from touches it. */
function isSign(text: string, at: number): boolean {
  if (text.charAt(at) !== "-" || !/\d/.test(text.charAt(at + 1))) return false;
  if (text.charAt(at - 1) === "`") return /^-[\d.]+`/.test(text.slice(at, at + 20));
  return !isWordUnit(text, at - 1) && !")\"']-".includes(text.charAt(at - 1) || " ");
}

/** `-created_at`, as sort orders are written; not a bullet, and not the dash between a value and its label. */
function isMinusWord({ text, tokens }: Scan, at: number): boolean {
  if (text.charAt(at) !== "-" || !/[a-z]/i.test(text.charAt(at + 1)) || isWordUnit(text, at - 1)) return false;
  const before = tokens.at(-1);
  return before?.kind === "cue" || (before?.kind === "mark" && ",、:;/|([".includes(before.text));
}

/** `.5`, but not the second half of 1..5 or v.5. */
function isFraction(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return text.charAt(at) === "." && /\d/.test(text.charAt(at + 1)) && before !== "." && !isWordUnit(text, at - 1);
}

function readWord(scan: Scan, start: number, spaced: boolean): number {
  const end = wordEnd(scan.text, start);
  const text = scan.text.slice(start, end).replaceAll("\\", "");
  if (plainNumber.test(text)) return pushNumber(scan, { value: Number(text), text, start, end, spaced });
  const range = /^(-?\d+(?:\.\d+)?)-\d+(?:\.\d+)?(s?)$/.exec(text);
  if (range?.[1] !== undefined) {
    const first = { value: Number(range[1]), text: range[1], start, end: start + range[1].length, spaced };
    pushNumber(scan, first);
    push(scan, { kind: "mark", text: "-", start: first.end, end: first.end + 1, spaced: false });
    const last = { start: first.end + 1, end: end - (range[2]?.length ?? 0), spaced: false };
    const digits = scan.text.slice(last.start, last.end);
    return pushNumber(scan, { ...last, value: Number(digits), text: digits });
  }
  if (scan.text.startsWith("://", end)) return readUrl(scan, start, spaced);
  if (mediaTypes.has(text.toLowerCase()) && scan.text.charAt(end) === "/" && isWordUnit(scan.text, end + 1))
    return readMediaType(scan, start, end, spaced);
  if (/^\d+(?:\.\d+)?k$/i.test(text) && /^ ?char/.test(scan.lower.slice(end, end + 5)))
    return pushNumber(scan, { value: Number(text.slice(0, -1)) * 1000, text, start, end, spaced });
  return push(scan, { kind: "word", text, start, end, spaced });
}

/** `application/json` is one value; image/video may be a choice. */
function readMediaType(scan: Scan, start: number, slash: number, spaced: boolean): number {
  const end = wordEnd(scan.text, slash + 1);
  return push(scan, { kind: "word", text: scan.text.slice(start, end), start, end, spaced });
}

function pushNumber(scan: Scan, number: NumberToken): number {
  const end = push(scan, { kind: "number", ...withMyriads(scan.text, number) });
  // `4` 秒: the unit stands behind the backtick.
  const close = scan.text.charAt(end) === "`" ? end + 1 : end;
  const at = close + (scan.text.charAt(close) === " " ? 1 : 0);
  const unit = findUnit(scan.lower, at);
  if (unit === undefined) return end;
  return push(scan, {
    kind: "unit",
    unit: unit.kind,
    text: scan.text.slice(at, unit.end),
    start: at,
    end: unit.end,
    spaced: at > end,
  });
}

type NumberToken = Omit<Extract<ProseToken, { kind: "number" }>, "kind">;

/** 5 万 is 50000, 1 亿 is 100000000. */
function withMyriads(text: string, number: NumberToken): NumberToken {
  const at = number.end + (text.charAt(number.end) === " " ? 1 : 0);
  const power = text.charAt(at) === "万" ? 10_000 : text.charAt(at) === "亿" ? 100_000_000 : undefined;
  if (power === undefined) return number;
  return { ...number, value: number.value * power, text: text.slice(number.start, at + 1), end: at + 1 };
}

function readUrl(scan: Scan, start: number, spaced: boolean): number {
  let end = start;
  while (end < scan.text.length && !urlEnds.includes(scan.text.charAt(end))) end++;
  return push(scan, { kind: "word", text: scan.text.slice(start, end), start, end, spaced });
}

function readQuoted(scan: Scan, start: number, spaced: boolean): number {
  const quote = scan.text.charAt(start);
  if (quote === "'" && isWordUnit(scan.text, start - 1)) return readMark(scan, start, spaced);
  for (let at = start + 1; at <= start + maxQuotedLength; at++) {
    const unit = scan.text.charAt(at);
    if (unit === "" || unit === "\n") break;
    if (unit !== quote) continue;
    return push(scan, { kind: "quoted", text: trimmed(scan.text.slice(start + 1, at)), start, end: at + 1, spaced });
  }
  return readMark(scan, start, spaced);
}

/** Without the white space and the quotes in quotes around it; nothing but white space is meant so. */
function trimmed(text: string): string {
  const inside = text.trim();
  if (inside === "") return text;
  const quote = inside.charAt(0);
  return inside.length > 1 && (quote === '"' || quote === "'") && inside.endsWith(quote) ? inside.slice(1, -1) : inside;
}

function readMark(scan: Scan, start: number, spaced: boolean): number {
  return push(scan, { kind: "mark", text: scan.text.charAt(start), start, end: start + 1, spaced });
}

function readLetters(scan: Scan, start: number, spaced: boolean): number {
  const numeral = chineseNumeralAt(scan.text, start);
  if (numeral !== undefined && findUnit(scan.lower, numeral.end)?.kind === "items")
    return pushNumber(scan, { ...numeral, text: scan.text.slice(start, numeral.end), start, spaced });
  let end = start + 1;
  while (end < scan.text.length && isLetter(scan, end)) end++;
  return push(scan, { kind: "text", text: scan.text.slice(start, end), start, end, spaced });
}

function isLetter(scan: Scan, at: number): boolean {
  const unit = scan.text.charAt(at);
  if (unit.charCodeAt(0) < 0x80 || isPunctuation(unit) || findCue(scan.lower, at) !== undefined) return false;
  const numeral = chineseNumeralAt(scan.text, at);
  return numeral === undefined || findUnit(scan.lower, numeral.end)?.kind !== "items";
}

/** Punctuation outside ASCII: the ideographic stops, general punctuation, arrows, bullets and pictographs. */
function isPunctuation(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return (
    (code >= 0x3001 && code <= 0x303f) ||
    (code >= 0x2010 && code <= 0x2bff) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xb7 ||
    code === 0xfe0f
  );
}
