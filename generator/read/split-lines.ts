import type { SourceText } from "../place.ts";

/** A line of a document, without its line break. */
export interface Line {
  readonly text: string;
  /** UTF-16 offset of its first character in the document. */
  readonly start: number;
  /** UTF-16 offset behind its last character. */
  readonly end: number;
}

/** The lines of a document, up to `most` of them; LF, CR LF and lone CR all end one. */
export function splitLines(source: SourceText, most: number = Number.POSITIVE_INFINITY): readonly Line[] {
  if (!source.text.includes("\r")) return splitAtLineFeeds(source.text, most);
  const lines: Line[] = [];
  const breaks = /\r\n?|\n/g;
  let start = 0;
  for (let found = breaks.exec(source.text); found !== null && lines.length < most; found = breaks.exec(source.text)) {
    lines.push({ text: source.text.slice(start, found.index), start, end: found.index });
    start = breaks.lastIndex;
  }
  if (lines.length < most) lines.push({ text: source.text.slice(start), start, end: source.text.length });
  return lines;
}

function splitAtLineFeeds(text: string, most: number): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; lines.length < most; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    lines.push({ text: text.slice(start, end), start, end });
    if (found < 0) break;
    start = end + 1;
  }
  return lines;
}

/** Number of spaces a line begins with; tabs count as one. */
export function indentOf(line: Line): number {
  return line.text.length - line.text.trimStart().length;
}
