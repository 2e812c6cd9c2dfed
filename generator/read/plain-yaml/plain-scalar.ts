import {
  carriageReturn,
  colon,
  comma,
  dash,
  hash,
  isBlank,
  isBlankOrEnd,
  isFlowIndicator,
  isLineEnd,
  questionMark,
  space,
  tab,
} from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { unfoldLines } from "./unfold-lines.ts";

/** Whether a plain scalar may begin with the unit `code`, with `next` behind it. */
export function beginsPlain(code: number, next: number): boolean {
  if (code === dash || code === questionMark || code === colon) return !isBlankOrEnd(next);
  return !isBlankOrEnd(code) && !indicators.has(code);
}

/** Whether no value outside of brackets begins with the unit `code`. */
export function beginsNothing(code: number): boolean {
  return code === comma || code === percent || code === at || code === backtick;
}

const percent = 0x25;
const at = 0x40;
const backtick = 0x60;

const indicators: ReadonlySet<number> = new Set(Array.from(",[]{}#&*!|>'\"%@`", (sign) => sign.charCodeAt(0)));

/** Offset of what ends a plain scalar on its line: a `:` or a `#` that counts, or the end of the line. */
export function findPlainStop(text: string, start: number): number {
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === colon) {
      if (isBlankOrEnd(text.charCodeAt(at + 1))) return at;
    } else if (code === hash) {
      if (at > start && isBlank(text.charCodeAt(at - 1))) return at;
    } else if (isLineEnd(code)) return at;
  }
}

/** The same between brackets, where `,` and brackets end it too. */
export function findFlowPlainStop(text: string, start: number): number {
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === colon) {
      const next = text.charCodeAt(at + 1);
      if (isBlankOrEnd(next) || isFlowIndicator(next)) return at;
    } else if (code === hash) {
      if (at > start && isBlank(text.charCodeAt(at - 1))) return at;
    } else if (isFlowIndicator(code) || isLineEnd(code)) return at;
  }
}

/** The offset behind the last character before `stop` that is no blank. */
export function trimEnd(text: string, start: number, stop: number): number {
  let end = stop;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/**
 * The text of a plain scalar from the cursor on, whose first line ends at `stop`, and moves behind it; undefined when it is
 * not plain. Lines that are indented by `least` go on with it.
 */
export function readPlainText(cursor: Cursor, stop: number, least: number): string | undefined {
  const { text, at: start } = cursor;
  cursor.tokens += 2;
  // What follows a key on its line is no key of another one.
  cursor.isBroken = text.charCodeAt(stop) === colon;
  if (cursor.isBroken) return undefined;
  cursor.at = trimEnd(text, start, stop);
  if (text.charCodeAt(stop) === hash) return text.slice(start, cursor.at);
  let end = stop;
  for (;;) {
    const next = findContinuation(text, end, least);
    if (next === undefined) return undefined;
    if (next < 0) break;
    end = findPlainStop(text, next);
    if (text.charCodeAt(end) === colon) return undefined;
    cursor.at = trimEnd(text, next, end);
    if (text.charCodeAt(end) === hash) break;
  }
  const whole = text.slice(start, cursor.at);
  return end === stop ? whole : unfoldLines(whole);
}

/** Where the next line that is not blank goes on with the scalar; -1 where it does not, undefined where that is not plain. */
function findContinuation(text: string, lineEnd: number, least: number): number | undefined {
  let at = lineEnd;
  for (;;) {
    if (at >= text.length) return -1;
    if (text.charCodeAt(at) === carriageReturn) at += 1;
    const start = at + 1;
    at = start;
    while (text.charCodeAt(at) === space) at += 1;
    const code = text.charCodeAt(at);
    if (code === tab) return undefined;
    if (isLineEnd(code)) continue;
    return at - start < least || code === hash ? -1 : at;
  }
}
