import { isMark, type ProseToken } from "./prose-token.ts";

/** An item of a list, as the text spells it. */
export interface ListItem {
  readonly text: string;
  readonly quoted: boolean;
  /** The single words of an item that has white space inside. */
  readonly words: readonly string[];
  /** It is a number with a unit behind it; as a text it would not be sent like this. */
  readonly hasUnit: boolean;
  /** An explanation stands behind it, after a colon. */
  readonly explained: boolean;
  /** Its label says that it is the default. */
  readonly isDefault: boolean;
  readonly start: number;
  readonly end: number;
  /** Index of the token behind the item and its label. */
  readonly next: number;
}

const maxWords = 3;
const maxLabel = 48;
/** Words of a sentence: with another word behind them they are no value (`auto` or `on` may be one, `on request` is none). */
const sentenceWords: ReadonlySet<string> = new Set(
  "is are was be been a an the any if while this these those to for with use using used only must can may will should please of in on by from it its at as see than your you we all each".split(
    " ",
  ),
);
/** Words that are never a value. */
const linkWords: ReadonlySet<string> = new Set(
  "other others more which that where when and or etc these those following".split(" "),
);

/** The literal at `at`, without a label. In brackets a comparison sign is a value too: 取值范围(<, >=). */
export function readItem(tokens: readonly ProseToken[], at: number, bracket: "bracket" | "open"): ListItem | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "quoted") return token.text === "" ? undefined : itemOf(token, [token.text], at + 1, true);
  if (bracket === "bracket" && isPlainWord(token)) return itemOf(token, [token.text], at + 1, false);
  if (token.kind === "number") return withUnit(tokens, itemOf(token, [token.text], at + 1, false));
  return readWords(tokens, at);
}

function itemOf(token: ProseToken, words: readonly string[], next: number, quoted: boolean): ListItem {
  return {
    text: words.join(" "),
    quoted,
    words,
    hasUnit: false,
    explained: false,
    isDefault: false,
    start: token.start,
    end: token.end,
    next,
  };
}

function withUnit(tokens: readonly ProseToken[], item: ListItem): ListItem {
  const unit = tokens[item.next];
  const counts = unit?.kind === "unit" && (unit.unit === "plain" || unit.unit === "items");
  return counts ? { ...item, hasUnit: true, next: item.next + 1 } : item;
}

function isPlainWord(token: ProseToken): boolean {
  return token.kind === "word" || (token.kind === "cue" && /^[a-z<>=]+$/i.test(token.text));
}

/** One to three words: `square pro` is one value. More is prose. */
function readWords(tokens: readonly ProseToken[], at: number): ListItem | undefined {
  const first = tokens[at];
  let item: ListItem | undefined;
  for (let next = at; ; next++) {
    const token = tokens[next];
    if (token === undefined || first === undefined || !isListWord(tokens, next) || (item && !token.spaced)) return item;
    const words = [...(item?.words ?? []), token.text];
    if (words.length > maxWords && !words.every(looksLikeIdentifier)) return undefined;
    if (words.length > 40) return item;
    item = { ...itemOf(first, words, next + 1, false), end: token.end };
  }
}

/** `kling-v1-5`, `720p`: a word that no sentence has. */
export function looksLikeIdentifier(word: string): boolean {
  return /[\d_-]/.test(word);
}

/** A word, or the ASCII words of a cue that stand where only a value can (支持:default、none). */
function isListWord(tokens: readonly ProseToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === "word")
    return token.text === "OTHER" || !isSentenceWord(token.text.toLowerCase(), tokens[at + 1]);
  if (token?.kind !== "cue" || !/^[a-z]+$/i.test(token.text)) return false;
  const behind = tokens[at + 1];
  return behind === undefined || behind.kind === "break" || isMark(behind, ",、;/|)]");
}

function isSentenceWord(word: string, behind: ProseToken | undefined): boolean {
  return (
    linkWords.has(word) ||
    (sentenceWords.has(word) &&
      (behind?.kind === "number" || (behind?.kind === "word" && !linkWords.has(behind.text.toLowerCase()))))
  );
}

/** How far the explanation behind `value:` reaches. */
export type LabelEnd = "to-comma" | "to-bracket" | "to-semicolon" | "to-line-end" | "no";

const labelEnds: Readonly<Record<"to-comma" | "to-bracket" | "to-semicolon", string>> = {
  "to-comma": ",;。、.",
  "to-bracket": ",;。、.])",
  "to-semicolon": ";。.",
};

/** The item with its label: `face(人物)`, `1：左上角`, `768P（默认，支持 6s）`. Labels with a colon are read where `colons` says so. */
export function readLabel(tokens: readonly ProseToken[], item: ListItem, colons: LabelEnd): ListItem {
  const open = tokens[item.next];
  if (isMark(open, "(")) {
    const bracket = skipBrackets(tokens, item.next);
    // "media"(默认)媒体音量
    const next = item.quoted && tokens[bracket]?.kind === "text" && !tokens[bracket]?.spaced ? bracket + 1 : bracket;
    if (statesDefault(tokens, item.next + 1)) return item;
    const labelled = { ...item, next, explained: true, isDefault: saysDefault(tokens, item.next + 1, bracket) };
    return colons === "to-line-end" ? { ...labelled, next: lineEnd(tokens, next) } : labelled;
  }
  if (colons === "no" || open === undefined) return item;
  if (colons === "to-line-end") {
    const next = lineEnd(tokens, item.next);
    return { ...item, next, explained: true, isDefault: saysDefault(tokens, item.next, next) };
  }
  const isLabel = isMark(open, ":") || (isMark(open, "-=") && tokens[item.next + 1]?.kind === "text");
  const ends = labelEnds[colons];
  if (!isLabel) return item;
  const next = skipUntil(tokens, item.next + 1, ends);
  return { ...item, next, explained: true, isDefault: saysDefault(tokens, item.next, next) };
}

/** `"512x512" (default "1024x1024")`: the bracket speaks of the list, not of its last item. */
function statesDefault(tokens: readonly ProseToken[], at: number): boolean {
  const [cue, value] = [tokens[at], tokens[isMark(tokens[at + 1], ":") ? at + 2 : at + 1]];
  return cue?.kind === "cue" && cue.cue.role === "default" && value !== undefined && !isMark(value, "),;");
}

function skipBrackets(tokens: readonly ProseToken[], at: number): number {
  let depth = 0;
  for (let next = at; next < at + maxLabel; next++) {
    const token = tokens[next];
    if (token === undefined || token.kind === "break") return next;
    if (isMark(token, "(")) depth++;
    if (isMark(token, ")") && --depth === 0) return next + 1;
  }
  return at + maxLabel;
}

function lineEnd(tokens: readonly ProseToken[], at: number): number {
  let next = at;
  while (next < tokens.length && tokens[next]?.kind !== "break") next++;
  return next;
}

function skipUntil(tokens: readonly ProseToken[], at: number, marks: string): number {
  let next = at;
  while (next < at + maxLabel && next < tokens.length && tokens[next]?.kind !== "break" && !isMark(tokens[next], marks))
    next++;
  return next;
}

/** Whether 默认 or `default` stands between the two tokens with no value of its own. */
export function saysDefault(tokens: readonly ProseToken[], start: number, end: number): boolean {
  for (let at = start; at < Math.min(end, start + maxLabel); at++) {
    const token = tokens[at];
    const isWord = token?.kind === "cue" ? token.cue.role === "default" : token?.text.toLowerCase() === "default";
    const behind = tokens[at + 1];
    if (isWord && (behind === undefined || behind.kind === "break" || isMark(behind, "),;。."))) return true;
  }
  return false;
}
