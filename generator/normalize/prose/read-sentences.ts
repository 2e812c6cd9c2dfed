import { type ListItem, readItem } from "./list-item.ts";
import { isMark, type ProseToken } from "./prose-token.ts";
import type { ProseList } from "./read-list.ts";

const maxSentences = 20;
const maxSentence = 40;
const name = /^[a-z][a-z0-9_]*$/;
/** What a sentence about the whole begins with, or about another field. */
const headings: ReadonlySet<string> = new Set(
  "default example examples note range type format min max minimum maximum values value optional required unit url uri prompt image images video audio text name id".split(
    " ",
  ),
);

/** Reads sentences of `value: explanation.` at `at`, where a sentence begins: `auto: The model decides. off: One image only.` */
export function readSentences(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  if (at > 0 && tokens[at - 1]?.kind !== "break" && !isMark(tokens[at - 1], "。.")) return undefined;
  const items: ListItem[] = [];
  let next = at;
  while (items.length < maxSentences) {
    const item = readItem(tokens, next, "open");
    if (item === undefined || !name.test(item.text) || headings.has(item.text)) break;
    const end = isMark(tokens[item.next], ":") && tokens[item.next + 1]?.spaced ? sentenceEnd(tokens, item.next) : 0;
    if (end === 0) break;
    items.push({ ...item, explained: true, next: end });
    next = end;
  }
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined || items.length < 2) return undefined;
  return { items, separators: items.length - 1, next, start: first.start, end: last.end };
}

/** Index behind the full stop; 0 where a line ends first, or no sentence is this long. */
function sentenceEnd(tokens: readonly ProseToken[], at: number): number {
  for (let next = at + 1; next < at + maxSentence; next++) {
    const token = tokens[next];
    if (token === undefined) return next;
    if (token.kind === "break") return 0;
    const isStop = isMark(token, "。") || (isMark(token, ".") && (tokens[next + 1]?.spaced ?? true));
    if (isStop) return next + 1;
  }
  return 0;
}
