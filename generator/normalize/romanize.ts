import { createRequire } from "node:module";
import { chineseWords, longestChineseWord } from "./chinese-words.ts";

/**
 * A text in ASCII letters, a function of the text alone: words that API documents use are translated, every other letter is
 * written as it sounds (`图片消息` → `ImageMessage`, `云盘图片id` → `YunPanImageId`, `Café` → `Cafe`). Letters that nobody can
 * transliterate stay as they are.
 */
export function romanize(text: string): string {
  const parts: string[] = [];
  let isNewWord = false;
  for (let at = 0; at < text.length; ) {
    const word = wordAt(text, at);
    const char = word ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    const part = word === undefined ? romanizeLetter(char) : pascalCase(chineseWords.get(word) ?? "");
    parts.push(isNewWord ? pascalCase(part) : part);
    isNewWord = word !== undefined || /^\p{Script=Han}$/u.test(char);
    at += char.length;
  }
  return parts.join("");
}

function wordAt(text: string, at: number): string | undefined {
  for (let length = longestChineseWord; length > 1; length -= 1) {
    const word = text.slice(at, at + length);
    if (chineseWords.has(word)) return word;
  }
  return undefined;
}

function romanizeLetter(char: string): string {
  if (/^\p{ASCII}$/u.test(char)) return char;
  // Marks and what joins letters have no sound of their own.
  if (/^[\p{M}\p{Cf}]$/u.test(char)) return "";
  const sound = loadTransliteration()(char);
  return sound === "" ? char : sound;
}

let transliterate: ((text: string) => string) | undefined;

/**
 * Loaded for the first name that needs it. any-ascii: half a megabyte of tables, letter by letter and so the same on every
 * machine; tiny-pinyin asks the collation of the system, others bring megabytes and the guesses of dictionaries.
 */
function loadTransliteration(): (text: string) => string {
  if (transliterate === undefined) transliterate = createRequire(import.meta.url)("any-ascii").default;
  return transliterate ?? String;
}

function pascalCase(words: string): string {
  return words.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
