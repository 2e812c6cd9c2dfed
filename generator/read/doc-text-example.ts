import type { Json } from "../json.ts";
import type { SourceText } from "../place.ts";
import { findJsonEnd } from "./json-extent.ts";
import { parseExample } from "./parse-example.ts";
import type { Line } from "./split-lines.ts";

/** The JSON sample among the lines of a section, if there is one. */
export function readDocTextExample(lines: readonly Line[], source: SourceText): Json | undefined {
  const first = lines.find((line) => /^[[{]/.test(line.text));
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const end = findJsonEnd(source.text, first.start, last.end);
  return parseExample(source.text.slice(first.start, end), { source, start: first.start, end });
}
