import type { Prose, Reading } from "./claim.ts";
import type { Cue } from "./cue.ts";
import { listClaims } from "./list-claim.ts";
import { readItem } from "./list-item.ts";

const maxNoun = 4;
const nouns = /^(?:options?|values?|choices?|models?|available|supported|allowed|accepted|valid|possible)$/i;

/** Reads `5 being the only available option` and `with "a" as the only value` at `at`: the one value stands before it. */
export function readOnlyOne({ tokens, kind }: Prose, at: number, cue: Cue): Reading | undefined {
  const behind = tokens.slice(at + 1, at + maxNoun).flatMap(({ text }) => text.split(" "));
  const noun = behind.findIndex((word) => nouns.test(word));
  const token = tokens[at - 1];
  const item = noun === 0 && token !== undefined ? readItem([token], 0, "open") : undefined;
  if (item === undefined || token === undefined) return undefined;
  const list = { items: [item], separators: 0, next: at, start: token.start, end: token.end };
  const claims = listClaims(list, kind, { cue: cue.phrase, start: token.start, strength: "loose" });
  return claims.length === 0 ? undefined : { claims, next: at + 1 };
}
