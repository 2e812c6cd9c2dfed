import { type ListItem, readItem } from "./list-item.ts";
import { isMark, type ProseToken } from "./prose-token.ts";
import type { ProseList } from "./read-list.ts";

const maxBullets = 60;
const maxLabel = 40;

/** Reads bulleted values whose line breaks were lost at `at`: `- Success: done. - Fail: failed.`; undefined below two. */
export function readBullets(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  const items: ListItem[] = [];
  let next = at;
  while (items.length < maxBullets && isBullet(tokens, next)) {
    const item = readItem(tokens, next + 1, "open");
    if (item === undefined) return undefined;
    const end = labelEnd(tokens, item.next);
    items.push({ ...item, explained: end > item.next, next: end });
    next = end;
  }
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined || items.length < 2) return undefined;
  return { items, separators: items.length - 1, next, start: first.start, end: last.end };
}

function isBullet(tokens: readonly ProseToken[], at: number): boolean {
  return isMark(tokens[at], "-*•·") && tokens[at]?.spaced === true && tokens[at + 1]?.spaced === true;
}

/** The next bullet, or where the last explanation ends: behind its sentence or line. */
function labelEnd(tokens: readonly ProseToken[], at: number): number {
  let sentence: number | undefined;
  for (let next = at; next < at + maxLabel; next++) {
    const token = tokens[next];
    if (isBullet(tokens, next)) return next;
    if (token === undefined || token.kind === "break") return sentence ?? next;
    if (isMark(token, "。;.")) sentence ??= next + 1;
  }
  return sentence ?? at;
}
