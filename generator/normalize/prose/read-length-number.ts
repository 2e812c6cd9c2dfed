import { boundClaim } from "./bound-claims.ts";
import type { Prose, Reading } from "./claim.ts";
import { skipConnectors } from "./connectors.ts";
import { withCountedNoun } from "./counted-noun.ts";
import type { Cue } from "./cue.ts";
import { measureOf } from "./measure.ts";
import type { ProseToken } from "./prose-token.ts";
import { readCount } from "./read-number.ts";

/** Reads the one number behind 长度 at `at`: 长度为60以内 is the longest, 长度为24的字符串 and 长度固定为32位 the only one. */
export function readLengthNumber(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens, kind } = prose;
  const isFixed = tokens[at + 1]?.kind === "cue" && tokens[at + 1]?.text.startsWith("固定") === true;
  const quantity = readCount(tokens, skipConnectors(tokens, isFixed ? at + 2 : at + 1));
  const measure = measureOf(kind, quantity?.unit, withCountedNoun(prose, at, cue));
  if (quantity === undefined || measure !== "length") return undefined;
  const isMost = isTextLike(tokens[quantity.next], /^[及或]?(?:以内|之内|以下|内$)/);
  const isExact = isFixed || isTextLike(tokens[quantity.next], /^的/);
  const { value, start, end, next } = quantity;
  const evidence = { cue: cue.phrase, start: tokens[at]?.start ?? start, end, strength: "stated" } as const;
  const most = boundClaim({ side: "high", value, excluded: false }, measure, evidence);
  if (isMost) return { claims: most, next };
  return isExact
    ? { claims: [...boundClaim({ side: "low", value, excluded: false }, measure, evidence), ...most], next }
    : undefined;
}

function isTextLike(token: ProseToken | undefined, pattern: RegExp): boolean {
  return token?.kind === "text" && pattern.test(token.text);
}
