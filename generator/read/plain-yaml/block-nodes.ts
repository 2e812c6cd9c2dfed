import type { Json } from "../../json.ts";
import { openAnchor, readAlias } from "./anchors.ts";
import { readBlockScalar } from "./block-scalar.ts";
import {
  ampersand,
  asterisk,
  colon,
  dash,
  doubleQuote,
  greaterThan,
  hash,
  isBlankOrEnd,
  isLineEnd,
  openBrace,
  openBracket,
  pipe,
  singleQuote,
  space,
} from "./characters.ts";
import { Mapping, Sequence } from "./collections.ts";
import type { Cursor } from "./cursor.ts";
import { readFlow } from "./flow-collection.ts";
import { maxPlainDepth } from "./max-plain-depth.ts";
import { beginsNothing, beginsPlain, findPlainStop, readPlainText, trimEnd } from "./plain-scalar.ts";
import { readPlainValue } from "./plain-value.ts";
import { readQuoted, spansLines } from "./quoted-scalar.ts";

/**
 * The value that begins at the cursor, and moves to the content behind its last line; undefined when it is not plain.
 * `parent` is the column of the collection around it, -1 for none. Recursion is bounded by the depth.
 */
export function readBlockNode(cursor: Cursor, parent: number, depth: number): Json | undefined {
  if (depth > maxPlainDepth) return undefined;
  if (isItem(cursor)) return readSequence(cursor, depth);
  const { code, at: start } = cursor;
  if (!isQuote(code)) return readPlainNode(cursor, parent, depth);
  const text = readQuoted(cursor, parent + 1);
  if (text === undefined) return undefined;
  const end = cursor.at;
  if (takeColon(cursor, start))
    return spansLines(cursor.text, start, end) ? undefined : readMapping(cursor, text, start, depth);
  return endValue(cursor, text, start);
}

/** A mapping whose first key is no quoted one, or a value. */
function readPlainNode(cursor: Cursor, parent: number, depth: number): Json | undefined {
  const { text, at: start } = cursor;
  if (!beginsPlain(cursor.code, text.charCodeAt(start + 1))) return readInline(cursor, parent, depth);
  const stop = findPlainStop(text, start);
  if (text.charCodeAt(stop) !== colon) return readPlainScalar(cursor, stop, parent);
  const key = readPlainKey(cursor, stop);
  return key === undefined ? undefined : readMapping(cursor, key, start, depth);
}

function readSequence(cursor: Cursor, depth: number): Json | undefined {
  const { column } = cursor;
  const sequence = new Sequence(cursor, cursor.at);
  do {
    const value = readItem(cursor, column, depth);
    if (value === undefined || !sequence.add(value)) return undefined;
  } while (cursor.column === column && isItem(cursor));
  return cursor.column > column ? undefined : sequence.finish();
}

/** What follows a dash: on its line, where `- a: 1` is a mapping at the column of `a`, or below. */
function readItem(cursor: Cursor, column: number, depth: number): Json | undefined {
  const dashAt = cursor.at;
  cursor.step();
  cursor.skipSpaces();
  if (cursor.code === ampersand) return readAnchored(cursor, column, column + 1, depth);
  if (!endsHere(cursor)) {
    cursor.column = column + cursor.at - dashAt;
    return readBlockNode(cursor, column, depth + 1);
  }
  const here = cursor.at;
  return cursor.endLine() ? readBelow(cursor, column, here, depth) : undefined;
}

function readMapping(cursor: Cursor, firstKey: string, start: number, depth: number): Json | undefined {
  const { column } = cursor;
  const mapping = new Mapping(cursor, start);
  let key: string | undefined = firstKey;
  let keyStart = start;
  while (key !== undefined) {
    const value = readMember(cursor, column, depth);
    if (value === undefined || !mapping.add(key, keyStart, value)) return undefined;
    if (cursor.column !== column) return cursor.column > column ? undefined : mapping.finish();
    keyStart = cursor.at;
    key = readKey(cursor);
  }
  return undefined;
}

/** What follows the colon of a key: on its line, or below, where a sequence may stand at the column of the key. */
function readMember(cursor: Cursor, column: number, depth: number): Json | undefined {
  cursor.skipSpaces();
  if (cursor.code === ampersand) return readAnchored(cursor, column, column, depth);
  if (!endsHere(cursor)) return readInline(cursor, column, depth);
  const here = cursor.at;
  if (!cursor.endLine()) return undefined;
  if (cursor.column === column && isItem(cursor)) return readSequence(cursor, depth + 1);
  return readBelow(cursor, column, here, depth);
}

/** The value on the lines below, when they are indented by more than `column`; null, which stands `here`, when not. */
function readBelow(cursor: Cursor, column: number, here: number, depth: number): Json | undefined {
  if (cursor.column > column) return readBlockNode(cursor, column, depth + 1);
  cursor.start = here;
  return null;
}

/**
 * What follows an anchor, on its line or indented below, where a sequence needs to be at column `least` only; a key behind it
 * would have it for its own.
 */
function readAnchored(cursor: Cursor, column: number, least: number, depth: number): Json | undefined {
  const name = openAnchor(cursor);
  if (name === undefined) return undefined;
  const isBelow = endsHere(cursor);
  if (isBelow && !cursor.endLine()) return undefined;
  if (isBelow && cursor.column < (isItem(cursor) ? least : column + 1)) return undefined;
  // An alias has no anchor of its own.
  if (cursor.code === asterisk) return undefined;
  const value = isBelow ? readBlockNode(cursor, column, depth + 1) : readInline(cursor, column, depth);
  if (value !== undefined) cursor.anchors.set(name, value);
  return value;
}

/** A key and its colon. */
function readKey(cursor: Cursor): string | undefined {
  const { text, at: start, code } = cursor;
  if (!isQuote(code)) {
    return beginsPlain(code, text.charCodeAt(start + 1)) ? readPlainKey(cursor, findPlainStop(text, start)) : undefined;
  }
  const key = readQuoted(cursor, Number.POSITIVE_INFINITY);
  return key !== undefined && takeColon(cursor, start) ? key : undefined;
}

function readPlainKey(cursor: Cursor, stop: number): string | undefined {
  const { text, at: start } = cursor;
  cursor.at = stop;
  return takeColon(cursor, start) ? text.slice(start, trimEnd(text, start, stop)) : undefined;
}

/** Steps over the colon of a key; false where there is none. The longest key that YAML allows has 1024 characters. */
function takeColon(cursor: Cursor, start: number): boolean {
  const { text, at } = cursor;
  let end = at;
  while (text.charCodeAt(end) === space) end += 1;
  if (text.charCodeAt(end) !== colon || !isBlankOrEnd(text.charCodeAt(end + 1)) || end - start > maxKeyLength)
    return false;
  cursor.at = end;
  cursor.step();
  return true;
}

const maxKeyLength = 1000;

/** A value on the line of its key or dash, or one that no key can be on its own line. */
function readInline(cursor: Cursor, column: number, depth: number): Json | undefined {
  const { code, at: start, text } = cursor;
  if (code === openBrace || code === openBracket) {
    const value = readFlow(cursor, column + 1, depth);
    return value === undefined ? undefined : endValue(cursor, value, start);
  }
  if (code === pipe || code === greaterThan) {
    const value = readBlockScalar(cursor, column);
    cursor.start = start;
    return cursor.toContent() ? value : undefined;
  }
  if (code === asterisk) {
    const value = readAlias(cursor, depth + 1);
    return value === undefined ? undefined : endValue(cursor, value, start);
  }
  if (isQuote(code)) {
    const value = readQuoted(cursor, column + 1);
    return value === undefined ? undefined : endValue(cursor, value, start);
  }
  if (beginsPlain(code, text.charCodeAt(start + 1))) return readPlainScalar(cursor, findPlainStop(text, start), column);
  cursor.isBroken = column >= 0 && beginsNothing(code);
  return undefined;
}

function readPlainScalar(cursor: Cursor, stop: number, column: number): Json | undefined {
  const start = cursor.at;
  const text = readPlainText(cursor, stop, column + 1);
  cursor.start = start;
  return text === undefined ? undefined : readPlainValue(cursor, text);
}

/** The value, when nothing but a comment follows it on its line. */
function endValue(cursor: Cursor, value: Json, start: number): Json | undefined {
  cursor.start = start;
  return cursor.endLine() ? value : undefined;
}

function isItem(cursor: Cursor): boolean {
  return cursor.code === dash && isBlankOrEnd(cursor.text.charCodeAt(cursor.at + 1));
}

/** Whether nothing but a comment follows on this line. */
function endsHere({ code }: Cursor): boolean {
  return code === hash || isLineEnd(code);
}

function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote;
}
