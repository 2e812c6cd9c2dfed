import { boundClaim, rangeClaims } from "./bound-claims.ts";
import type { NewClaim, Prose, Reading } from "./claim.ts";
import { skipConnectors } from "./connectors.ts";
import { withCountedNoun } from "./counted-noun.ts";
import type { Cue } from "./cue.ts";
import { listClaims } from "./list-claim.ts";
import { measureOf } from "./measure.ts";
import { isNumeric } from "./property-kind.ts";
import { isMark, isSaying, type ProseToken } from "./prose-token.ts";
import { readBullets } from "./read-bullets.ts";
import { readCodeList } from "./read-code-list.ts";
import { readConstants } from "./read-constants.ts";
import { isConjunction, type ProseList, readList } from "./read-list.ts";
import { readNumberRun, readSpacedRun } from "./read-number-run.ts";
import { namesOther, type Range, readRange } from "./read-range.ts";

const longList = 10;
const farApart = 5;
const maxHeading = 6;
const wordsTo: ReadonlySet<string> = new Set(["到", "至", "to"]);

/** Reads what follows 枚举值, 可选值, `must be one of` and their like at `at`: a list, or an interval (可选:1-10). */
export function readCuedList(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const start = skipHeading(prose.tokens, skipConnectors(prose.tokens, at + 1), cue);
  const interval = readInterval(prose, at, start, cue);
  if (interval !== undefined || prose.kind === "none") return interval;
  const list = joinPath(prose.tokens, readListOf(prose, start), cue);
  return isGlued(prose.tokens, at, start, list) ? undefined : listReading(prose, at, list, cue);
}

/** One of the available models: a, b — what the values are, up to the colon. */
function skipHeading(tokens: readonly ProseToken[], at: number, cue: Cue): number {
  if (!/one of(?: the following)?$/.test(cue.phrase)) return at;
  let next = at;
  while (next < at + maxHeading && isHeadingPart(tokens[next])) next++;
  const noun = tokens[isMark(tokens[next - 1], "]") ? next - 2 : next - 1];
  return next > at && isMark(tokens[next], ":") && noun?.text.endsWith("s") ? next + 1 : at;
}

function isHeadingPart(token: ProseToken | undefined): boolean {
  const isNoun = token?.kind === "cue" && (token.cue.role === "support" || /^[a-z ]+$/.test(token.cue.phrase));
  return token?.kind === "word" || isMark(token, "[]") || isNoun;
}

/** 固定值 vendor/model-1: what is fixed is one value, with its slash. */
function joinPath(tokens: readonly ProseToken[], list: ProseList | undefined, cue: Cue): ProseList | undefined {
  const [first, last, ...others] = list?.items ?? [];
  const isFixed = /^(?:固定|恒|始终|fixed|仅为|必须设|需设|请设)/.test(cue.phrase);
  if (!isFixed || list === undefined || first === undefined || last === undefined || others.length > 0) return list;
  const slash = tokens.find((token) => token.start === first.end);
  if (!isMark(slash, "/") || last.start !== first.end + 1) return list;
  const text = `${first.text}/${last.text}`;
  return { ...list, separators: 0, items: [{ ...first, text, words: [text], end: last.end }] };
}

/** The list at `at`; where its one value has an explanation with a colon inside, the values stand without separators. */
function readListOf(prose: Prose, at: number): ProseList | undefined {
  const { tokens } = prose;
  const run =
    readBullets(tokens, at) ?? readConstants(tokens, at) ?? readNumberRun(tokens, at) ?? readSpacedRun(tokens, at);
  if (run !== undefined) return run;
  const list = readList(tokens, at);
  const [item, ...others] = list?.items ?? [];
  if (list === undefined || item?.explained !== true || others.length > 0 || tokens[at]?.kind === "break") return list;
  const isRun = tokens.slice(at + 2, list.next).some((token) => isMark(token, ":"));
  return isRun ? readCodeList(prose, at) : list;
}

/** 可选值KEY names the field itself; a value stands behind a colon, a verb or a space. */
function isGlued(tokens: readonly ProseToken[], at: number, start: number, list: ProseList | undefined): boolean {
  const value = tokens[start];
  const isSingle = list?.items.length === 1 && start === at + 1;
  return (
    isSingle &&
    !/^固定/.test(tokens[at]?.text ?? "") &&
    value?.kind === "word" &&
    !value.spaced &&
    /[值项]$/.test(tokens[at]?.text ?? "")
  );
}

/** Reads what follows 范围, 取值范围 or `Range` at `at`: an interval, or a list in brackets or of several values. */
export function readRangeOrList(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens } = prose;
  const start = skipConnectors(tokens, at + 1);
  const interval = readInterval(prose, at, start, cue) ?? readNamedEnd(prose, at, start);
  if (interval !== undefined || cue.counts !== undefined || readRange(tokens, start) !== undefined) return interval;
  const list = readListOf(prose, start);
  const needed = isMark(tokens[start], "[(") ? 1 : 2;
  if (prose.kind === "string" && isOfPart(tokens[at - 1]) && list?.items.some(({ text }) => /^[\d.]+$/.test(text)))
    return undefined;
  if (list === undefined || list.items.length < needed || (list.separators === 0 && needed === 2)) return undefined;
  return listReading(prose, at, list, cue);
}

function readInterval(prose: Prose, at: number, start: number, cue: Cue): Reading | undefined {
  const range = readRange(prose.tokens, start);
  const token = prose.tokens[at];
  if (range === undefined || token === undefined) return undefined;
  if (isListOf(prose, start, cue) && !isBetween(prose.tokens[range.next])) return undefined;
  const measure = measureOf(prose.kind, range.unit, withCountedNoun(prose, at, cue));
  if (measure === undefined || followsSlash(prose.tokens[range.next]) || namesOther(prose.tokens, range.next))
    return undefined;
  if (prose.kind === "string" && measure === "value" && isOfPart(prose.tokens[at - 1])) return undefined;
  const evidence = { cue: cue.phrase, start: token.start, end: range.end, strength: "stated" } as const;
  return { claims: rangeClaims(asSaid(prose.tokens, range), measure, evidence), next: range.next };
}

/** [0, total): the upper end is another field. */
function readNamedEnd({ tokens, kind }: Prose, at: number, start: number): Reading | undefined {
  const [open, low, comma, name, close] = tokens.slice(start, start + 5);
  const isInterval = isMark(open, "[(") && isMark(comma, ",") && isMark(close, "])");
  // In brackets of one kind it may be a list.
  if (!isInterval || !isNumeric(kind) || low?.kind !== "number" || name?.kind !== "word") return undefined;
  if ((open?.text === "[") === (close?.text === "]")) return undefined;
  const evidence = { cue: tokens[at]?.text ?? "", start: low.start, end: low.end, strength: "stated" } as const;
  const bound = { side: "low", value: low.value, excluded: open?.text === "(" } as const;
  return { claims: boundClaim(bound, "value", evidence), next: start + 5 };
}

/** (0, 1) open interval, (0, 1) 开区间: round brackets alone prove nothing. */
function asSaid(tokens: readonly ProseToken[], range: Range): Range {
  const [word, noun] = [tokens[range.next], tokens[range.next + 1]];
  const saying = `${word?.text ?? ""}${noun?.text ?? ""}`.toLowerCase();
  const isOpen = saying === "openinterval" || saying === "开区间";
  return isOpen && isMark(tokens[range.next - 1], ")") ? { ...range, excludesLow: true, excludesHigh: true } : range;
}

/** [0, 100], [0.5, 2]: too far apart, or too odd, to be the only two values. */
function spans(tokens: readonly ProseToken[], at: number): boolean {
  const range = readRange(tokens, at);
  if (range === undefined || range.low >= range.high) return false;
  const isWhole = Number.isInteger(range.low) && Number.isInteger(range.high);
  const isFromStart = range.low <= 1 && range.high > 2;
  return !isWhole || isFromStart || range.high >= farApart * Math.max(1, range.low);
}

/** 可选值:[0,1] and `values: 5 and 10` list two numbers; 可选:1-10, 可选值:[1,200] and 取值[1,10] are intervals. */
function isListOf(prose: Prose, start: number, cue: Cue): boolean {
  if (cue.role !== "list") return false;
  const [first, between, next] = [prose.tokens[start], prose.tokens[start + 1], prose.tokens[start + 2]];
  if (isMark(first, "[("))
    return !(isNumeric(prose.kind) && (cue.phrase.startsWith("取值") || spans(prose.tokens, start)));
  return !isMark(between, "-~") && !isSaying(between?.kind === "unit" ? next : between, wordsTo);
}

/** 像素范围 [512, 1440] of a text such as 1024*1024 is about the numbers inside it. */
function isOfPart(noun: ProseToken | undefined): boolean {
  if (noun?.kind === "word") return /^(?:pixels?|ratio|area)$/i.test(noun.text);
  return noun?.kind === "text" && /(?:像素|宽高|宽高比|边长|面积|时长|分辨率)$/.test(noun.text);
}

/** 取值在 0 与 1 之间. */
function isBetween(token: ProseToken | undefined): boolean {
  return token?.kind === "cue" && token.cue.role === "between-after";
}

function followsSlash(token: ProseToken | undefined): boolean {
  return isMark(token, "/:*%") && token?.spaced === false;
}

function listReading(prose: Prose, at: number, list: ProseList | undefined, cue: Cue): Reading | undefined {
  const token = prose.tokens[at];
  if (list === undefined || token === undefined || isOpenEnded(prose.tokens, list)) return undefined;
  if (list.items.length === 1 && !list.items[0]?.quoted && runsOn(prose.tokens[list.next])) return undefined;
  if (list.items.length === 1 && isMark(prose.tokens[list.next], "-")) return undefined;
  if (breaksOff(prose.tokens, list)) return undefined;
  const evidence = { cue: cue.phrase, start: token.start, strength: "stated" } as const;
  const claims: readonly NewClaim[] = listClaims(list, prose.kind, evidence);
  // A long list of another type is not read again from each of its items: that would take quadratic time.
  return claims.length === 0 && list.items.length < longList ? undefined : { claims, next: list.next };
}

/** Weekly, Monthly, Half a year; Reduce amount, Does not affect it: what follows shows that the values are longer than names. */
function breaksOff(tokens: readonly ProseToken[], { items, next }: ProseList): boolean {
  const last = items.at(-1);
  const behind = tokens[next];
  if (last === undefined || last.quoted || last.explained) return false;
  if (items.length > 1) return behind?.kind === "word" && /^(?:a|an|of|not)$/.test(behind.text);
  return last.words.length > 1 && isMark(behind, ",") && tokens[next + 1]?.kind === "word";
}

/** `one of the criteria must be met`: a single word in the middle of a sentence is no list, but for 目前只有 a 可用. */
function runsOn(token: ProseToken | undefined): boolean {
  if (token?.kind === "cue") return token.cue.role === "must-be" || token.cue.role === "one-of";
  if (token?.kind === "text") return !/^(?:是)?可用的?$/.test(token.text);
  return token?.kind === "word" || isMark(token, "'");
}

/** a、b 等: a list that says it goes on is no list of all values. */
export function isOpenEnded(tokens: readonly ProseToken[], list: ProseList): boolean {
  const behind = tokens[list.next];
  const further = isMark(behind, ",、;") ? tokens[list.next + 1] : behind;
  if (isConjunction(further) || (isMark(behind, "-~^") && tokens[list.next + 1]?.kind === "number")) return true;
  if (further?.kind === "cue") return further.cue.role === "open-end";
  return (
    behind?.kind === "unit" ||
    (further?.kind === "text" && /^(?:其他|其它|或其他|或其它|及其他|任意|任何|正整数|整数|自定义)/.test(further.text))
  );
}
