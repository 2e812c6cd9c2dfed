import { boundClaim } from "./bound-claims.ts";
import type { Prose, Reading } from "./claim.ts";
import type { Cue } from "./cue.ts";
import { isNumeric } from "./property-kind.ts";
import { isMark, type ProseToken } from "./prose-token.ts";

const maxAway = 12;

/** 不能为负数, 必须为正整数, `must be a positive integer`: the least number that a demand about the sign allows. */
export function readSign({ tokens, kind }: Prose, at: number, cue: Cue): Reading | undefined {
  const token = tokens[at];
  if (token === undefined || !isNumeric(kind)) return undefined;
  const value = /负|negative/.test(cue.phrase) ? 0 : 1;
  const isExcepted = tokens.slice(Math.max(0, at - maxAway), at + maxAway).some((near) => isBelow(near, value));
  if (isExcepted || !endsClause(tokens[at + 1])) return undefined;
  const evidence = { cue: cue.phrase, start: token.start, end: token.end, strength: "loose" } as const;
  return { claims: boundClaim({ side: "low", value, excluded: false }, "value", evidence), next: at + 1 };
}

/** 必须为正整数，-1 表示不限 allows a number that is not positive. */
function isBelow(token: ProseToken, value: number): boolean {
  return token.kind === "number" && token.value < value;
}

/** 必须为正整数倍, `must be a positive integer multiple` are about something else. */
function endsClause(token: ProseToken | undefined): boolean {
  return token === undefined || token.kind === "break" || token.kind === "cue" || isMark(token, ",;、。.()");
}
