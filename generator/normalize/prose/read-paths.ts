import { type ListItem, readItem } from "./list-item.ts";
import { isMark, type ProseToken } from "./prose-token.ts";

const maxPaths = 100;

/** Joins `vendor/model-1, vendor/model-2`: beside another separator, pairs around a tight slash are one value each. */
export function joinPaths(items: readonly ListItem[], tight: readonly boolean[]): readonly ListItem[] {
  const groups: ListItem[][] = [];
  for (const [index, item] of items.entries()) {
    if (tight[index] === true) groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  const arePairs = groups.length > 1 && groups.every((group) => group.length === 2 && arePath(group));
  return arePairs ? groups.flatMap(joined) : items;
}

/** The paths at `at`, one on each line; undefined below two. */
export function readPathLines(tokens: readonly ProseToken[], at: number): readonly ListItem[] | undefined {
  const items: ListItem[] = [];
  let next = at;
  while (items.length < maxPaths) {
    while (tokens[next]?.kind === "break") next++;
    const [first, slash] = [readItem(tokens, next, "open"), tokens[next + 1]];
    const last = isMark(slash, "/") && slash?.spaced === false ? readItem(tokens, next + 2, "open") : undefined;
    const [item] = first === undefined || last === undefined || !arePath([first, last]) ? [] : joined([first, last]);
    if (item === undefined) break;
    next = isMark(tokens[item.next], ",;、") ? item.next + 1 : item.next;
    if (tokens[next] !== undefined && tokens[next]?.kind !== "break") break;
    items.push({ ...item, next });
  }
  return items.length < 2 ? undefined : items;
}

/** Two words, of which one is written as names of models are. */
function arePath(group: readonly ListItem[]): boolean {
  return (
    group.every(({ words, quoted }) => words.length === 1 && !quoted) &&
    group.some(({ text }) => /[a-z].*[-\d]/i.test(text))
  );
}

function joined(group: readonly ListItem[]): readonly ListItem[] {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = group.map((item) => item.text).join("/");
  return [{ ...last, text, words: [text], start: first.start }];
}
