import { type ListItem, readItem } from "./list-item.ts";
import { isMark, type ProseToken } from "./prose-token.ts";
import type { ProseList } from "./read-list.ts";

const constant = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/;
const maxLine = 400;

/** Reads constants whose labels are glued to the next one at `at`: `TEXT :文本PICTURE :图片`; undefined below two. */
export function readConstants(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  if (!isLabelled(tokens, at)) return undefined;
  const items: ListItem[] = [];
  let next = at;
  for (; next < at + maxLine && tokens[next] !== undefined && tokens[next]?.kind !== "break"; next++) {
    const item = isLabelled(tokens, next) ? readItem(tokens, next, "open") : undefined;
    if (item !== undefined) items.push({ ...item, explained: true });
  }
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined || items.length < 2) return undefined;
  return { items, separators: items.length - 1, next, start: first.start, end: last.end };
}

function isLabelled(tokens: readonly ProseToken[], at: number): boolean {
  const [token, colon] = [tokens[at], tokens[at + 1]];
  return token?.kind === "word" && token.text.length > 2 && constant.test(token.text) && isMark(colon, ":");
}
