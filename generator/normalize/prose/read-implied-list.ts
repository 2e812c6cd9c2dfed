import type { NewClaim, Prose } from "./claim.ts";
import { listClaims } from "./list-claim.ts";
import { type ListItem, readItem } from "./list-item.ts";
import { isNumeric } from "./property-kind.ts";
import { isMark, type ProseToken } from "./prose-token.ts";
import { isOpenEnded } from "./read-cued-list.ts";
import { type ProseList, readInline, readList } from "./read-list.ts";

const maxLabelled = 200;
const switchWords: readonly string[] = ["on/off", "true/false", "yes/no"];

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
  if (kind === "boolean" || kind === "array" || kind === "none" || !beginsClause(tokens, at)) return undefined;
  const list = readInline(tokens, at, "to-semicolon");
  const lines = list !== undefined && list.items.length > 1 ? list : readLabelledLines(tokens, at);
  if (lines === undefined) return readNumberedLabels(prose, at);
  const claims = isOpenEnded(tokens, lines) ? [] : listClaims(lines, kind, evidenceOf(lines));
  return { claims, next: lines.next, witness: witnessOf(prose, at, lines) };
}

function evidenceOf(list: ProseList): Pick<NewClaim, "cue" | "strength" | "start"> {
  return { cue: "", strength: "implied", start: list.start };
}

function beginsClause(tokens: readonly ProseToken[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === "break" || isMark(before, ":,;。.(");
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
  if (list.items.every((item) => item.explained) && list.items.some((item) => item.isDefault)) return "alone";
  const isRatios = isMark(tokens[at - 1], ":") && tokens[list.next] === undefined && list.items.every(isRatio);
  if (isRatios && !isFile) return "alone";
  const isSwitch = isMark(tokens[at - 1], ":") && switchWords.includes(list.items.map((item) => item.text).join("/"));
  return !isFile && (isChoiceOfQuoted || isSwitch) ? "alone" : "with-default";
}

/** 16:9, which nothing but a choice of ratios lists. */
function isRatio(item: ListItem): boolean {
  return /^\d+:\d+$/.test(item.text);
}

/** 1 可选 / 2 关闭 as the whole text: a number with a label each, between slashes. */
function readNumberedLabels(prose: Prose, at: number): ImpliedList | undefined {
  const { tokens, kind } = prose;
  if (at !== 0 || !isNumeric(kind) || tokens.length > maxLabelled) return undefined;
  const items: ListItem[] = [];
  let next = 0;
  while (next < tokens.length) {
    const item = tokens[next]?.kind === "number" ? readItem(tokens, next, "open") : undefined;
    if (item === undefined) return undefined;
    items.push(item);
    next = skipLabel(tokens, item.next);
    if (next < tokens.length && !isMark(tokens[next], "/")) return undefined;
    next++;
  }
  const list = { items, separators: items.length - 1, next, start: 0, end: tokens.at(-1)?.end ?? 0 };
  return items.length < 2 ? undefined : { claims: listClaims(list, kind, evidenceOf(list)), next, witness: "alone" };
}

function skipLabel(tokens: readonly ProseToken[], at: number): number {
  let next = at;
  while (tokens[next]?.kind === "text" || tokens[next]?.kind === "cue" || isMark(tokens[next], "()")) next++;
  return next;
}
