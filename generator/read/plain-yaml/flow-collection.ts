import type { Json } from "../../json.ts";
import {
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  comma,
  dash,
  dot,
  doubleQuote,
  isBlankOrEnd,
  isFlowIndicator,
  lineFeed,
  openBrace,
  openBracket,
  questionMark,
  singleQuote,
} from "./characters.ts";
import { Mapping, Sequence } from "./collections.ts";
import type { Cursor } from "./cursor.ts";
import { maxPlainDepth } from "./max-plain-depth.ts";
import { beginsPlain, findFlowPlainStop, trimEnd } from "./plain-scalar.ts";
import { readPlainValue } from "./plain-value.ts";
import { readQuoted } from "./quoted-scalar.ts";

/** How far the lines of brackets are indented at least, how deep they nest, and how many stand around here. */
interface FlowFrame {
  readonly least: number;
  readonly depth: number;
  readonly level: number;
}

/**
 * The list or mapping in brackets that begins at the cursor, and moves behind it; undefined when it is not plain: comments,
 * empty members, keys without values and scalars over several lines without quotes are left to others.
 */
export function readFlow(cursor: Cursor, least: number, depth: number): Json | undefined {
  return readBrackets(cursor, { least, depth, level: 1 });
}

function readBrackets(cursor: Cursor, frame: FlowFrame): Json | undefined {
  if (frame.depth + frame.level > maxPlainDepth) return undefined;
  return cursor.code === openBrace ? readFlowMapping(cursor, frame) : readFlowSequence(cursor, frame);
}

function readFlowMapping(cursor: Cursor, frame: FlowFrame): Json | undefined {
  const mapping = new Mapping(cursor, cursor.at);
  cursor.step();
  for (;;) {
    if (!skipBreaks(cursor, frame)) return undefined;
    if (cursor.code === closeBrace) break;
    const start = cursor.at;
    const key = readFlowKey(cursor);
    if (key === undefined || !skipBreaks(cursor, frame)) return undefined;
    const value = readFlowValue(cursor, frame);
    if (value === undefined || !mapping.add(key, start, value) || !skipBreaks(cursor, frame)) return undefined;
    if (cursor.code === comma) cursor.step();
    else if (cursor.code !== closeBrace) return undefined;
  }
  cursor.step();
  return mapping.finish();
}

function readFlowSequence(cursor: Cursor, frame: FlowFrame): Json | undefined {
  const sequence = new Sequence(cursor, cursor.at);
  cursor.step();
  for (;;) {
    if (!skipBreaks(cursor, frame)) return undefined;
    if (cursor.code === closeBracket) break;
    const value = readFlowValue(cursor, frame);
    if (value === undefined || !sequence.add(value) || !skipBreaks(cursor, frame)) return undefined;
    if (cursor.code === comma) cursor.step();
    else if (cursor.code !== closeBracket) return undefined;
  }
  cursor.step();
  return sequence.finish();
}

/** A key on one line, and moves behind its colon. */
function readFlowKey(cursor: Cursor): string | undefined {
  const start = cursor.at;
  const isQuoted = cursor.code === doubleQuote || cursor.code === singleQuote;
  const key = isQuoted ? readQuoted(cursor, Number.POSITIVE_INFINITY) : readFlowPlainText(cursor);
  if (key === undefined) return undefined;
  const end = cursor.at;
  cursor.skipSpaces();
  if (cursor.code !== colon) return undefined;
  const next = cursor.text.charCodeAt(cursor.at + 1);
  // Behind a quote the colon needs no blank.
  if (!(isQuoted && cursor.at === end) && !isBlankOrEnd(next) && !isFlowIndicator(next)) return undefined;
  cursor.step();
  return start < end ? key : undefined;
}

function readFlowValue(cursor: Cursor, frame: FlowFrame): Json | undefined {
  const { code, at: start } = cursor;
  if (code === openBrace || code === openBracket) return readBrackets(cursor, { ...frame, level: frame.level + 1 });
  const isQuoted = code === doubleQuote || code === singleQuote;
  const text = isQuoted ? readQuoted(cursor, frame.least) : readFlowPlainText(cursor);
  if (text === undefined) return undefined;
  cursor.start = start;
  return isQuoted ? text : readPlainValue(cursor, text);
}

function readFlowPlainText(cursor: Cursor): string | undefined {
  const { text, at: start, code } = cursor;
  const next = text.charCodeAt(start + 1);
  if (!beginsPlain(code, next) || code === colon || code === questionMark) return undefined;
  // `---` at the margin ends a document, even between brackets.
  if (code === dash && (isFlowIndicator(next) || next === dash)) return undefined;
  if (code === dot && next === dot) return undefined;
  const stop = findFlowPlainStop(text, start);
  cursor.at = trimEnd(text, start, stop);
  return text.slice(start, cursor.at);
}

/** Moves over spaces and line breaks to the next sign; false where a line is not indented as it should be. */
function skipBreaks(cursor: Cursor, { least, level }: FlowFrame): boolean {
  let lineStart = -1;
  for (;;) {
    cursor.skipSpaces();
    if (cursor.code === carriageReturn) cursor.step();
    if (cursor.code !== lineFeed) break;
    cursor.step();
    lineStart = cursor.at;
  }
  if (lineStart < 0) return true;
  const indent = cursor.at - lineStart;
  if (indent >= least) return indent > 0 || !cursor.atDocumentMarker();
  // The outermost bracket may close at the column of what it belongs to.
  return level === 1 && indent === least - 1 && (cursor.code === closeBrace || cursor.code === closeBracket);
}
