import { type LabelEnd, type ListItem, looksLikeIdentifier, readItem, readLabel } from "./list-item.ts";
import { isMark, isSaying, type ProseToken } from "./prose-token.ts";
import { joinPaths, readPathLines } from "./read-paths.ts";

/** A list of literals, as the text gives it. */
export interface ProseList {
  readonly items: readonly ListItem[];
  /** How many separators stood between the items. */
  readonly separators: number;
  /** Index of the token behind it. */
  readonly next: number;
  readonly start: number;
  readonly end: number;
}

const maxItems = 300;
const conjunctions: ReadonlySet<string> = new Set([
  "或",
  "或者",
  "或是",
  "和",
  "及",
  "以及",
  "与",
  "还是",
  "or",
  "and",
]);
/** What a line begins with that is a remark on the list above it. */
const remarks: ReadonlySet<string> = new Set(["note", "notes", "tip", "tips", "warning", "important"]);
const brackets: ReadonlyMap<string, string> = new Map([
  ["[", "]"],
  ["(", ")"],
]);

/** Reads the list at `at`: on this line, in brackets, or one item per line below. Undefined when none is there. */
export function readList(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  const first = tokens[at];
  if (first?.kind === "break") return readLines(tokens, at);
  const close = first?.kind === "mark" ? brackets.get(first.text) : undefined;
  return close === undefined ? readInline(tokens, at) : readBracketed(tokens, at + 1, close);
}

/** Items on one line, separated by commas, 、, slashes, semicolons or 或. */
export function readInline(
  tokens: readonly ProseToken[],
  at: number,
  labels: LabelEnd = "to-comma",
): ProseList | undefined {
  const items: ListItem[] = [];
  const tight: boolean[] = [];
  let kind: string | undefined;
  let next = at + separatorLength(tokens, at);
  while (items.length < maxItems) {
    const item = readItem(tokens, next, "open");
    if (item === undefined) break;
    const labelled = readLabel(tokens, item, labels);
    if (items.length > 0 && runsIntoProse(tokens, labelled) && startsOtherClause(kind, tokens, next)) break;
    items.push(labelled);
    tight.push(isMark(tokens[next - 1], "/") && tokens[next - 1]?.spaced === false && !tokens[next]?.spaced);
    const length = separatorLength(tokens, labelled.next);
    if (length === 0 && !(item.quoted && tokens[labelled.next]?.kind === "quoted")) break;
    kind ??= tokens[labelled.next]?.text;
    next = labelled.next + length;
  }
  const joined = joinPaths(items, tight);
  return listOf(joined, joined.length - 1, items.at(-1)?.next ?? at);
}

/** 枚举值:a、b,c 表示…: behind a separator of another kind, an item that runs into text belongs to the next clause. */
function startsOtherClause(kind: string | undefined, tokens: readonly ProseToken[], at: number): boolean {
  const before = tokens[at - 1];
  return kind !== undefined && before?.kind === "mark" && (before.text !== kind || before.text === ";");
}

function runsIntoProse(tokens: readonly ProseToken[], item: ListItem): boolean {
  const behind = tokens[item.next];
  return (behind?.kind === "text" || behind?.kind === "word") && !isConjunction(behind);
}

function readBracketed(tokens: readonly ProseToken[], at: number, close: string): ProseList | undefined {
  const items: ListItem[] = [];
  let next = at;
  let separators = 0;
  while (items.length < maxItems) {
    while (tokens[next]?.kind === "break") next++;
    const item = readItem(tokens, next, "bracket");
    if (item === undefined) return undefined;
    items.push(readLabel(tokens, item, isMark(tokens[item.next], ":") ? "to-bracket" : "no"));
    next = items.at(-1)?.next ?? next;
    while (tokens[next]?.kind === "break") next++;
    if (isMark(tokens[next], close)) return listOf(items, separators, next + 1);
    const whole = separatorLength(tokens, next);
    // (and, or): a conjunction that nothing follows is a value.
    const length = whole === 2 && isMark(tokens[next + 2], close) ? 1 : whole;
    if (length > 0) separators++;
    else if (!tokens[next]?.spaced) return undefined;
    next += length;
    if (length > 0 && isMark(tokens[next], close)) return listOf(items, separators, next + 1);
  }
  return undefined;
}

/** One item per line, with or without a bullet, each with or without a label. */
export function readLines(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  const paths = readPathLines(tokens, skipBreaks(tokens, at));
  if (paths !== undefined) return listOf(paths, paths.length - 1, paths.at(-1)?.next ?? at);
  const items: ListItem[] = [];
  let next = at;
  while (items.length < maxItems) {
    const line = skipBreaks(tokens, next);
    const start = skipBullet(tokens, items.length > 0 && isMark(tokens[line], ",、") ? line + 1 : line);
    const item = readItem(tokens, start, "open");
    const label = item === undefined ? undefined : lineLabel(tokens, item);
    if (item === undefined || label === undefined || (items.length > 0 && remarks.has(item.text.toLowerCase()))) break;
    if (label === "inline") return items.length === 0 ? readInline(tokens, start) : undefined;
    items.push(readLabel(tokens, item, label));
    next = items.at(-1)?.next ?? next;
  }
  if (items.filter((item) => listsValues(tokens, item)).length > 1) return undefined;
  return listOf(items, Math.max(0, items.length - 1), next);
}

/** `Kling: 1.6, 2.0`: each line lists the values for one name. */
function listsValues(tokens: readonly ProseToken[], { next, text }: ListItem): boolean {
  let at = next - 1;
  while (at > 0 && tokens[at]?.kind !== "break") at--;
  const label = tokens.slice(at + 1, next).findIndex((token) => isMark(token, ":"));
  const [first, comma, second] = tokens.slice(at + 1 + label + 1, next);
  return label >= 0 && text !== "" && isValue(first) && isMark(comma, ",、") && isValue(second);
}

function isValue(token: ProseToken | undefined): boolean {
  return token?.kind === "number" || token?.kind === "quoted" || (token?.kind === "word" && /\d/.test(token.text));
}

function lineLabel(tokens: readonly ProseToken[], item: ListItem): "to-line-end" | "no" | "inline" | undefined {
  const behind = tokens[item.next];
  if (behind === undefined || behind.kind === "break") return "no";
  if (isMark(behind, "(") && separates(tokens, readLabel(tokens, item, "no").next)) return "inline";
  if (isMark(behind, ":(-=#") || (isMark(behind, "/") && isMark(tokens[item.next + 1], "/"))) return "to-line-end";
  if (isMark(behind, ",;、") && isLineOver(tokens, item.next + 1)) return "to-line-end";
  if (separatorLength(tokens, item.next) > 0) return "inline";
  return isMark(behind, "。.") && isLineOver(tokens, item.next + 1) && looksLikeIdentifier(item.text)
    ? "to-line-end"
    : undefined;
}

/** a(甲)、b(乙): a further value stands on the same line. */
function separates(tokens: readonly ProseToken[], at: number): boolean {
  return isMark(tokens[at], "、") && readItem(tokens, at + 1, "open") !== undefined;
}

function isLineOver(tokens: readonly ProseToken[], at: number): boolean {
  return tokens[at] === undefined || tokens[at]?.kind === "break";
}

function skipBreaks(tokens: readonly ProseToken[], at: number): number {
  let next = at;
  while (tokens[next]?.kind === "break") next++;
  return next;
}

/** Index behind `-`, `*`, `•` or `1.` at the start of a line. */
export function skipBullet(tokens: readonly ProseToken[], at: number): number {
  const first = tokens[at];
  if (isMark(first, "-*•●○·▪◦")) return at + 1;
  const isNumbering = first?.kind === "number" && isMark(tokens[at + 1], ".)") && tokens[at + 2]?.spaced === true;
  return isNumbering ? at + 2 : at;
}

/** Whether the token is 或, `and` or their like. */
export function isConjunction(token: ProseToken | undefined): boolean {
  return isSaying(token, conjunctions);
}

/** How many tokens separate two items here: `,`, `、`, `/`, 或, `, or`, 、或; 0 when none does. */
function separatorLength(tokens: readonly ProseToken[], at: number): number {
  // Where the words between two values stand on a line of their own: `a\n和b`.
  if (tokens[at]?.kind === "break") return isConjunction(tokens[at + 1]) ? 2 : 0;
  let length = isMark(tokens[at], ",、;/|") ? 1 : 0;
  if (isConjunction(tokens[at + length])) length++;
  const after = tokens[at + length];
  const isAfterthought = length === 0 && after?.kind === "cue" && after.cue.role === "one-of" && !after.spaced;
  return isAfterthought && readItem(tokens, at + 1, "open") !== undefined ? 1 : length;
}

function listOf(items: readonly ListItem[], separators: number, next: number): ProseList | undefined {
  const split = separators === 0 && items.length === 1 ? items.flatMap(splitAtSpaces) : items.flatMap(splitQuoted);
  const first = split[0];
  const last = split.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    items: split,
    separators: Math.max(separators, split.length - 1),
    next,
    start: first.start,
    end: items.at(-1)?.end ?? last.end,
  };
}

/** `kling-video-o1  kling-v3-omni`: with no other separator, white space is one. */
function splitAtSpaces(item: ListItem): readonly ListItem[] {
  if (item.quoted) return splitQuoted(item);
  if (item.words.length < 2 || !item.words.every(looksLikeIdentifier)) return [item];
  return item.words.map((text) => ({ ...item, text, words: [text] }));
}

/** `"name-asc,name-desc"`: quotes around the whole list instead of each value. */
function splitQuoted(item: ListItem): readonly ListItem[] {
  if (!item.quoted) return [item];
  const parts = item.text.split(/[,、]/).map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => /^[\w.-]+$/.test(part))) return [item];
  return parts.map((text) => ({ ...item, text, words: [text] }));
}
