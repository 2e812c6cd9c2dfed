import { type ParseError, parseTree } from "jsonc-parser";
import type { Report } from "../diagnostic.ts";
import type { Json } from "../json.ts";
import type { DumpSection } from "./dump-sections.ts";
import { cutExcerpt, placeIn } from "./excerpt.ts";
import { findJsonEnd } from "./json-extent.ts";
import type { Page } from "./page.ts";
import { findDeepNesting, parseJson, readJsonTree } from "./parse-json.ts";

/**
 * The JSON of a section, strict where it can be; a text cut off by whoever saved the page is read as far as it goes,
 * and reported. Undefined when there is none.
 */
export function readDumpJson(page: Page, section: DumpSection, report: Report): Json | undefined {
  const first = page.lines[section.first]?.start ?? 0;
  const last = page.lines[section.end - 1]?.end ?? first;
  const offset = page.source.text.slice(first, last).search(/[[{]/);
  if (offset < 0) return undefined;
  const start = first + offset;
  const excerpt = cutExcerpt(page.source, start, findJsonEnd(page.source.text, start, last));
  const errors: ParseError[] = [];
  if (findDeepNesting(excerpt.text) !== undefined) return parseJson(excerpt, report)?.value;
  const root = parseTree(excerpt.text, errors, { disallowComments: true });
  const [problem] = errors;
  if (problem === undefined || root === undefined) return parseJson(excerpt, report)?.value;
  report("incomplete-json", "The JSON of this section breaks off or is damaged here; what could be read is used.", {
    place: placeIn(excerpt, problem.offset),
    hint: "Save the whole page again.",
  });
  return readJsonTree(root, excerpt, report)?.value;
}
