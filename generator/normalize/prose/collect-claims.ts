import { boundClaim } from "./bound-claims.ts";
import type { Claim, NewClaim, Prose, Reading } from "./claim.ts";
import type { Cue } from "./cue.ts";
import { measureOf } from "./measure.ts";
import { isNumeric } from "./property-kind.ts";
import { beginsClause, isMark, type ProseToken } from "./prose-token.ts";
import { readBound } from "./read-bound.ts";
import { readComparisonChain } from "./read-comparison-chain.ts";
import { readCuedList, readRangeOrList } from "./read-cued-list.ts";
import { readBracketedDefault, readDefault, readDefaultBefore, readDefaultUsed } from "./read-default.ts";
import { readExactCount } from "./read-exact-count.ts";
import { readImpliedBound, readImpliedRange, readRangeBefore } from "./read-implied.ts";
import { readLengthNumber } from "./read-length-number.ts";
import { readListBefore } from "./read-list-before.ts";
import { readMustBe, readOptionalList, readSupportList } from "./read-loose-list.ts";
import { readNumber } from "./read-number.ts";
import { readOnlyOne } from "./read-only-one.ts";
import { readOpenRange } from "./read-range.ts";
import { readSign } from "./read-sign.ts";

const valueHeading: Cue = { phrase: "值", role: "list" };

/** Walks the tokens once; at each cue its reader takes what it can and says where to go on. */
export function collectClaims(prose: Prose): readonly Claim[] {
  const claims: Claim[] = [];
  let at = 0;
  while (at < prose.tokens.length) {
    const reading = readAt(prose, at);
    if (reading !== undefined) claims.push(...reading.claims.map((claim) => ({ ...claim, at })));
    at = Math.max(reading?.next ?? 0, at + 1);
  }
  return claims;
}

function readAt(prose: Prose, at: number): Reading | undefined {
  const token = prose.tokens[at];
  if (token?.kind === "cue") return readAtCue(prose, at, token.cue);
  if (isValueHeading(prose.tokens, at)) return readCuedList(prose, at, valueHeading);
  if (token?.kind !== "number" && !isMark(token, "[(")) return undefined;
  if (prose.kind === "boolean") return readBracketedDefault(prose, at);
  return readingOf([...readImpliedRange(prose, at), ...readImpliedBound(prose, at)], at + 1);
}

/** 值: vendor-1, on a line or at the end of a sentence of its own; 初始值: is another word. */
function isValueHeading(tokens: readonly ProseToken[], at: number): boolean {
  return tokens[at]?.text === "值" && isMark(tokens[at + 1], ":") && beginsClause(tokens, at);
}

function readingOf(claims: readonly NewClaim[], next: number): Reading | undefined {
  return claims.length === 0 ? undefined : { claims, next };
}

function readAtCue(prose: Prose, at: number, cue: Cue): Reading | undefined {
  switch (cue.role) {
    case "default":
      return readDefault(prose, at, cue);
    case "default-after":
      return readDefaultBefore(prose, at, cue);
    case "default-used":
      return readDefaultUsed(prose, at, cue);
    case "range":
      return readRangeOrList(prose, at, cue);
    case "between":
      return readBetween(prose, at, cue);
    case "between-after":
      return readingOf(readRangeBefore(prose, at), at + 1);
    case "list":
      return readExactCount(prose, at, cue) ?? readCuedList(prose, at, cue) ?? readSupportedCount(prose, at, cue);
    case "list-after":
      return readListBefore(prose, at, cue);
    case "only-one":
      return readOnlyOne(prose, at, cue);
    case "must-be":
    case "exactly":
      return readExactCount(prose, at, cue) ?? readMustBe(prose, at, cue);
    case "support":
      return readSupportList(prose, at, cue) ?? readSupportedCount(prose, at, cue);
    case "one-of":
    case "optional":
      return readChoices(prose, at, cue);
    case "minimum":
    case "maximum":
    case "above":
    case "below":
      return readComparisonChainOr(prose, at, cue);
    case "length":
      return readLength(prose, at, cue);
    case "counting-from":
      return readFirst(prose, at, cue);
    case "sign":
      return readSign(prose, at, cue);
    case "example":
    case "advice":
    case "condition":
    case "model-condition":
    case "open-end":
    case "shadow":
      return undefined;
    default:
      return cue.role satisfies never;
  }
}

/** A colon makes a list of what follows; without one, only 可选 does. */
function readChoices(prose: Prose, at: number, cue: Cue): Reading | undefined {
  if (isMark(prose.tokens[at + 1], ":")) return readCuedList(prose, at, cue);
  return cue.role === "optional" ? readOptionalList(prose, at, cue) : undefined;
}

function readBetween(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const reading = readRangeOrList(prose, at, cue);
  const isNamed = cue.phrase.startsWith("must") || cue.phrase.startsWith("should");
  const isValue = reading?.claims.some((claim) => claim.keyword === "minimum" || claim.keyword === "enum") === true;
  return prose.kind === "string" && isValue && !isNamed ? undefined : reading;
}

function readComparisonChainOr(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const interval = readRangeOrList(prose, at, { ...cue, role: "range", counts: cue.counts ?? "things" });
  if (interval !== undefined) return interval;
  const limitsValue = measureOf(prose.kind, undefined, { phrase: "", role: "range" }) === "value";
  return (limitsValue ? readComparisonChain(prose, at) : undefined) ?? readBound(prose, at, cue);
}

/** 支持输入 0~7 张图片, 仅接受 1 张: of an array, how many items. */
function readSupportedCount(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens } = prose;
  const start = tokens[at + 1]?.kind === "text" ? at + 2 : at + 1;
  const most = readNumber(tokens, start);
  if (prose.kind !== "array" || most?.unit !== "items" || readOpenRange(tokens, start) !== undefined) return undefined;
  const evidence = { cue: cue.phrase, start: tokens[at]?.start ?? 0, end: most.end, strength: "loose" } as const;
  const bound = { side: "high", value: most.value, excluded: false } as const;
  return { claims: boundClaim(bound, "items", evidence), next: most.next };
}

/** 长度 1-100: the noun itself is followed by the interval or by the number. A verb in between is a cue of its own. */
function readLength(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const counting: Cue = { ...cue, role: "range", counts: cue.counts ?? "characters" };
  return readRangeOrList(prose, at, counting) ?? readLengthNumber(prose, at, counting);
}

/** 从 1 开始, 从 0 到 100. */
function readFirst(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens, kind } = prose;
  if (isNumeric(kind) && readOpenRange(tokens, at + 1) !== undefined)
    return readRangeOrList(prose, at, { ...cue, role: "range" });
  const first = readNumber(tokens, at + 1);
  if (first === undefined || first.unit !== undefined || kind === "array") return undefined;
  const isChinese = cue.phrase === "从";
  if (isChinese && !(tokens[first.next]?.kind === "text" && /^(?:开始|起)/.test(tokens[first.next]?.text ?? "")))
    return undefined;
  if (measureOf(kind, undefined, { ...cue, role: "range" }) !== "value") return undefined;
  const evidence = { cue: cue.phrase, start: tokens[at]?.start ?? 0, end: first.end, strength: "loose" } as const;
  return {
    claims: boundClaim({ side: "low", value: first.value, excluded: false }, "value", evidence),
    next: first.next,
  };
}
