import type { Cue } from "./cue.ts";
import type { UnitKind } from "./units.ts";

/**
 * A piece of a description. `word` is an identifier, ratio, date or URL of ASCII characters; `quoted` holds what stood
 * between quotes; `text` a run of other letters (Chinese); `mark` one punctuation character; `break` a line break.
 */
export type ProseToken = Span &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "unit"; readonly unit: UnitKind }
    | { readonly kind: "cue"; readonly cue: Cue }
    | { readonly kind: "word" | "quoted" | "text" | "mark" | "break" }
  );

interface Span {
  /** In half-width forms; of a quoted token without its quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

/** Whether the token is this punctuation mark, or one of these. */
export function isMark(token: ProseToken | undefined, marks: string): boolean {
  return token?.kind === "mark" && marks.includes(token.text);
}

/** Whether the token is a run of Chinese or an English word that equals one of these, in any case. */
export function isSaying(token: ProseToken | undefined, sayings: ReadonlySet<string>): boolean {
  return (token?.kind === "text" || token?.kind === "word") && sayings.has(token.text.toLowerCase());
}

/** Whether a token may be a value. */
export function isLiteral(token: ProseToken | undefined): boolean {
  return token?.kind === "word" || token?.kind === "number" || token?.kind === "quoted";
}

/** Whether the token at `at` is the first one of a clause. */
export function beginsClause(tokens: readonly ProseToken[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === "break" || isMark(before, ":,;。.(");
}
