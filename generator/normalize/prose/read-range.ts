import { isMark, isSaying, type ProseToken } from "./prose-token.ts";
import { type Quantity, readCount, readNumber } from "./read-number.ts";
import { findUnit, type UnitKind } from "./units.ts";

/** Two numbers with what stands between them, as the text writes an interval. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly excludesLow: boolean;
  readonly excludesHigh: boolean;
  readonly unit: UnitKind | undefined;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

const wordsBetween: ReadonlySet<string> = new Set(["到", "至", "与", "和", "to", "and", "through"]);

const choices: ReadonlySet<string> = new Set(["or", "或", "或者"]);

/** The interval at this token, with or without brackets: `1-50`, `0 到 1 之间`, `[0.5,2]`, `(0,10]`, `1 to 4`. */
export function readRange(tokens: readonly ProseToken[], at: number): Range | undefined {
  const open = tokens[at];
  if (!isMark(open, "[(") || open === undefined) return readOpenRange(tokens, at);
  const inside = readPair(tokens, at + 1, ",、-~;");
  const close = inside === undefined ? undefined : tokens[inside.next];
  if (inside === undefined || close === undefined || !isMark(close, ")]")) return undefined;
  const halfOpen = (open.text === "(") !== (close.text === ")");
  const range = {
    ...inside,
    excludesLow: halfOpen && open.text === "(",
    excludesHigh: halfOpen && close.text === ")",
    start: open.start,
    end: close.end,
    next: inside.next + 1,
  };
  return withUnitBehind(tokens, range);
}

/** The interval at this token without brackets around it. */
export function readOpenRange(tokens: readonly ProseToken[], at: number): Range | undefined {
  return readPair(tokens, at, "-~");
}

/** Whether another number may stand for the interval that ends before `at`: `[1, 40] or 1000+`. */
export function namesOther(tokens: readonly ProseToken[], at: number): boolean {
  return isSaying(tokens[at], choices) && /^\d/.test(tokens[at + 1]?.text ?? "");
}

function readPair(tokens: readonly ProseToken[], at: number, marks: string): Range | undefined {
  const low = readCountOrNumber(tokens, at, marks);
  if (low === undefined) return undefined;
  const between = betweenLength(tokens, low.next, marks);
  const high = between === 0 ? undefined : readCountOrNumber(tokens, low.next + between, marks);
  if (high === undefined || (low.unit !== undefined && high.unit !== undefined && low.unit !== high.unit))
    return undefined;
  if (low.value > high.value && low.unit !== high.unit) return undefined;
  return {
    low: low.value,
    high: high.value,
    excludesLow: false,
    excludesHigh: false,
    unit: high.unit ?? low.unit,
    start: low.start,
    end: high.end,
    next: high.next,
  };
}

/** Inside brackets a comma separates; elsewhere it may group digits. */
function readCountOrNumber(tokens: readonly ProseToken[], at: number, marks: string): Quantity | undefined {
  if (tokens[at]?.kind === "word") return undefined;
  return marks.includes(",") ? readNumber(tokens, at) : readCount(tokens, at);
}

/** How many tokens stand for "to" here: `-`, `~`, 到, `——`, `..`; 0 when none does. */
function betweenLength(tokens: readonly ProseToken[], at: number, marks: string): number {
  if (isSaying(tokens[at], wordsBetween)) return 1;
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind === "cue" && first.cue.role === "open-end" && /^[.…]/.test(first.text)) return 1;
  if (isMark(first, ".")) return isMark(second, ".") ? 2 : 0;
  if (!isMark(first, marks)) return 0;
  return isMark(first, "-~") && isMark(second, "-~") ? 2 : 1;
}

function withUnitBehind(tokens: readonly ProseToken[], range: Range): Range {
  const behind = tokens[range.next];
  if (behind?.kind !== "word" && behind?.kind !== "text") return range;
  const unit = findUnit(behind.text.toLowerCase(), 0);
  return unit === undefined ? range : { ...range, unit: unit.kind, next: range.next + 1 };
}
