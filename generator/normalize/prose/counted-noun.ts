import type { Prose } from "./claim.ts";
import type { Cue } from "./cue.ts";
import { isMark } from "./prose-token.ts";

/**
 * The cue with what it counts, where it or a noun right before it says length (长度不能超过 1000): characters. Of an array a
 * length at the beginning of a clause is how many items it has; elsewhere (每个标签的最大长度) it is about its texts.
 */
export function withCountedNoun(prose: Prose, at: number, cue: Cue): Cue {
  const noun = findLengthNoun(prose, at, cue);
  if (noun === undefined) return cue;
  return { ...cue, counts: prose.kind === "array" && beginsClause(prose, noun) ? "items" : "characters" };
}

function findLengthNoun({ tokens }: Prose, at: number, cue: Cue): number | undefined {
  if (saysLength(cue)) return at;
  for (let before = at - 1; before >= at - 2; before--) {
    const token = tokens[before];
    if (token?.kind === "cue" && saysLength(token.cue)) return before;
    if (token?.kind !== "text" && !isMark(token, ":")) return undefined;
  }
  return undefined;
}

function saysLength(cue: Cue): boolean {
  return cue.role === "length" || cue.counts === "characters";
}

function beginsClause({ tokens }: Prose, at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === "break" || isMark(before, ",;。-*");
}
