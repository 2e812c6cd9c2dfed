import { rangeClaims } from "./bound-claims.ts";
import type { Prose, Reading } from "./claim.ts";
import type { ProseToken } from "./prose-token.ts";
import { readNumber } from "./read-number.ts";

const strict = new Set(["<"]);
const loose = new Set(["<=", "≤", "≦"]);

/** Reads `0<limit<=10` whose second sign stands at `at`. */
export function readComparisonChain(prose: Prose, at: number): Reading | undefined {
  const { tokens } = prose;
  const low = tokens[at - 3];
  const high = readNumber(tokens, at + 1);
  const signs = [tokens[at - 2], tokens[at]];
  if (low?.kind !== "number" || high === undefined || high.unit !== undefined || !signs.every(isBelow))
    return undefined;
  if (tokens[at - 1]?.kind !== "word" && tokens[at - 1]?.kind !== "text") return undefined;
  const range = {
    low: low.value,
    high: high.value,
    excludesLow: isStrict(signs[0]),
    excludesHigh: isStrict(signs[1]),
    unit: undefined,
    start: low.start,
    end: high.end,
    next: high.next,
  };
  const evidence = { cue: "<", start: range.start, end: range.end, strength: "stated" } as const;
  return { claims: rangeClaims(range, "value", evidence), next: high.next };
}

function isBelow(token: ProseToken | undefined): boolean {
  return isStrict(token) || (token?.kind === "cue" && loose.has(token.cue.phrase));
}

function isStrict(token: ProseToken | undefined): boolean {
  return token?.kind === "cue" && strict.has(token.cue.phrase);
}
