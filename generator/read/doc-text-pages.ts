import { readDocTextHeading } from "./doc-text-sections.ts";
import { maxPages } from "./limits.ts";
import type { Line } from "./split-lines.ts";

/**
 * The pages of a file of rendered text, one after the other: once a page has come to its responses, the next request line,
 * or title with a section of parameters below it, begins another. Channels (`wss://…`) are pages too, without an operation.
 */
export function splitDocTextPages(lines: readonly Line[]): readonly (readonly Line[])[] {
  const starts = [0];
  let responded = false;
  for (const [index, line] of lines.entries()) {
    if (isResponse(line.text)) responded = true;
    if (!responded || !opensPage(lines, index)) continue;
    starts.push(findTitle(lines, index, starts.at(-1) ?? 0));
    responded = false;
    if (starts.length >= maxPages) break;
  }
  return starts.map((start, index) => lines.slice(start, starts[index + 1] ?? lines.length));
}

function isResponse(text: string): boolean {
  return readDocTextHeading(text, "request")?.kind.startsWith("response") ?? false;
}

/** A method on a line of its own. */
export const methodLine: RegExp = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
const requestLine = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s*(?:https?:\/\/|\/|\{\{)\S*(?!.*HTTP\/)/;

function opensPage(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? "";
  if (/^wss?:\/\/\S+$/.test(text)) return true;
  const target = /^(?:https?:\/\/|\/|\{\{)/.test(lines[index + 1]?.text ?? "");
  if ((methodLine.test(text) && target) || requestLine.test(text)) return hasSectionBelow(lines, index);
  return /^# \S/.test(text) && hasSectionBelow(lines, index);
}

/** Whether a section of parameters or responses comes before anything that would begin a page of its own. */
function hasSectionBelow(lines: readonly Line[], index: number): boolean {
  const isTall = methodLine.test(lines[index]?.text ?? "");
  for (const { text } of lines.slice(index + (isTall ? 2 : 1), index + linesAboveSections)) {
    const kind = readDocTextHeading(text, "request")?.kind;
    if (kind === "request" || kind === "body" || kind === "query" || kind === "path" || kind === "header") return true;
    if (kind !== undefined) return kind === "response";
    if (/^# \S/.test(text) || methodLine.test(text) || requestLine.test(text)) return false;
  }
  return false;
}

const linesAboveSections = 200;

/** The title above a request line: the Markdown heading of the same page, else the line directly above. */
function findTitle(lines: readonly Line[], index: number, least: number): number {
  if (/^# \S/.test(lines[index]?.text ?? "")) return index;
  for (let at = index - 1; at > Math.max(least, index - 20); at -= 1) {
    const text = lines[at]?.text ?? "";
    if (/^# \S/.test(text)) return at;
    if (/^[}\]]/.test(text) || readDocTextHeading(text, "response") !== undefined) break;
  }
  return /^[}\]"]/.test(lines[index - 1]?.text ?? "}") ? index : index - 1;
}
