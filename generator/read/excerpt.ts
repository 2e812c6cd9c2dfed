import { type Place, placeAt, type SourceText } from "../place.ts";

/**
 * A stretch of text handed to a parser: cut out of a document, perhaps repaired or re-indented,
 * with the way back from each of its offsets to the document as received.
 */
export interface Excerpt {
  readonly source: SourceText;
  readonly text: string;
  /** Where runs of `text` came from, in order; each run reaches to the next one's `at`. Offsets are UTF-16 units. */
  readonly runs: readonly { readonly at: number; readonly from: number }[];
}

/** A piece of text for {@link joinExcerpt}: `from` is where it stands in the source, or what it was inserted before. */
export interface Piece {
  readonly text: string;
  readonly from: number;
}

/** The part of a document between two offsets, unchanged. */
export function cutExcerpt(source: SourceText, start = 0, end: number = source.text.length): Excerpt {
  return { source, text: source.text.slice(start, end), runs: [{ at: 0, from: start }] };
}

/** An excerpt of pieces one after the other. */
export function joinExcerpt(source: SourceText, pieces: Iterable<Piece>): Excerpt {
  const texts: string[] = [];
  const runs: { at: number; from: number }[] = [];
  let at = 0;
  for (const piece of pieces) {
    runs.push({ at, from: piece.from });
    texts.push(piece.text);
    at += piece.text.length;
  }
  return { source, text: texts.join(""), runs };
}

/** The offset in the document as received of an offset in the excerpt's text. */
export function sourceOffset(excerpt: Excerpt, offset: number): number {
  let low = 0;
  let high = excerpt.runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((excerpt.runs[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const run = excerpt.runs[low] ?? { at: 0, from: 0 };
  // Inserted text is longer than what stood there: never point past the next run.
  const next = excerpt.runs[low + 1]?.from ?? excerpt.source.text.length;
  return Math.min(run.from + offset - run.at, Math.max(next, run.from));
}

/** File, line and column, in the document as received, of an offset in the excerpt's text. */
export function placeIn(excerpt: Excerpt, offset: number): Place {
  return placeAt(excerpt.source, sourceOffset(excerpt, offset));
}
