import { escapeUnsafeCharacters } from "./unsafe-characters.ts";

/** Nobody reads more in a cell of a table; a description can be a whole guide. */
const longest = 4096;
const lineBreaks = /[\n\r\u0085\u2028\u2029]+/g;

/** Text of a document as plain Markdown on one line: nothing in it is markup, a mention, an image or a link that acts. */
export function markdownText(text: string): string {
  return oneLine(text, longest).replace(/[\\`*_[\]()#@!|~<>&]/g, (sign) => escaped.get(sign) ?? `\\${sign}`);
}

const escaped: ReadonlyMap<string, string> = new Map([
  ["<", "&lt;"],
  [">", "&gt;"],
  ["&", "&amp;"],
  ["(", "("],
  [")", ")"],
]);

/** A value as Markdown code, cut at 200 characters; fit for a cell of a table. */
export function markdownCode(text: string): string {
  const line = oneLine(text, 200).replaceAll("|", "\\|");
  const runs = line.match(/`+/g) ?? [];
  if (runs.length === 0) return `\`${line === "" ? " " : line}\``;
  const fence = "`".repeat(Math.max(...runs.map((run) => run.length)) + 1);
  return `${fence} ${line} ${fence}`;
}

function oneLine(text: string, limit: number): string {
  const cut = text.length > limit ? `${text.slice(0, limit).trimEnd()}…` : text;
  return escapeUnsafeCharacters(cut.replace(lineBreaks, " ").replaceAll("\t", " ")).trim();
}
