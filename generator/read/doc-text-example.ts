import type { Json } from "../json.ts";
import type { SourceText } from "../place.ts";
import { decodeEntities } from "./decode-entities.ts";
import { findJsonEnd } from "./json-extent.ts";
import { parseExample } from "./parse-example.ts";
import type { Line } from "./split-lines.ts";

/** The JSON sample among the lines of a section, if there is one. */
export function readDocTextExample(lines: readonly Line[], source: SourceText): Json | undefined {
  // Under `示例值:` stands the sample of one field.
  const first = lines.find((line, index) => /^[[{]/.test(line.text) && !/[:：]$/.test(lines[index - 1]?.text ?? ""));
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const end = findJsonEnd(source.text, first.start, last.end);
  const text = source.text.slice(first.start, end);
  const decoded = decodeEntities(text);
  return parseExample(decoded, { source, start: first.start, ...(decoded === text ? { end } : {}) });
}
