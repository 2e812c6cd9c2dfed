import { type ListItem, readItem } from "./list-item.ts";
import { fieldNames } from "./list-witness.ts";
import { isMark, isSaying, type ProseToken } from "./prose-token.ts";
import type { ProseList } from "./read-list.ts";

const maxUses = 20;
const maxClause = 60;
const name = /^[A-Za-z][\w-]*$/;
const use: ReadonlySet<string> = new Set(["use"]);
const purposes: ReadonlySet<string> = new Set(["for", "to"]);
const pronouns: ReadonlySet<string> = new Set("this that these those it them set up".split(" "));
const choices: ReadonlySet<string> = new Set(["or", "and"]);
/** What a sentence says of a field or a thing, where another verb tells what a value does. */
const otherVerbs: ReadonlySet<string> = new Set(
  "is was has contains requires needs expects belongs exists applies specifies includes holds points refers depends describes".split(
    " ",
  ),
);

/** Reads at `at` what each value is for, or does: `Use m for male, f for female`, `"auto" lets the model decide. "off" …`; undefined below two. */
export function readUsageList(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  if (!beginsSentence(tokens, at)) return undefined;
  const isUse = isSaying(tokens[at], use);
  const read = isUse ? readPurpose : tokens[at]?.kind === "quoted" ? readUse : readMeaning;
  const items: ListItem[] = [];
  let next = at;
  while (items.length < maxUses) {
    const start = skipUse(tokens, next);
    const isNewSentence = isUse && start === next && beginsSentence(tokens, next) && tokens[next]?.kind !== "quoted";
    const item = isNewSentence && items.length > 0 ? undefined : read(tokens, start);
    if (item === undefined) break;
    items.push(item);
    next = item.next;
  }
  const [first, last] = [items[0], items.at(-1)];
  const isNamed = items.every(({ text }) => name.test(text) && !fieldNames.has(text.toLowerCase()));
  const areDistinct = new Set(items.map(({ text }) => text)).size === items.length;
  if (first === undefined || last === undefined || items.length < 2 || !isNamed || !areDistinct) return undefined;
  if (quotesOther(tokens, items)) return undefined;
  return { items, separators: items.length - 1, next, start: first.start, end: last.end };
}

/** A further name in quotes may be a further value, or tell that these are fields. */
function quotesOther(tokens: readonly ProseToken[], items: readonly ListItem[]): boolean {
  const names = new Set(items.map(({ text }) => text.toLowerCase()));
  return tokens.some(({ kind, text }) => kind === "quoted" && !names.has(unquoted(text).toLowerCase()));
}

function unquoted(text: string): string {
  return text.replaceAll('"', "");
}

function beginsSentence(tokens: readonly ProseToken[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === "break" || isMark(before, "。.;:");
}

/** Behind `or`, `and` and `use`, in front of a further value. */
function skipUse(tokens: readonly ProseToken[], at: number): number {
  const next = isSaying(tokens[at], choices) ? at + 1 : at;
  return isSaying(tokens[next], use) ? next + 1 : next;
}

/** `m for male,` */
function readPurpose(tokens: readonly ProseToken[], at: number): ListItem | undefined {
  const value = tokens[at];
  if (!(value?.kind === "word" || value?.kind === "quoted") || isSaying(value, pronouns)) return undefined;
  const item = isSaying(tokens[at + 1], purposes) ? readItem([value], 0, "open") : undefined;
  return item === undefined ? undefined : explained(tokens, item, at + 2);
}

/** `"auto" lets …` or `"auto" to let …` */
function readUse(tokens: readonly ProseToken[], at: number): ListItem | undefined {
  return readDeed(tokens, at) ?? (tokens[at]?.kind === "quoted" ? readPurpose(tokens, at) : undefined);
}

/** auto means that the model decides. */
function readMeaning(tokens: readonly ProseToken[], at: number): ListItem | undefined {
  const isMeaning = tokens[at]?.kind === "word" && tokens[at + 1]?.text === "means" && !isSaying(tokens[at], pronouns);
  const item = isMeaning ? readItem(tokens.slice(at, at + 1), 0, "open") : undefined;
  return item === undefined ? undefined : explained(tokens, item, at + 2);
}

/** `"auto" lets the model decide.` */
function readDeed(tokens: readonly ProseToken[], at: number): ListItem | undefined {
  const [value, verb] = [tokens[at], tokens[at + 1]];
  if (value?.kind !== "quoted" || verb?.kind !== "word") return undefined;
  if (!/^[a-z]+s$/.test(verb.text) || otherVerbs.has(verb.text)) return undefined;
  const item = readItem([value], 0, "open");
  return item === undefined ? undefined : explained(tokens, item, at + 1);
}

/** The item with its explanation, which ends behind a mark that a further value or `or` follows, or with the sentence. */
function explained(tokens: readonly ProseToken[], item: ListItem, at: number): ListItem {
  let next = at;
  for (; next < at + maxClause; next++) {
    const token = tokens[next];
    if (token === undefined || token.kind === "break") break;
    if (isSaying(token, choices) && isPurpose(tokens, next + 1)) break;
    if (isMark(token, ",;。.") && tokens[next + 1]?.spaced !== false) break;
  }
  const isOver = isMark(tokens[next], ",;。.") || tokens[next]?.kind === "break";
  return { ...item, explained: true, next: isOver ? next + 1 : next };
}

function isPurpose(tokens: readonly ProseToken[], at: number): boolean {
  return readPurpose(tokens, skipUse(tokens, at)) !== undefined;
}
