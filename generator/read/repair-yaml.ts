import type { Place } from "../place.ts";
import { type Excerpt, joinExcerpt, type Piece, placeIn, sourceOffset } from "./excerpt.ts";
import { indentOf, type Line, splitLines } from "./split-lines.ts";
import { isUnclosedQuote, opensBlockScalar, readYamlLine } from "./yaml-line.ts";

/** YAML with quotes put around the plain scalars that need them, and where. */
export interface RepairedYaml {
  readonly excerpt: Excerpt;
  readonly places: readonly Place[];
}

/** Quotes values that are plain text but read like YAML's own signs; undefined when there is none. */
export function repairYaml(excerpt: Excerpt): RepairedYaml | undefined {
  const lines = splitLines({ path: "", text: excerpt.text });
  const pieces: Piece[] = [];
  const places: Place[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (line === undefined) break;
    const value = findBrokenValue(line);
    const next = endOfScalar(lines, index);
    if (value === undefined)
      for (const kept of lines.slice(index, next)) pieces.push(cut(excerpt, kept.start, kept.end, "\n"));
    else {
      const end = lines[next - 1]?.end ?? line.end;
      pieces.push(...quoteValue(excerpt, line.start, line.start + value, end));
      places.push(placeIn(excerpt, line.start + value));
    }
    index = next;
  }
  return places.length === 0 ? undefined : { excerpt: joinExcerpt(excerpt.source, pieces), places };
}

/** Index behind the scalar that begins on a line: a block scalar's and a quoted one's further lines are no lines of their own. */
function endOfScalar(lines: readonly Line[], index: number): number {
  const line = lines[index];
  const { value, key } = readYamlLine(line?.text.trim() ?? "");
  let next = index + 1;
  if (line === undefined || (key === undefined && value === "")) return next;
  const isText = value !== "" && !/^[[{]/.test(value);
  if (!isText) return next;
  const quote = isUnclosedQuote(value) ? (value[0] ?? "") : "";
  const inside = (other: Line): boolean => other.text.trim() === "" || indentOf(other) > indentOf(line);
  while (next < lines.length && inside(lines[next] ?? line)) {
    next += 1;
    if (quote !== "" && (lines[next - 1]?.text.trimEnd().endsWith(quote) ?? false)) break;
  }
  return trimBlank(lines, index + 1, next);
}

/** Blank lines at the end belong to nobody. */
function trimBlank(lines: readonly Line[], first: number, end: number): number {
  let last = end;
  while (last > first && (lines[last - 1]?.text.trim() ?? "") === "") last -= 1;
  return last;
}

/** Column of a value that is plain text and yet no plain scalar. */
function findBrokenValue(line: Line): number | undefined {
  const text = line.text.trimEnd();
  const { key, value } = readYamlLine(text.trim());
  if (value === "" || opensBlockScalar(value) || /^["'[{&*|>]/.test(value)) return undefined;
  const isBroken = /^[,%@`]|^!(?=[^ -~])|^[?-](?: |$)/.test(value) || (key !== undefined && /:(?: |$)/.test(value));
  return isBroken ? text.length - value.length : undefined;
}

function quoteValue(excerpt: Excerpt, start: number, value: number, end: number): readonly Piece[] {
  const before = cut(excerpt, start, value, "'");
  const text = excerpt.text.slice(value, end).trimEnd().replaceAll("'", "''");
  return [before, { text, from: sourceOffset(excerpt, value) }, { text: "'\n", from: sourceOffset(excerpt, end) }];
}

function cut(excerpt: Excerpt, start: number, end: number, ending: string): Piece {
  return { text: excerpt.text.slice(start, end) + ending, from: sourceOffset(excerpt, start) };
}
