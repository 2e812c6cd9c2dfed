import type { NewClaim, Prose } from "./claim.ts";
import { listClaims } from "./list-claim.ts";
import type { ListItem } from "./list-item.ts";
import { beginsClause, isMark, isSaying, type ProseToken } from "./prose-token.ts";
import { readCodeList } from "./read-code-list.ts";
import { isOpenEnded } from "./read-cued-list.ts";
import { type ProseList, readInline, readList } from "./read-list.ts";

const switchWords: readonly string[] = ["on/off", "true/false", "yes/no"];

const choices: ReadonlySet<string> = new Set(["or", "或", "或者"]);
const maxSentence = 16;
const plainName = /^(?:[A-Za-z][\w-]*|\d+[A-Za-z]\w*|\d+:\d+)$/;
const name = /^(?:[a-z][a-z0-9_]*|\d+[a-z]+)$/;
/** What a bracket with `or` names besides values: other fields, and forms of a text. */
const fieldNames: ReadonlySet<string> = new Set(
  "url uri id ids key name email phone username user token base64 http https file files".split(" "),
);
const kindNouns =
  /(?:状态|类型|角色|模式|方式|级别|目标|\b(?:status|state|type|role|mode|order|direction|template|level|category|severity|priority))$/i;

/** Literals that no cue announces; they need a witness that they are all the values. */
export interface ImpliedList {
  /** Empty when the property cannot have these values. */
  readonly claims: readonly NewClaim[];
  readonly next: number;
  /** `alone`: the form is proof enough; `with-default`: only together with a default that is one of them. */
  readonly witness: "alone" | "with-default";
}

/** Reads the list at `at` if a clause begins there: `720p或者1080p`, 生成模式:std(标准)、pro(专业), 1 可选 / 2 关闭. */
export function readImpliedList(prose: Prose, at: number): ImpliedList | undefined {
  const { tokens, kind } = prose;
  if (kind === "boolean" || kind === "array" || kind === "none") return undefined;
  const codes = readCodes(prose, at);
  if (codes !== undefined) return codes;
  if (!beginsClause(tokens, at) && !isSlashed(tokens, at) && !followsSupport(tokens[at - 1])) return undefined;
  const list = isMark(tokens[at], "[") ? readList(tokens, at) : readInline(tokens, at, "to-semicolon");
  const lines = list !== undefined && list.items.length > 1 ? list : readLabelledLines(tokens, at);
  if (lines === undefined || beginsWithNoun(lines) || endsInProse(tokens, lines)) return undefined;
  const claims = isOpenEnded(tokens, lines) ? [] : listClaims(lines, kind, evidenceOf(lines));
  return { claims, next: lines.next, witness: witnessOf(prose, at, lines) };
}

/** 0 冻结，1 正常: the labels are witness enough. */
function readCodes(prose: Prose, at: number): ImpliedList | undefined {
  const { tokens, kind } = prose;
  const before = tokens[at - 1];
  const mayBegin = beginsClause(tokens, at) || (before?.kind === "text" && tokens[at]?.spaced === true);
  const first = tokens[at]?.kind;
  if (!mayBegin || !(first === "number" || first === "quoted" || first === "word")) return undefined;
  const list = readCodeList(prose, at);
  if (list === undefined) return undefined;
  const isBracketed = isMark(before, "(") && isMark(tokens[list.next], ")");
  const isProof =
    first !== "word" || isBracketed || list.items.some((item) => item.isDefault) || areConstants(tokens, list);
  const witness = isProof && !prose.isFile ? "alone" : "with-default";
  return { claims: listClaims(list, kind, evidenceOf(list)), next: list.next, witness };
}

/** value=性价比优先, price=…, and lines of `PASS: 通过`: written as code writes them. */
function areConstants(tokens: readonly ProseToken[], { items, start, next }: ProseList): boolean {
  const first = tokens.findIndex((token) => token.start === start);
  const signs = tokens.slice(first, next).filter((token) => isMark(token, "=")).length;
  const areCapitals = items.every(({ text }) => /^[A-Z][A-Z_]+$/.test(text) && !fieldNames.has(text.toLowerCase()));
  return signs === items.length || (areCapitals && isMark(tokens[first + 1], ":"));
}

/** `Resolution, 480p or 720p`: what the list is of, and not its first value. */
function beginsWithNoun({ items }: ProseList): boolean {
  const [first, ...rest] = items;
  if (first === undefined || rest.length === 0 || first.quoted || first.explained) return false;
  return /^[A-Z][a-z]+(?: [a-z]+)*$/.test(first.text) && rest.every((item) => item.quoted || !/^[A-Z]/.test(item.text));
}

/** first, middle, or last page of the text; 'Lato', 'Roboto', or pass a link: the last item is the beginning of a remark. */
function endsInProse(tokens: readonly ProseToken[], { items, next }: ProseList): boolean {
  const [last, rest] = [items.at(-1), items.slice(0, -1)];
  const behind = tokens[next]?.kind;
  if (last === undefined || rest.length === 0 || last.quoted || last.explained || behind !== "word") return false;
  return rest.every((item) => item.quoted) || (last.words.length > 1 && rest.every(({ words }) => words.length === 1));
}

function evidenceOf(list: ProseList): Pick<NewClaim, "cue" | "strength" | "start"> {
  return { cue: "", strength: "implied", start: list.start };
}

/** v2 支持 720P / 1080P，默认 1080P: of another subject, so that only the default proves it. */
function followsSupport(token: ProseToken | undefined): boolean {
  return token?.kind === "cue" && token.cue.role === "support";
}

/** 排序方式 ASC/DESC, `Filter by a/b`: names with slashes behind a word. */
function isSlashed(tokens: readonly ProseToken[], at: number): boolean {
  const [before, first, slash, second] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (before?.kind !== "text" && before?.kind !== "word") return false;
  const isTight = isMark(slash, "/") && slash?.spaced === false && second?.spaced === false;
  return first?.kind === "word" && first.spaced && isTight && second?.kind === "word";
}

/** Lines of `- value: explanation`; the witness has to prove that they are values. */
function readLabelledLines(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  if (at === 0 || tokens[at - 1]?.kind !== "break") return undefined;
  const list = readList(tokens, at - 1);
  return list !== undefined && list.items.length > 1 ? list : undefined;
}

function witnessOf(prose: Prose, at: number, list: ProseList): ImpliedList["witness"] {
  const { tokens, isFile } = prose;
  const behind = tokens[list.next];
  if (behind?.kind === "cue" && behind.cue.role === "one-of") return "alone";
  const isChoiceOfQuoted = list.items.every((item) => item.quoted) && behind === undefined;
  if (isChoiceOfQuoted && isMark(tokens[at - 1], ":") && saysOr(tokens, at, list)) return "alone";
  if (at === 0 && behind === undefined && isSpacedChoice(tokens, list)) return "alone";
  if (isNounList(prose, at, list)) return "alone";
  if (list.items.every((item) => item.explained) && list.items.some((item) => item.isDefault)) return "alone";
  const isRatios = isMark(tokens[at - 1], ":") && tokens[list.next] === undefined && list.items.every(isRatio);
  if (isRatios && !isFile) return "alone";
  const isSwitch = isMark(tokens[at - 1], ":") && switchWords.includes(list.items.map((item) => item.text).join("/"));
  return !isFile && (isChoiceOfQuoted || isSwitch || isBracketedChoice(prose, at, list)) ? "alone" : "with-default";
}

/** Output resolution: 1K, 2K, or 4K. 图片质量:auto、high、low — after a noun and a colon, up to the end of the sentence. */
function isNounList({ tokens, kind, isFile }: Prose, at: number, list: ProseList): boolean {
  const [noun, colon] = [tokens[at - 2], tokens[at - 1]];
  if (!isMark(colon, ":") || !(noun?.kind === "text" || noun?.kind === "word" || isMark(noun, ")"))) return false;
  if (/状态|\bstatus$/i.test(noun?.text ?? "") || speaksOfFile(tokens, at)) return false;
  if (!endsSentence(tokens, list.next) || (isFile && !list.items.some(({ text }) => /^\w*_\w*$/.test(text))))
    return false;
  const isName = ({ text, words, quoted }: ListItem): boolean => words.length === 1 && !quoted && plainName.test(text);
  const isChoice = saysOr(tokens, at, list) || tokens.slice(at, list.next).some((token) => isMark(token, "、"));
  const isNumbers = kind === "integer" && list.items.length > 2 && isMark(tokens[at + 1], "/");
  return list.items.length > 1 && (isNumbers || (isChoice && kind === "string" && list.items.every(isName)));
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

function saysOr(tokens: readonly ProseToken[], at: number, list: ProseList): boolean {
  return tokens.slice(at, list.next).some((token) => isSaying(token, choices));
}

/** 16:9, which nothing but a choice of ratios lists. */
function isRatio(item: ListItem): boolean {
  return /^\d+:\d+$/.test(item.text);
}

/** (frozen or active), 角色(owner/admin): a bracket that holds nothing but names, and says that one of them is to be chosen. */
function isBracketedChoice({ tokens, kind }: Prose, at: number, list: ProseList): boolean {
  const isAll = isMark(tokens[at - 1], "(") && isMark(tokens[list.next], ")");
  if (isAll && list.items.length > 2 && list.items.every(({ quoted }) => quoted)) return true;
  if (kind !== "string" || !isAll || list.items.some(({ text }) => !name.test(text) || fieldNames.has(text)))
    return false;
  return saysOr(tokens, at, list) || kindNouns.test(tokens[at - 2]?.text ?? "");
}
