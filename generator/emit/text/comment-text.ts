import { escapeUnsafeCharacters } from "./unsafe-characters.ts";

/** Nobody reads more in a hover; a description can be a whole guide. */
const longest = 4096;
const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** What tools or editors obey inside a comment; each match gets a backslash, which shows but does nothing. */
const directives: readonly (readonly [RegExp, string])[] = [
  [/\*\//g, "*\\/"],
  [/\/\*/g, "/\\*"],
  [/[@#](?=ts-|__PURE__|__NO_SIDE|license|preserve|cc_on|vite-|source(?:Mapping)?URL|(?:end)?region)/gi, "\\$&"],
  [/\{(?=@)/g, "{\\"],
  [/\bsource(?:Mapping)?URL(?=\s*=)/gi, "\\$&"],
  [/\b(?:es|style|ts|ox|deno-)lint(?=[-:])|\b(?:biome|prettier|dprint|deno-coverage)(?=-ignore)/gi, "\\$&"],
  [/\b(?:istanbul|c8|v8|node:coverage)(?= ignore)|\bwebpack(?=[A-Z]\w*\s*:)/g, "\\$&"],
  // Markdown that a hover or a page would render: images track their readers, tags and odd links act.
  [/!(?=\[)/g, "\\!"],
  [/\](?=\((?!https?:\/\/))/g, "]\\"],
  [/<(?=[A-Za-z/!?])/g, "\\<"],
];

/** What every directive has at least one of; nearly all text has none. */
const suspicious = /[*/@#{!\]<]|source|lint|ignore|webpack/i;

/**
 * The lines of a text as they may stand in a block comment: it cannot end the comment, direct a tool, or load anything
 * when shown. Text over 4 kB is cut with a mark. Each line has no line break in it.
 */
export function commentText(text: string): readonly string[] {
  const cut = text.length > longest ? `${text.slice(0, longest).trimEnd()} […]` : text;
  return cut.split(lineBreak).map((line) => defuse(line.trimEnd()));
}

/** Comment text on one line: line breaks become spaces. */
export function commentLine(text: string): string {
  return commentText(text)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

function defuse(line: string): string {
  let safe = escapeUnsafeCharacters(line.replaceAll("\t", "  "));
  if (!suspicious.test(safe)) return safe;
  safe = doubleBackslashes(safe);
  for (const [pattern, replacement] of directives) safe = safe.replace(pattern, replacement);
  // A JSDoc tag counts at the start of a line, and wrapping may put any word there.
  return safe.replace(/(^|[\s*])@/g, "$1\\@");
}

/** A backslash before a sign would undo the one that is put there: Markdown shows two of them as one. */
function doubleBackslashes(line: string): string {
  return line.replace(/\\+([!<]?)/g, (run, sign: string) => (sign === "" ? run : run.slice(0, -1).repeat(2) + sign));
}
