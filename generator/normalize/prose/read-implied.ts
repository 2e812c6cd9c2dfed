import { boundClaim, rangeClaims } from "./bound-claims.ts";
import type { NewClaim, Prose } from "./claim.ts";
import type { Cue } from "./cue.ts";
import { measureOf } from "./measure.ts";
import { isNumeric } from "./property-kind.ts";
import { isMark, isSaying, type ProseToken } from "./prose-token.ts";
import { readCount } from "./read-number.ts";
import { namesOther, type Range, readOpenRange, readRange } from "./read-range.ts";

const numberKinds: ReadonlySet<string> = new Set(["decimal", "float", "integer", "inclusive"]);
const purposes: ReadonlySet<string> = new Set(["for", "inclusive"]);
const choice: ReadonlySet<string> = new Set(["or"]);
const orMore: Cue = { phrase: "or more", role: "minimum", counts: "things" };
const directions: ReadonlyMap<string, "low" | "high"> = new Map([
  ...["more", "above", "greater", "higher"].map((word) => [word, "low"] as const),
  ...["fewer", "less", "below", "lower"].map((word) => [word, "high"] as const),
]);
const timeUnits = /^(?:seconds?|秒)/;

/** An interval at `at` that no cue announces: (0-100), [0, 1], `1-8 images`, `3-5000 characters`, or the whole text. */
export function readImpliedRange(prose: Prose, at: number): readonly NewClaim[] {
  const { tokens } = prose;
  const bracketed = readRange(tokens, at);
  const range = bracketed ?? (isMark(tokens[at], "(") ? readOpenRange(tokens, at + 1) : undefined);
  if (range === undefined || !isInterval(range) || isCalculation(tokens, at, range) || namesOther(tokens, range.next))
    return [];
  const measure = isOfItems(prose, at, range) ? "items" : measureOf(prose.kind, range.unit, undefined);
  if (measure === undefined) return [];
  if (measure === "value" && !standsForValue(prose, at, range)) return [];
  const strength = measure === "items" ? "loose" : "implied";
  return rangeClaims(range, measure, { cue: "", start: range.start, end: range.end, strength });
}

/** `List of images (0-5)`, 图片列表(1-3): of an array, right behind what it holds. */
function isOfItems({ tokens, kind }: Prose, at: number, range: Range): boolean {
  if (kind !== "array" || range.unit !== undefined || !isMark(tokens[at], "(")) return false;
  const isClosed = isMark(tokens[range.next], ")") || isMark(tokens[range.next - 1], ")");
  return (
    isClosed &&
    /(?:list|array|images?|videos?|files?|urls?|列表|数组|图片|视频|图像|素材|分镜|shots?|scenes?|clips?|items?)$/i.test(
      tokens[at - 1]?.text ?? "",
    )
  );
}

/** Reads `500 字以内`, 1 以上 or `2000 characters max` at `at`. */
export function readImpliedBound(prose: Prose, at: number): readonly NewClaim[] {
  const { tokens } = prose;
  const quantity = readCount(tokens, at);
  const behind = quantity === undefined ? undefined : tokens[quantity.next];
  const isChoice = isSaying(behind, choice);
  const side = isChoice
    ? directions.get(tokens[(quantity?.next ?? 0) + 1]?.text.toLowerCase() ?? "")
    : directionOf(behind);
  if (quantity === undefined || behind === undefined || side === undefined) return [];
  const measure = measureOf(prose.kind, quantity.unit, isChoice ? orMore : undefined);
  const evidence = { cue: behind.text, start: quantity.start, end: behind.end, strength: "loose" } as const;
  return measure === undefined ? [] : boundClaim({ side, value: quantity.value, excluded: false }, measure, evidence);
}

function directionOf(token: ProseToken | undefined): "low" | "high" | undefined {
  if (token?.kind === "text")
    return /^[及或]?(?:以内|之内|以下|内$)/.test(token.text)
      ? "high"
      : /^[及或]?以上/.test(token.text)
        ? "low"
        : undefined;
  if (token?.kind !== "word") return undefined;
  const word = token.text.toLowerCase();
  return word === "max" || word === "maximum" ? "high" : word === "min" || word === "minimum" ? "low" : undefined;
}

/** Reads the interval that ends right before 之间 at `at`. */
export function readRangeBefore(prose: Prose, at: number): readonly NewClaim[] {
  const { tokens } = prose;
  for (let start = at - 3; start >= at - 6 && start >= 0; start--) {
    const range = readOpenRange(tokens, start);
    if (range?.next !== at || isCalculation(tokens, start, range)) continue;
    const measure = measureOf(prose.kind, range.unit, undefined);
    const evidence = {
      cue: "之间",
      start: range.start,
      end: tokens[at]?.end ?? range.end,
      strength: "stated",
    } as const;
    return measure === undefined ? [] : rangeClaims(range, measure, evidence);
  }
  return [];
}

function isInterval(range: Range): boolean {
  return range.low <= range.high;
}

/** `1-2/3`, `a-1-2`, `4-15%`: digits of something else. */
function isCalculation(tokens: readonly ProseToken[], at: number, range: Range): boolean {
  const before = tokens[at - 1];
  const behind = tokens[range.next];
  const isJoined = isMark(behind, "/:*%-~#@") && behind?.spaced === false;
  return isJoined || (isMark(before, "/*%-~#@^") && tokens[at]?.spaced === false);
}

function endsClause(token: ProseToken | undefined): boolean {
  return token === undefined || token.kind === "break" || isMark(token, ",;。.");
}

/** A bare interval means the value where it is a whole clause, stands in brackets, or in `in 4-15 seconds` and `from 1 to 4`. */
function standsForValue(prose: Prose, at: number, range: Range): boolean {
  const { tokens } = prose;
  if (!isNumeric(prose.kind)) return false;
  const open = tokens[at];
  if (isMark(open, "[")) return true;
  if (isMark(tokens[at - 1], ":") && namesFurther(tokens, range.next)) return false;
  if (isMark(open, "(") && isComparison(tokens, at)) return false;
  if (isMark(open, "("))
    return isMark(tokens[behindKind(tokens, range.next)], "),;") || isMark(tokens[range.next - 1], ")");
  if (at <= 1 && isOpening(tokens, at) && isSaying(tokens[range.next], purposes)) return true;
  const isWhole =
    (at === 0 || isMark(tokens[at - 1], ",:")) && (endsClause(tokens[range.next]) || isMark(tokens[range.next], "()]"));
  const before = tokens[at - 1];
  const unit = tokens[range.next - 1];
  const isDuration = before?.text.toLowerCase() === "in" && unit?.kind === "unit" && timeUnits.test(unit.text);
  return isWhole || isDuration || isFrom(tokens, at);
}

/** `0-99 for …`, `integer 1-30 for …`: what the text begins with. */
function isOpening(tokens: readonly ProseToken[], at: number): boolean {
  return at === 0 || isSaying(tokens[0], numberKinds);
}

/** (0-1 decimal), (1-10 inclusive): behind the word for the kind of number. */
function behindKind(tokens: readonly ProseToken[], at: number): number {
  return isSaying(tokens[at], numberKinds) ? at + 1 : at;
}

/** m-1: 3-12 秒,m-2: 5 秒: for one name each. */
function namesFurther(tokens: readonly ProseToken[], at: number): boolean {
  const [comma, word, colon] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return isMark(comma, ",;") && word?.kind === "word" && isMark(colon, ":") && tokens[at + 3]?.kind === "number";
}

/** Lower values (0.2-0.4) are safer: a part of the range. */
function isComparison(tokens: readonly ProseToken[], at: number): boolean {
  return (
    /^values?$/i.test(tokens[at - 1]?.text ?? "") &&
    /^(?:low|high|small|larg)(?:er?)?$/i.test(tokens[at - 2]?.text ?? "")
  );
}

/** `Steps, from 1 to 50`; a scale from 0 to 1 is only explained. */
function isFrom(tokens: readonly ProseToken[], at: number): boolean {
  return tokens[at - 1]?.text.toLowerCase() === "from" && tokens[at - 2]?.text.toLowerCase() !== "scale";
}
