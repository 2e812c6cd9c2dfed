import type { NewClaim, Prose } from "./claim.ts";
import { listClaims } from "./list-claim.ts";
import { fieldNames, type ListWitness, witnessOf } from "./list-witness.ts";
import { beginsClause, isMark, type ProseToken } from "./prose-token.ts";
import { readBullets } from "./read-bullets.ts";
import { readCodeList } from "./read-code-list.ts";
import { isOpenEnded } from "./read-cued-list.ts";
import { type ProseList, readInline, readLines, readList } from "./read-list.ts";
import { readSentences } from "./read-sentences.ts";
import { readUsageList } from "./read-usage-list.ts";

/** 16:9 and 720x1280, which nothing but a choice lists with a label each. */
const frame = /^\d+[:x*×]\d+$/i;

/** Literals that no cue announces; they need a witness that they are all the values. */
export interface ImpliedList {
  /** Empty when the property cannot have these values. */
  readonly claims: readonly NewClaim[];
  readonly next: number;
  readonly witness: ListWitness;
}

/** Reads the list at `at` if a clause begins there: `720p或者1080p`, 生成模式:std(标准)、pro(专业), 1 可选 / 2 关闭. */
export function readImpliedList(prose: Prose, at: number): ImpliedList | undefined {
  const { tokens, kind } = prose;
  if (kind === "boolean" || kind === "array" || kind === "none") return undefined;
  const codes = readCodes(prose, at);
  if (codes !== undefined) return codes;
  const uses = kind === "string" ? readUsageList(tokens, at) : undefined;
  if (uses !== undefined)
    return { claims: listClaims(uses, kind, evidenceOf(uses)), next: uses.next, witness: "alone" };
  const sentences = readSentences(tokens, at);
  if (sentences !== undefined) return ofSentences(prose, at, sentences);
  const mayBegin = beginsClause(tokens, at) || isSlashed(tokens, at) || isQuotedBehindNoun(tokens, at);
  if (!mayBegin && !followsSupport(tokens[at - 1])) return undefined;
  const list = readListAt(tokens, at);
  const lines = list !== undefined && list.items.length > 1 ? list : readLabelledLines(tokens, at);
  if (lines === undefined || beginsWithNoun(lines) || endsInProse(tokens, lines)) return undefined;
  const claims = isOpenEnded(tokens, lines) ? [] : listClaims(lines, kind, evidenceOf(lines));
  return { claims, next: lines.next, witness: witnessOf(prose, at, lines) };
}

/** fast: Less detail. fine: More detail. — the whole text, but for a default behind. */
function ofSentences({ tokens, kind }: Prose, at: number, list: ProseList): ImpliedList {
  const behind = tokens[list.next];
  const isWhole = at === 0 && (behind === undefined || (behind.kind === "cue" && behind.cue.role === "default"));
  const witness = isWhole ? "alone" : "with-default";
  return { claims: listClaims(list, kind, evidenceOf(list)), next: list.next, witness };
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
    first !== "word" ||
    isBracketed ||
    list.items.some((item) => item.isDefault) ||
    areConstants(tokens, list) ||
    areCodesBehindColon(tokens, at, list) ||
    (list.items.every(({ text }) => frame.test(text)) && endsHere(tokens, list.next));
  const isChoice = isMark(tokens[at + 1], "(") && witnessOf(prose, at, list) === "alone";
  const witness = (isProof && !(prose.isFile && kind === "string")) || isChoice ? "alone" : "with-default";
  return { claims: listClaims(list, kind, evidenceOf(list)), next: list.next, witness };
}

/** 位置:top-left 左上、top-right 右上: names that no sentence has, each with its label. */
function areCodesBehindColon(tokens: readonly ProseToken[], at: number, { items, next }: ProseList): boolean {
  const isAll = isMark(tokens[at - 1], ":") && (tokens[next] === undefined || isMark(tokens[next], "。;"));
  return isAll && items.every(({ text }) => /^[a-z]+[-_][a-z]+$/.test(text) && !/_(?:ids?|urls?|key|name)$/.test(text));
}

/** auto 默认尺寸 on the line below is a further value. */
function endsHere(tokens: readonly ProseToken[], at: number): boolean {
  const behind = tokens[tokens[at]?.kind === "break" ? at + 1 : at];
  return behind === undefined || behind.kind === "text" || behind.kind === "cue" || isMark(behind, "。.;,)");
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

/** 模型名称"m-1","m-2". */
function isQuotedBehindNoun(tokens: readonly ProseToken[], at: number): boolean {
  const noun = tokens[at - 1];
  return tokens[at]?.kind === "quoted" && noun?.kind === "text" && /(?:名称|模型|类型|模式)$/.test(noun.text);
}

/** 排序方式 ASC/DESC, `Filter by a/b`: names with slashes behind a word. */
function isSlashed(tokens: readonly ProseToken[], at: number): boolean {
  const [before, first, slash, second] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (before?.kind !== "text" && before?.kind !== "word") return false;
  const isTight = isMark(slash, "/") && slash?.spaced === false && second?.spaced === false;
  return first?.kind === "word" && first.spaced && isTight && second?.kind === "word";
}

function readListAt(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  if (isMark(tokens[at], "[")) return readList(tokens, at);
  const bullets = tokens[at + 1]?.kind === "quoted" ? readBullets(tokens, at) : undefined;
  return bullets?.items.every(({ quoted }) => quoted) ? bullets : readInline(tokens, at, "to-semicolon");
}

/** Lines of `- value: explanation`; the witness has to prove that they are values. */
function readLabelledLines(tokens: readonly ProseToken[], at: number): ProseList | undefined {
  if (at > 0 && tokens[at - 1]?.kind !== "break") return undefined;
  const list = at === 0 ? readLines(tokens, 0) : readList(tokens, at - 1);
  return list !== undefined && list.items.length > 1 ? list : undefined;
}
