import { type Bound, boundClaim } from "./bound-claims.ts";
import type { NewClaim, Prose, Reading } from "./claim.ts";
import { skipConnectors } from "./connectors.ts";
import { withCountedNoun } from "./counted-noun.ts";
import type { Cue, CueRole } from "./cue.ts";
import { measureOf } from "./measure.ts";
import type { PropertyKind } from "./property-kind.ts";
import { isMark, isSaying, type ProseToken } from "./prose-token.ts";
import { type Quantity, readCount } from "./read-number.ts";
import { readOpenRange } from "./read-range.ts";

const maxGap = 3;
const maxSentence = 12;
const maxRemark = 40;
const maxGapText = 8;
const conjunctions: ReadonlySet<string> = new Set(["and", "且", "并且"]);
const verbs: ReadonlySet<string> = new Set(["is", "are"]);
const comparisons = "<>≤≥≦≧";
const otherStatements: ReadonlySet<CueRole> = new Set(["minimum", "maximum", "above", "below", "condition", "advice"]);

type Evidence = Omit<NewClaim, "keyword" | "value">;

/** Reads the number behind 最大, `at least`, ≤ and their like at `at`; 最大不能超过 says it twice. */
export function readBound(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const again = prose.tokens[at + 1];
  const isTwice = again?.kind === "cue" && again.cue.role === cue.role && cue.phrase.startsWith("最");
  if (!isTwice || cue.counts !== undefined)
    return readOneBound(prose, isTwice ? at + 1 : at, isTwice ? again.cue : cue);
  return readOneBound(prose, at + 1, { phrase: again.cue.phrase, role: cue.role });
}

function readOneBound(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens, kind } = prose;
  const quantity = findQuantity(prose, at, cue);
  const token = tokens[at];
  if (quantity === undefined) return readBoundBefore(prose, at, cue);
  if (readOpenRange(tokens, quantity.at) !== undefined || labelsSteps(tokens, quantity)) return undefined;
  if (token === undefined) return undefined;
  const counting = withCountedNoun(prose, at, withNoun(prose, at, cue, quantity));
  const measure = measureOf(kind, quantity.unit, counting);
  if (measure === undefined || !isAboutProperty(prose, at, counting, quantity)) return undefined;
  if (kind === "string" && measure === "value" && tokens[quantity.next]?.kind === "text") return undefined;
  if (measure !== "value" && isOneOfSeveral(tokens, quantity)) return undefined;
  if (measure === "length" && isRemark(prose, at)) return undefined;
  const bound = boundOf(cue, quantity.value);
  if (measure === "value" && bound.excluded && !isDemand(tokens, at, cue)) return undefined;
  // 最多支持 4 种音色: what stands between may be another subject, so an interval of the values is the stronger claim.
  const start = skipConnectors(tokens, at + 1);
  const isFar = measure === "value" && quantity.at > start && !isMark(tokens[start], "(");
  const strength = isFar ? "loose" : measure === "items" && isOfTotal(tokens, at) ? "implied" : "stated";
  const evidence: Evidence = { cue: cue.phrase, start: token.start, end: quantity.end, strength };
  return { claims: [...boundClaim(bound, measure, evidence)], next: quantity.next };
}

/** Combined with image_urls, total references cannot exceed 5: together with another field. */
function isOfTotal(tokens: readonly ProseToken[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - maxSentence), at)
    .some(({ text }) => /^(?:combined|total)$|总数|之和|合计/i.test(text));
}

/** Of a file or link, a remark in brackets behind the first sentence: 字幕的链接。精确到句(不超过 50 字). */
function isRemark({ tokens, isFile }: Prose, at: number): boolean {
  const earlier = tokens.slice(Math.max(0, at - maxRemark), at);
  return isFile && isMark(tokens[at - 1], "(") && earlier.some((token) => isMark(token, "。"));
}

/** 必须大于 0, `Required range: x < 80`, 取值范围为大于 0, 应设置为大于 0: a rule, where 大于 alone may describe a case. */
function isDemand(tokens: readonly ProseToken[], at: number, cue: Cue): boolean {
  if (/^(?:必须|须|应|需|must)/.test(cue.phrase) || (tokens[at - 1]?.text === "x" && isMark(tokens[at - 2], ":")))
    return true;
  const before =
    tokens[isSaying(tokens[at - 1], new Set(["为", "是"])) || isMark(tokens[at - 1], ":") ? at - 2 : at - 1];
  if (before?.kind === "cue")
    return before.cue.role === "range" || before.cue.role === "must-be" || before.cue.role === "list";
  return before?.kind === "text" && /(?:应|须|需|要)(?:输入|设置|设)?为?$/.test(before.text);
}

/** 1 最低 5 最高: the words are labels of the numbers before them. */
function labelsSteps(tokens: readonly ProseToken[], { next }: Quantity): boolean {
  const [label, behind] = [tokens[next], tokens[next + 1]];
  const isLimit = label?.kind === "cue" && (label.cue.role === "minimum" || label.cue.role === "maximum");
  return isLimit && label.text.startsWith("最") && (behind === undefined || isMark(behind, ",;。)"));
}

/** 最多 1 张首帧和 1 张尾帧: a second count under the same cue, so neither limits the whole. */
function isOneOfSeveral(tokens: readonly ProseToken[], { unit, next }: Quantity): boolean {
  for (let at = next; at < next + maxSentence; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "break" || isMark(token, "。;")) return false;
    if (token.kind === "cue" && otherStatements.has(token.cue.role)) return false;
    if (isMark(token, ".") && tokens[at + 1]?.spaced !== false) return false;
    if (token.kind === "number" && readCount(tokens, at)?.unit === unit && unit !== undefined) return true;
  }
  return false;
}

/** 2 是单次请求允许的最大值: the clause before the noun begins with the number and a verb. */
function readBoundBefore({ tokens, kind }: Prose, at: number, cue: Cue): Reading | undefined {
  const verb = tokens[at - 1];
  const number = readCount(tokens, at - 2);
  if (!/[值限]$/.test(cue.phrase) || verb?.kind !== "text" || !/^[是为]/.test(verb.text) || number?.next !== at - 1)
    return undefined;
  const measure = measureOf(kind, number.unit, cue);
  const evidence = {
    cue: cue.phrase,
    start: number.start,
    end: tokens[at]?.end ?? number.end,
    strength: "loose",
  } as const;
  return measure === undefined
    ? undefined
    : { claims: boundClaim(boundOf(cue, number.value), measure, evidence), next: at + 1 };
}

function boundOf(cue: Cue, value: number): Bound {
  const side = cue.role === "minimum" || cue.role === "above" ? "low" : "high";
  return { side, value, excluded: cue.role === "above" || cue.role === "below" };
}

/** The number right behind the cue, or behind a few words when its unit proves that it belongs to the cue (最多可上传 5 张). */
function findQuantity({ tokens, kind }: Prose, at: number, cue: Cue): Quantity | undefined {
  const start = skipConnectors(tokens, at + 1);
  const direct = readCount(tokens, isMark(tokens[start], "(") ? start + 1 : start);
  if (direct !== undefined) return direct;
  if (cue.phrase.endsWith("number of")) return findNumberOf(tokens, start, kind);
  if (comparisons.includes(cue.phrase.charAt(0))) return undefined;
  for (let next = start; next < start + maxGap && isGap(tokens[next]); next++) {
    const quantity = readCount(tokens, next + 1);
    if (quantity?.unit === "characters" || quantity?.unit === "items") return quantity;
  }
  return undefined;
}

/**
 * The maximum number of filters is 10, `Maximum number of images: 4`: behind the noun and its verb. A number counts
 * itself what a page or request has; of other things it may be about another field.
 */
function findNumberOf(tokens: readonly ProseToken[], at: number, kind: PropertyKind): Quantity | undefined {
  let next = at;
  while (next < at + maxSentence && tokens[next]?.kind === "word" && !isSaying(tokens[next], verbs)) next++;
  if (next === at || !(isMark(tokens[next], ":") || isSaying(tokens[next], verbs))) return undefined;
  if (kind !== "array" && !tokens.slice(at, next).some(({ text }) => text === "per")) return undefined;
  const quantity = readCount(tokens, next + 1);
  const behind = tokens[quantity?.next ?? 0];
  return behind?.kind === "cue" && behind.cue.role === "default-after" ? undefined : quantity;
}

function isGap(token: ProseToken | undefined): boolean {
  if (token?.kind === "cue")
    return token.cue.role === "support" || token.cue.role === "optional" || /^可[传填设]/.test(token.cue.phrase);
  return (token?.kind === "text" && token.text.length <= maxGapText) || token?.kind === "word";
}

/** Maximum 3 reference videos, `Images (max 3)`: an English noun behind the number or before the bracket says what is counted. */
function withNoun({ tokens, kind }: Prose, at: number, cue: Cue, quantity: Quantity): Cue {
  const isBracketed = kind === "array" && isMark(tokens[at - 1], "(") && isMark(tokens[quantity.next], "),");
  const isNoun = cue.counts === undefined && (isBracketed || tokens[quantity.next]?.kind === "word");
  return isNoun ? { ...cue, counts: "things" } : cue;
}

function isAboutProperty(prose: Prose, at: number, cue: Cue, quantity: Quantity): boolean {
  const behind = prose.tokens[quantity.next];
  if (behind?.kind === "word" && behind.text.toLowerCase() === "of") return false;
  if (isMark(behind, ":*/") && !behind?.spaced) return false;
  const isCount = quantity.unit === "characters" || cue.counts === "characters";
  if (isCount || !comparisons.includes(cue.phrase.charAt(0))) return true;
  return comparesProperty(prose.tokens, at) && !sentenceGoesOn(behind);
}

/** `offset>=0` and a bare `>= 0` compare the property; 创建时间 >= 此时间 does not. */
function comparesProperty(tokens: readonly ProseToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind === "cue") return before.cue.role === "must-be";
  return (
    isSaying(before, conjunctions) ||
    before === undefined ||
    before.kind === "word" ||
    before.kind === "break" ||
    isMark(before, "(,:;")
  );
}

function sentenceGoesOn(token: ProseToken | undefined): boolean {
  if (isSaying(token, conjunctions)) return false;
  return token?.kind === "text" || token?.kind === "word" || token?.kind === "cue";
}
