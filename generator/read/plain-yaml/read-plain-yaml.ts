import type { Report } from "../../diagnostic.ts";
import { findCompactNesting } from "../compact-nesting.ts";
import { type Excerpt, placeIn } from "../excerpt.ts";
import type { Parsed } from "../parsed.ts";
import { readBlockNode } from "./block-nodes.ts";
import { dash } from "./characters.ts";
import { Cursor } from "./cursor.ts";

/** The value of a text that is plain YAML; or why there is none. */
export type PlainReading = Parsed | "not-plain" | "broken";

/**
 * The value of a YAML document that is plain, marked with its places as the long way would mark it. Every other text, with
 * tags, directives, explicit keys, tabs that indent, several documents or an error, is `not-plain`, and
 * nothing is reported; `broken` where the `yaml` package would surely find an error. Linear in the length of the text.
 */
export function readPlainYaml(excerpt: Excerpt, report: Report): PlainReading {
  const { text } = excerpt;
  if (hasOddCharacters(text) || findCompactNesting(text) !== undefined) return "not-plain";
  const cursor = new Cursor(excerpt);
  if (!openDocument(cursor)) return "not-plain";
  const value = readBlockNode(cursor, -1, 0);
  // Behind an anchor stands a key as well as a value.
  if (cursor.isBroken && cursor.anchors.size === 0) return "broken";
  if (typeof value !== "object" || value === null || cursor.column >= 0) return "not-plain";
  reportRounded(cursor, report);
  return { value };
}

function reportRounded({ rounded, excerpt }: Cursor, report: Report): void {
  if (rounded === undefined) return;
  report("number-rounded", `${rounded.written} is more than a number holds; it is read as ${rounded.value}.`, {
    place: placeIn(excerpt, rounded.offset),
  });
}

/** Control characters, byte order marks inside of the text, and carriage returns that end no line. */
function hasOddCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\0-\x08\x0b\x0c\x0e-\x1f\ufeff]|\r(?!\n)/.test(text);
}

/** Moves to the first content, over one `---`; false where there is none, or where it is not plain. */
function openDocument(cursor: Cursor): boolean {
  if (!cursor.toContent()) {
    if (cursor.column !== 0 || !cursor.atDocumentMarker() || cursor.code !== dash) return false;
    cursor.at += 3;
    if (!cursor.endLine()) return false;
  }
  return cursor.column >= 0;
}
