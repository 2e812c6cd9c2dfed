import {
  colon,
  comma,
  dash,
  hash,
  isBlank,
  isBlankOrEnd,
  isFlowIndicator,
  isLineEnd,
  questionMark,
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
 * The text of a plain scalar from the cursor on, whose first line ends at `stop`, and moves to the content behind it; undefined
 * when it is not plain. Lines that are indented by `least` go on with it.
 */
export function readPlainText(cursor: Cursor, stop: number, least: number): string | undefined {
  const { text, at: start } = cursor;
  // What follows a key on its line is no key of another one.
  cursor.isBroken = text.charCodeAt(stop) === colon;
  if (cursor.isBroken) return undefined;
  let end = trimEnd(text, start, stop);
  cursor.at = stop;
  let isFolded = false;
  while (cursor.endLine()) {
    if (cursor.column < least) return isFolded ? unfoldLines(text.slice(start, end)) : text.slice(start, end);
    const next = cursor.at;
    cursor.at = findPlainStop(text, next);
    // A comment ends the scalar, and then nothing may go on with it.
    if (cursor.passedComment || cursor.code === colon) return undefined;
    end = trimEnd(text, next, cursor.at);
    isFolded = true;
  }
  return undefined;
}
