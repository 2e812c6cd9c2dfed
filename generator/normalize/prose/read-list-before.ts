import type { Prose, Reading } from "./claim.ts";
import type { Cue } from "./cue.ts";
import { listClaims } from "./list-claim.ts";
import type { ListItem } from "./list-item.ts";
import { isMark, type ProseToken } from "./prose-token.ts";
import { readInline } from "./read-list.ts";

const fileFormat = /^\.?(?:jpe?g|png|webp|gif|bmp|tiff?|mp4|mov|webm|pdf|docx?|txt)$/i;
const maxList = 60;

/** Reads the values before `are supported` or 可用 at `at`: `only "a" is supported`, `16:9 (wide) and 9:16 are supported`. */
export function readListBefore(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens, kind, isFile } = prose;
  const start = listStart(tokens, at);
  if (isFile || start === at || !endsClause(tokens[at + 1])) return undefined;
  const list = readInline(tokens, start);
  if (list === undefined || list.next !== at || list.items.every(isFormat)) return undefined;
  if (list.items.length < 2 && !saysOnly(tokens[start - 1])) return undefined;
  const claims = listClaims(list, kind, { cue: cue.phrase, start: list.start, strength: "loose" });
  return claims.length === 0 ? undefined : { claims, next: at + 1 };
}

/** Behind the last stop or `only` before `at`; commas stand between the values. */
function listStart(tokens: readonly ProseToken[], at: number): number {
  let start = at;
  while (start > 0 && start > at - maxList) {
    const before = tokens[start - 1];
    if (before?.kind === "break" || isMark(before, "。.;:") || saysOnly(before)) break;
    start--;
  }
  return start;
}

function saysOnly(token: ProseToken | undefined): boolean {
  return (token?.kind === "word" || token?.kind === "cue") && token.text.toLowerCase() === "only";
}

function endsClause(token: ProseToken | undefined): boolean {
  return token === undefined || token.kind === "break" || isMark(token, "。.;,()");
}

function isFormat({ text }: ListItem): boolean {
  return fileFormat.test(text);
}
