import type { Cue } from "./cue.ts";
import { cueTable } from "./cue-table.ts";

const byFirstCharacter: ReadonlyMap<string, readonly Cue[]> = indexCues(cueTable);

/** What `default` in front of a noun speaks of, without being its value. */
const nouns: ReadonlySet<string> = new Set(
  `value values setting settings behavior behaviour model models voice language mode option options only size format config
   configuration timeout style state status one quality type used unit units applies limit order priority parameters`.split(
    /\s+/,
  ),
);

const wordsFollow = /^ ?[a-z][\w.-]{0,30} ?(?:、|或|or )/;
const maxWords = 40;

/** The longest cue that stands at this offset of a folded, lower-case text, or undefined. */
export function findCue(lower: string, at: number): Cue | undefined {
  const cues = byFirstCharacter.get(lower.charAt(at));
  if (cues === undefined) return undefined;
  for (const cue of cues) if (standsAt(cue, lower, at)) return cue;
  return undefined;
}

function indexCues(table: readonly Cue[]): Map<string, Cue[]> {
  const index = new Map<string, Cue[]>();
  for (const cue of [...table].sort((a, b) => b.phrase.length - a.phrase.length)) {
    const first = cue.phrase.charAt(0);
    index.set(first, [...(index.get(first) ?? []), cue]);
  }
  return index;
}

function standsAt(cue: Cue, lower: string, at: number): boolean {
  const end = at + cue.phrase.length;
  if (!lower.startsWith(cue.phrase, at)) return false;
  if (isWordUnit(cue.phrase, 0) && isWordUnit(lower, at - 1)) return false;
  if (isWordUnit(cue.phrase, cue.phrase.length - 1) && continuesWord(lower, end)) return false;
  if (cue.needsWords === true && !wordsFollow.test(lower.slice(end, end + maxWords))) return false;
  return (
    cue.needsValue !== true || valueFollows(lower, end) || (cue.phrase === "default" && isWholeClause(lower, at, end))
  );
}

/** Whether a letter, digit or underscore of ASCII stands there. */
export function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}

function continuesWord(lower: string, end: number): boolean {
  if (isWordUnit(lower, end)) return true;
  const joiner = lower.charAt(end);
  return (joiner === "-" || joiner === ".") && isWordUnit(lower, end + 1);
}

/** `Size of the picture. Default square_hd`: a clause of its own that is nothing but the cue and one literal. */
function isWholeClause(lower: string, at: number, end: number): boolean {
  const begins = /[.,;(。\n] ?$/.test(lower.slice(Math.max(0, at - 2), at));
  const word = begins ? /^ ([a-z0-9][\w-]{0,40})(?=[.,;)。\n]|$)/.exec(lower.slice(end, end + 44))?.[1] : undefined;
  return word !== undefined && !nouns.has(word);
}

function valueFollows(lower: string, end: number): boolean {
  let at = end;
  while (lower.charAt(at) === " " && at < end + 4) at++;
  if (lower.startsWith("is ", at)) at += 3;
  if (lower.startsWith("true", at) || lower.startsWith("false", at)) return true;
  const next = lower.charAt(at);
  return next !== "" && ":='\"`[0123456789-".includes(next);
}
