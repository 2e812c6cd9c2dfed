import type { Prose } from "./claim.ts";
import { type ListItem, looksLikeIdentifier } from "./list-item.ts";
import { isMark, isSaying, type ProseToken } from "./prose-token.ts";
import type { ProseList } from "./read-list.ts";

/** `alone`: the form of a list is proof enough that it names all values; `with-default`: only with a default that is one of them. */
export type ListWitness = "alone" | "with-default";

const switchWords: readonly string[] = ["on/off", "true/false", "yes/no"];
const choices: ReadonlySet<string> = new Set(["or", "或", "或者"]);
const maxSentence = 16;
const plainName = /^(?:[A-Za-z][\w-]*|\d+[A-Za-z]\w*|\d+:\d+)$/;
const name = /^(?:[a-z][a-z0-9_]*|\d+[a-z]+)$/;
const bracketedName = /^(?:[a-z][a-z0-9_-]*|\d+[a-z]+)$/;
/** What a list names besides values: other fields, and forms of a text. */
export const fieldNames: ReadonlySet<string> = new Set(
  "url uri id ids key name email phone username user token base64 http https file files".split(" "),
);
const typeNames: ReadonlySet<string> = new Set("string array object integer number boolean null".split(" "));
/** Words for leaving a choice to the model: where they stand, the names beside them are values. */
const siteWords: ReadonlySet<string> = new Set(["auto", "none", "default", "off"]);
const namesOtherThing = /^examples?$|例|参考|参见|详见|说明|注意|格式|字段|接口|路径|命令/i;
/** How a line ends that announces values. */
const valueNouns =
  /(?:比例|宽高比|尺寸|大小|分辨率|模式|类型|风格|模型|名称|\b(?:ratio|size|resolution|mode|type|style|model|format))(?: :)?$/i;
/** What of the answer a list of formats speaks of, where 图片格式 speaks of a file. */
const ofAnswer = /^(?:output|response|return|reply)$/i;
const kindNouns =
  /(?:状态|类型|角色|模式|方式|级别|目标|\b(?:status|state|type|role|mode|order|direction|template|level|category|severity|priority))$/i;

/** What the form of the list that begins at `at` proves. */
export function witnessOf(prose: Prose, at: number, list: ProseList): ListWitness {
  const { tokens, isFile } = prose;
  const behind = tokens[list.next];
  if (behind?.kind === "cue" && behind.cue.role === "one-of") return "alone";
  // `1024x1792``m-3`: two values that touch are an accident.
  const touch = tokens[at + 1]?.kind === "quoted" && tokens[at + 1]?.spaced === false;
  const areQuoted = list.items.every((item) => item.quoted) && !touch;
  const isChoiceOfQuoted = areQuoted && behind === undefined;
  const isAtColon =
    areQuoted &&
    isMark(tokens[at - 1], ":") &&
    endsText(tokens, list.next) &&
    !namesOtherThing.test(tokens[at - 2]?.text ?? "");
  if (isAtColon && saysOr(tokens, at, list)) return "alone";
  if (at === 0 && behind === undefined && isSpacedChoice(tokens, list)) return "alone";
  if (isNounList(prose, at, list) || isWholeChoice(prose, at, list) || isCodeRun(prose, at, list)) return "alone";
  if (areValueLines(prose, at, list) || areKinds(prose, at, list)) return "alone";
  if (marksDefault(prose, at, list)) return "alone";
  if (list.items.every((item) => item.explained) && list.items.some((item) => item.isDefault)) return "alone";
  const isRatios = isMark(tokens[at - 1], ":") && tokens[list.next] === undefined && list.items.every(isRatio);
  if (isRatios && !isFile) return "alone";
  const isSwitch = isMark(tokens[at - 1], ":") && switchWords.includes(list.items.map((item) => item.text).join("/"));
  return !isFile && (isChoiceOfQuoted || isSwitch || isBracketedChoice(prose, at, list)) ? "alone" : "with-default";
}

/** At the end, or at the full stop before it. */
function endsText(tokens: readonly ProseToken[], at: number): boolean {
  return tokens[at] === undefined || (isMark(tokens[at], "。.") && tokens[at + 1] === undefined);
}

/** Output resolution: 1K, 2K, or 4K. 图片质量:auto、high、low — after a noun and a colon, up to the end of the sentence. */
function isNounList({ tokens, kind, isFile }: Prose, at: number, list: ProseList): boolean {
  const [noun, colon] = [tokens[at - 2], tokens[at - 1]];
  if (!isMark(colon, ":") || !(noun?.kind === "text" || noun?.kind === "word" || isMark(noun, ")"))) return false;
  const isStatus = /状态|\bstatus$/i.test(noun?.text ?? "");
  if ((isStatus && !list.items.every(({ explained }) => explained)) || speaksOfFile(tokens, at)) return false;
  if (!endsSentence(tokens, list.next) || (isFile && !list.items.some(({ text }) => /^\w*_\w*$/.test(text))))
    return false;
  const isName = ({ text, words, quoted }: ListItem): boolean => words.length === 1 && !quoted && plainName.test(text);
  const isChoice = saysOr(tokens, at, list) || tokens.slice(at, list.next).some((token) => isMark(token, "、"));
  const isNumbers = kind === "integer" && list.items.length > 2 && isMark(tokens[at + 1], "/");
  return list.items.length > 1 && (isNumbers || (isChoice && kind === "string" && list.items.every(isName)));
}

/** customize 或 intelligent, `Auto, Fiction, or Realistic`: a sentence that is nothing but names, and says to choose. */
function isWholeChoice({ tokens, kind, isFile }: Prose, at: number, list: ProseList): boolean {
  const [before, behind] = [tokens[at - 1], tokens[list.next]];
  const isSentence = before === undefined || before.kind === "break" || isMark(before, "。.");
  if (isFile || !isSentence || !(endsSentence(tokens, list.next) || isMark(behind, "("))) return false;
  if (list.items.length < 2 || !saysOr(tokens, at, list)) return false;
  if (list.items.every(({ text }) => /^\d+$/.test(text))) return kind !== "string";
  // In the middle of a description, words that a sentence may begin with are no values.
  const pattern = before === undefined ? plainName : /^[A-Z][A-Za-z]+$|[\d_]/;
  const needed = before === undefined ? 2 : 3;
  return list.items.length >= needed && list.items.every((item) => isName(item) && pattern.test(item.text));
}

function isName({ text, words }: ListItem): boolean {
  const word = text.toLowerCase();
  if (fieldNames.has(word) || typeNames.has(word) || /_(?:ids?|urls?|key|token|file|name)$/.test(word)) return false;
  return words.length === 1 && plainName.test(text);
}

/** 输出分辨率:`1K` / `2K`,仅…支持; 模型版本。m2-turbo(快)、m2-plus(细); 强度(auto, small, large): values written as code. */
function isCodeRun({ tokens, kind, isFile }: Prose, at: number, list: ProseList): boolean {
  const [before, behind] = [tokens[at - 1], tokens[list.next]];
  if (isFile || kind !== "string" || list.items.length < 2) return false;
  const isQuoted = list.items.every(({ quoted, start }, index) => quoted && start !== list.items[index - 1]?.start);
  if (isMark(before, ":") && isQuoted) return isMark(behind, ",") && !namesOtherThing.test(tokens[at - 2]?.text ?? "");
  if (before?.kind === "text" && isQuoted)
    return endsSentence(tokens, list.next) && /(?:名称|模型|类型|模式|格式)$/.test(before.text);
  if (isMark(before, "(") && isMark(behind, ")") && list.items.length > 2)
    return list.items.every(isName) && list.items.some(({ text }) => siteWords.has(text));
  const isExplained = list.items.every(({ explained, text }) => explained && looksLikeIdentifier(text));
  return isExplained && isMark(before, "。:") && endsSentence(tokens, list.next);
}

/** auto (default), wide, tall: a whole sentence of names, one of which says that it is the default. */
function marksDefault({ tokens, kind, isFile }: Prose, at: number, { items, next }: ProseList): boolean {
  const begins = at === 0 || isMark(tokens[at - 1], ":");
  if (isFile || kind !== "string" || !begins || !endsSentence(tokens, next) || items.length < 3) return false;
  return items.some(({ isDefault }) => isDefault) && items.every(({ text }) => plainName.test(text));
}

/** Lyrics type: user (custom), generate (from a topic), …: names behind a noun for a kind, each with a bracket of its own. */
function areKinds({ tokens, kind, isFile }: Prose, at: number, list: ProseList): boolean {
  const [noun, colon, behind] = [tokens[at - 2], tokens[at - 1], tokens[list.next]];
  if (isFile || kind !== "string" || !isMark(colon, ":") || !kindNouns.test(noun?.text ?? "")) return false;
  const isEnd = endsSentence(tokens, list.next) || isMark(behind, ",");
  return isEnd && list.items.length > 1 && list.items.every(({ text, explained }) => explained && plainName.test(text));
}

/** Lines of ratios or identifiers, and bulleted names with a label each, below a noun or nothing. */
function areValueLines({ tokens, kind, isFile }: Prose, at: number, list: ProseList): boolean {
  const header = headerOf(tokens, at);
  const isOfFile = isFile && !list.items.slice(0, 1).some(isRatio);
  if (isOfFile || kind !== "string" || header === undefined || list.items.some(({ quoted }) => quoted)) return false;
  const areCodes = list.items.every((item) => isName(item) && looksLikeIdentifier(item.text));
  if (list.items.length < 3) return header !== "" && areCodes && list.separators > 0 && endsSentence(tokens, list.next);
  const codes = list.items.filter(({ text }) => looksLikeIdentifier(text)).length;
  if (list.items.every(isName) && 2 * codes > list.items.length) return true;
  const isLabelled = list.items.every(({ explained, text }) => explained && name.test(text) && !fieldNames.has(text));
  return isLabelled && list.items.some(({ text }) => looksLikeIdentifier(text));
}

/** The words of the line before, empty at the beginning of the text; undefined where the list begins no line or they announce no values. */
function headerOf(tokens: readonly ProseToken[], at: number): string | undefined {
  if (at === 0) return "";
  const end = isMark(tokens[at - 1], "-*•") ? at - 2 : at - 1;
  if (end < 0) return "";
  if (tokens[end]?.kind !== "break") return undefined;
  let start = end;
  while (start > 0 && start > end - maxSentence && tokens[start - 1]?.kind !== "break") start--;
  const words = tokens.slice(start, end);
  if (words.some((token) => token.kind === "cue")) return undefined;
  const text = words.map((token) => token.text).join(" ");
  return valueNouns.test(text) ? text : undefined;
}

/** 音频文件,格式为:mp3、wav are formats of the file, and not values. */
function speaksOfFile(tokens: readonly ProseToken[], at: number): boolean {
  return tokens.slice(Math.max(0, at - maxSentence), at).some(({ text }) => /文件|\bfiles?\b/i.test(text));
}

function endsSentence(tokens: readonly ProseToken[], at: number): boolean {
  const token = tokens[at];
  return token === undefined || token.kind === "break" || isMark(token, "。.;");
}

/** pending / confirmed / failed, a | b: names with such marks between them, and nothing else. */
function isSpacedChoice(tokens: readonly ProseToken[], { items, next }: ProseList): boolean {
  const marks = tokens.slice(0, next).filter((token) => token.kind === "mark");
  const isName = ({ text, words }: ListItem): boolean => words.length === 1 && name.test(text) && !fieldNames.has(text);
  return marks.length === items.length - 1 && marks.every((mark) => isMark(mark, "/|")) && items.every(isName);
}

/** Whether 或 or its like stands right before an item, and not in an explanation. */
function saysOr(tokens: readonly ProseToken[], at: number, { items, next }: ProseList): boolean {
  const starts = new Set(items.map(({ start }) => start));
  const run = tokens.slice(at, next);
  return run.some((token, index) => isSaying(token, choices) && starts.has(run[index + 1]?.start ?? -1));
}

/** 16:9, which nothing but a choice of ratios lists. */
function isRatio(item: ListItem): boolean {
  return /^\d+:\d+$/.test(item.text);
}

/** (frozen or active), 角色(owner/admin): a bracket that holds nothing but names, and says that one of them is to be chosen. */
function isBracketedChoice({ tokens, kind }: Prose, at: number, list: ProseList): boolean {
  const isAll = isMark(tokens[at - 1], "(") && isMark(tokens[list.next], ")");
  const areNumbers = list.items.length > 2 && list.items.every(({ text }) => /^\d+$/.test(text));
  if (isAll && kind === "integer" && areNumbers) return saysOr(tokens, at, list);
  if (isAll && list.items.length > 2 && list.items.every(({ quoted }) => quoted)) return true;
  if (kind !== "string" || !isAll || list.items.some(({ text }) => !bracketedName.test(text) || fieldNames.has(text)))
    return false;
  const [owner, noun] = [tokens[at - 3]?.text ?? "", tokens[at - 2]?.text ?? ""];
  return saysOr(tokens, at, list) || kindNouns.test(noun) || (/^format$/i.test(noun) && ofAnswer.test(owner));
}
