import type { Prose } from "./claim.ts";
import { type ListItem, readItem, saysDefault } from "./list-item.ts";
import { beginsClause, isLiteral, isMark, type ProseToken } from "./prose-token.ts";
import type { ProseList } from "./read-list.ts";

const maxCodes = 40;
const maxLabelTokens = 12;
const maxLabelLength = 24;
/** Of a text, longer labels are numbered remarks. */
const maxTextLabelLength = 12;
const name = /^(?:[a-z][a-z0-9_-]*|\d+(?:[:x*×])\d+)$/i;
/** A code list that goes on, and a scale of which only some steps are explained. */
const openWords = /其他|其它|\bothers?\b|最[低高大小快慢强弱严宽好差佳优]|越|倍|正常[语音速]/i;

interface Code {
  readonly item: ListItem;
  readonly label: string;
  readonly signed: boolean;
  /** A mark stands between it and its label, no verb. */
  readonly marked: boolean;
  /** Index of the token behind the label and its separator. */
  readonly next: number;
}

/**
 * Reads literals with a label each at `at`: 0 冻结，1 正常 or asc 升序、desc 降序. Whole numbers are all the values where they
 * count on from -1, 0 or 1 without a gap and no label says that others exist; status codes of HTTP and scales are left alone.
 */
export function readCodeList({ tokens, kind }: Prose, at: number): ProseList | undefined {
  const codes: Code[] = [];
  let next = at;
  const codeKind = tokens[at]?.kind;
  while (codes.length < maxCodes && tokens[next]?.kind === codeKind) {
    const code = readCode(tokens, next);
    if (code === undefined) break;
    codes.push(code);
    next = code.next;
  }
  const [first, last] = [codes[0], codes.at(-1)];
  if (first === undefined || last === undefined || codes.length < 2 || goesOn(tokens, next)) return undefined;
  const isNumbers = tokens[at]?.kind === "number";
  if (isNumbers ? !areConsecutive(codes) : !areNames(codes)) return undefined;
  // Numbered lines of a text are remarks.
  if (isNumbers && kind === "string" && tokens[at - 1]?.kind === "break" && !countsFromZero(tokens, at))
    return undefined;
  if (codes.some(({ label }) => openWords.test(label) && !isOwnCode(label))) return undefined;
  if (
    isNumbers &&
    (kind !== "integer" || !(beginsClause(tokens, at) || isOfState(tokens[at - 1]))) &&
    codes.some(({ signed }) => !signed)
  )
    return undefined;
  if (codeKind === "quoted" && codes.some(({ signed }) => !signed)) return undefined;
  // Of any number, 0 = left and 1 = right are the ends of a scale.
  const isScale = tokens.slice(at, next).some((token) => isMark(token, "="));
  if (kind === "number" && (isScale || codes.some(({ marked }) => !marked))) return undefined;
  if (kind === "string" && codes.some(({ label }) => label.length > maxTextLabelLength)) return undefined;
  const items = codes.map(({ item }) => item);
  return { items, separators: items.length - 1, next, start: first.item.start, end: last.item.end };
}

/** 99-其他 is a code as well; 其他值 speaks of further ones. */
function isOwnCode(label: string): boolean {
  return /^[-:=]?(?:其他|其它|others?$)/i.test(label) && !/值|保留/.test(label);
}

/** 状态 1启用 0停用. */
function isOfState(noun: ProseToken | undefined): boolean {
  return noun?.kind === "text" && /(?:状态|类型|标识|标志)$/.test(noun.text);
}

/** 0: 综合 on a line of its own: remarks are counted from 1, and with a full stop. */
function countsFromZero(tokens: readonly ProseToken[], at: number): boolean {
  return tokens[at]?.text === "0" && isMark(tokens[at + 1], ":=");
}

function readCode(tokens: readonly ProseToken[], at: number): Code | undefined {
  const item = readItem(tokens, at, "open");
  if (item === undefined || item.words.length > 1 || item.hasUnit || tokens[item.next]?.kind === "unit")
    return undefined;
  const sign = tokens[item.next];
  const isVerb = sign?.kind === "text" && /^(?:表示|代表|为|是)/.test(sign.text);
  const signed = isMark(sign, ":-=(") || isVerb;
  const isDouble = isMark(sign, "-") && isMark(tokens[item.next + 1], "-");
  const start = signed && !isVerb ? item.next + (isDouble ? 2 : 1) : item.next;
  const end = labelEnd(tokens, start, isMark(sign, "(") ? ")" : "");
  const label = tokens.slice(start, end).map(({ text }) => text);
  if (!isLabel(tokens[start], signed && tokens[at]?.kind === "number") || label.join("").length > maxLabelLength)
    return undefined;
  const isDefault = saysDefault(tokens, start, end);
  return {
    item: { ...item, isDefault, explained: true },
    label: label.join(""),
    signed,
    marked: signed && !isVerb,
    next: separatorEnd(tokens, end),
  };
}

function isLabel(token: ProseToken | undefined, signed: boolean): boolean {
  if (token?.kind === "cue") return token.cue.role !== "default" && !/^[a-z<>=≤≥]/.test(token.text);
  return token?.kind === "text" || (signed && token?.kind === "word");
}

/** Where the label ends: at a separator, a line break, or the next number behind white space. */
function labelEnd(tokens: readonly ProseToken[], at: number, close: string): number {
  let depth = close === "" ? 0 : 1;
  for (let next = at; next < at + maxLabelTokens; next++) {
    const token = tokens[next];
    if (token === undefined || token.kind === "break") return next;
    if (isMark(token, "(")) depth++;
    if (isMark(token, ")") && depth-- <= 1) return depth < 0 ? next : next + 1;
    const startsNext = token.kind === "number" && token.spaced && next > at;
    if (
      depth === 0 &&
      (startsNext || isStatement(tokens, next) || isMark(token, ",;、。.") || startsCode(tokens, next))
    )
      return next;
  }
  return at;
}

/** 0启用/1停用; the slash of 1=可逆/只读 belongs to the label. */
function startsCode(tokens: readonly ProseToken[], at: number): boolean {
  return isMark(tokens[at], "/") && isLiteral(tokens[at + 1]);
}

/** 2:停用 默认1, 2:停用 最大值:2: what stands behind the label is a statement of its own. */
function isStatement(tokens: readonly ProseToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "cue") return false;
  const isBound = token.cue.role === "minimum" || token.cue.role === "maximum" || token.cue.role === "range";
  return token.cue.role === "default" || (isBound && isMark(tokens[at + 1], ":"));
}

function separatorEnd(tokens: readonly ProseToken[], at: number): number {
  let next = isMark(tokens[at], ",;、/") ? at + 1 : at;
  while (tokens[next]?.kind === "break") next++;
  const kind = tokens[next]?.kind;
  return kind === "number" || kind === "word" || kind === "quoted" ? next : at;
}

/** 0-关闭，1-开启 等, or a further code that could not be read: 0-初始,1-OCR. */
function goesOn(tokens: readonly ProseToken[], at: number): boolean {
  const token = tokens[isMark(tokens[at], ",;、/") ? at + 1 : at];
  if (token?.kind === "cue") return token.cue.role === "open-end";
  return (
    token?.kind === "number" ||
    (token?.kind === "word" && /^-?\d/.test(token.text)) ||
    openWords.test(token?.text ?? "")
  );
}

function areConsecutive(codes: readonly Code[]): boolean {
  const values = codes.map(({ item }) => Number(item.text));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const areDistinct = new Set(values).size === values.length;
  if (!areDistinct || codes.some(({ item }) => !/^-?\d+$/.test(item.text)) || least < -1 || least > 1) return false;
  return most - least === values.length - 1 || (codes.every(({ marked }) => marked) && areNearly(values));
}

/** 0: a 2: b, 1-a 2-b 3-c 99-d: in their order, where one is missing here and there, or the last stands apart. */
function areNearly(values: readonly number[]): boolean {
  const gaps = values.slice(1).map((value, index) => value - (values[index] ?? value));
  const [last, wide] = [values.at(-1) ?? 0, gaps.filter((gap) => gap > 1)];
  if (gaps.some((gap) => gap < 1) || wide.length > 1) return false;
  return wide.every((gap) => gap === 2) || (values.length > 2 && gaps.at(-1) === wide[0] && /^9+$/.test(String(last)));
}

function areNames(codes: readonly Code[]): boolean {
  const isShort = ({ item, label }: Code): boolean => name.test(item.text) && label.length <= maxTextLabelLength;
  return new Set(codes.map(({ item }) => item.text)).size === codes.length && codes.every(isShort);
}
