import { carriageReturn, isLineEnd, space, tab } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { foldLines } from "./fold-lines.ts";

/**
 * The text of a block scalar whose header (`|-`, `>2`) begins at the cursor, and moves to the line behind it; undefined when
 * it is not plain. `parent` is the column of the mapping or sequence that it stands in.
 *
 * @see https://yaml.org/spec/1.2.2/#81-block-scalar-styles
 */
export function readBlockScalar(cursor: Cursor, parent: number): string | undefined {
  const header = readHeader(cursor);
  const indent = header === undefined ? undefined : findIndent(cursor);
  if (header === undefined || indent === undefined) return undefined;
  // Nothing of it is there: the next line is not indented.
  if (indent <= parent) return header.chomping === "+" ? undefined : "";
  const margin = header.indent === undefined ? indent : parent + header.indent;
  if (margin > indent) return undefined;
  const lines = readLines(cursor, margin);
  if (lines === undefined || (header.indent !== undefined && lines.some((line) => /^ +$/.test(line)))) return undefined;
  const trailing = countTrailing(lines);
  const content = trailing === 0 ? lines : lines.slice(0, lines.length - trailing);
  const text = header.style === "|" ? content.join("\n") : foldLines(content);
  return text + endings(header.chomping, trailing);
}

interface Header {
  readonly style: string;
  readonly indent: number | undefined;
  readonly chomping: string;
}

/** Moves behind the header's line. */
function readHeader(cursor: Cursor): Header | undefined {
  header.lastIndex = cursor.at;
  const [whole, style = "", sign, digit, digitFirst, signLast] = header.exec(cursor.text) ?? [];
  if (whole === undefined) return undefined;
  cursor.at += whole.length;
  const number = digit ?? digitFirst;
  return { style, indent: number === undefined ? undefined : Number(number), chomping: sign ?? signLast ?? "" };
}

const header = /([|>])(?:([-+])([1-9])?|([1-9])([-+])?)?(?: +(?:#[^\n]*)?)?\r?\n/y;

/** Indentation of the first line that is not blank; undefined where a blank line before it has more, or where none comes. */
function findIndent({ text, at: start }: Cursor): number | undefined {
  let most = 0;
  for (let at = start; at < text.length; ) {
    const end = skipSpaces(text, at);
    const code = text.charCodeAt(end);
    if (!isLineEnd(code)) return code === tab || end - at < most ? undefined : end - at;
    most = Math.max(most, end - at);
    at = end + (code === carriageReturn ? 2 : 1);
  }
  return undefined;
}

/** The lines without their margin, blank ones too; moves to the line that is no more indented by it. */
function readLines(cursor: Cursor, margin: number): readonly string[] | undefined {
  const { text } = cursor;
  const lines: string[] = [];
  while (cursor.at < text.length) {
    const start = cursor.at;
    const inside = skipSpaces(text, start);
    const code = text.charCodeAt(inside);
    if (code === tab) return undefined;
    if (!isLineEnd(code) && inside - start < margin) break;
    const found = text.indexOf("\n", inside);
    // Spaces at the end of the text, with no line break behind them, are neither a line nor none.
    if (found < 0 && inside === text.length) return undefined;
    const end = found < 0 ? text.length : found;
    lines.push(
      text.slice(Math.min(start + margin, inside), text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end),
    );
    cursor.at = found < 0 ? end : end + 1;
  }
  return lines;
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === space) at += 1;
  return at;
}

/** Blank lines at the end are no content, but count for chomping. */
function countTrailing(lines: readonly string[]): number {
  let end = lines.length;
  while (end > 0 && lines[end - 1] === "") end -= 1;
  return lines.length - end;
}

function endings(chomping: string, trailing: number): string {
  if (chomping === "-") return "";
  return chomping === "+" ? "\n".repeat(trailing + 1) : "\n";
}
