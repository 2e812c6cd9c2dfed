import { type ListItem, readItem } from "./list-item.ts";
import { isLiteral, isMark, type ProseToken } from "./prose-token.ts";
import type { ProseList } from "./read-list.ts";

const maxCodes = 40;
const maxLabel = 80;
const needed = 3;

/** Reads codes at `at` whose explanations run on up to the next number: `0 - default mode (no limit) 1 - normal mode`; undefined below two. */
export function readNumberRun(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  const sign = tokens[at + 1];
  if (!isMark(sign, "-:=") || sign?.spaced === false) return undefined;
  const items: ListItem[] = [];
  let next = at;
  while (items.length < maxCodes && isCode(tokens, next, sign?.text ?? "", items.at(-1))) {
    const item = readItem(tokens, next, "open");
    if (item === undefined) return undefined;
    next = labelEnd(tokens, next + 2, sign?.text ?? "", item);
    items.push({ ...item, explained: true, next });
  }
  return listOf(items, next);
}

/** The number behind the last code, with the same sign behind it. */
function isCode(tokens: readonly ProseToken[], at: number, sign: string, last: ListItem | undefined): boolean {
  const token = tokens[at];
  if (token?.kind !== "number" || !isMark(tokens[at + 1], sign) || tokens[at + 1]?.spaced !== true) return false;
  return last === undefined ? token.value >= 0 && token.value <= 1 : token.value === Number(last.text) + 1;
}

function labelEnd(tokens: readonly ProseToken[], at: number, sign: string, item: ListItem): number {
  let sentence: number | undefined;
  for (let next = at; next < at + maxLabel; next++) {
    const token = tokens[next];
    if (isCode(tokens, next, sign, item)) return next;
    if (token === undefined || token.kind === "break") return sentence ?? next;
    if (isMark(token, "。;.")) sentence ??= next;
  }
  return sentence ?? at;
}

/** Reads values at `at` with nothing but white space between them, up to the end of the clause: 5 8 10, `auto small large`. */
export function readSpacedRun(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  const items: ListItem[] = [];
  let next = at;
  while (items.length < maxCodes && isLiteral(tokens[next]) && (next === at || tokens[next]?.spaced === true)) {
    const item = readItem(tokens.slice(next, next + 1), 0, "open");
    if (item === undefined) return undefined;
    items.push({ ...item, next: next + 1 });
    next++;
  }
  const isClosed = tokens[next] === undefined || tokens[next]?.kind === "break" || isMark(tokens[next], "(");
  const areNumbers = tokens.slice(at, next).every(({ kind }) => kind === "number");
  const areNames = items.some(({ text }) => text === "auto") && items.every(({ text }) => /^[a-z]+$/.test(text));
  return items.length >= needed && isClosed && (areNumbers || areNames) ? listOf(items, next) : undefined;
}

function listOf(items: readonly ListItem[], next: number): ProseList | undefined {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined || items.length < 2) return undefined;
  return { items, separators: items.length - 1, next, start: first.start, end: last.end };
}
