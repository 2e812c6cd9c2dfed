import type { NewClaim, Prose, Reading } from "./claim.ts";
import { skipConnectors } from "./connectors.ts";
import type { Cue } from "./cue.ts";
import { isNumeric, type PropertyKind } from "./property-kind.ts";
import { isMark, isSaying, type ProseToken } from "./prose-token.ts";
import { readLabelledDefault } from "./read-labelled-default.ts";
import { readCount } from "./read-number.ts";
import { type Literal, typedLiteral } from "./typed-literal.ts";

const noValues: ReadonlySet<string> = new Set(["null", "undefined", "inf", "nil", "nan", "empty", "unset", "blank"]);
const switchWords: ReadonlyMap<string, boolean> = new Map([
  ...["开启", "打开", "启用"].map((word): [string, boolean] => [word, true]),
  ...["关闭", "禁用", "不开启", "不启用", "否"].map((word): [string, boolean] => [word, false]),
]);
/** 默认生成 1 张, 默认返回 10 条. */
const verbs: ReadonlySet<string> = new Set(["生成", "返回", "输出", "显示", "查询"]);
const maxClause = 12;
const maxCondition = 8;
const maxCase = 12;
const caseWords: ReadonlySet<string> = new Set(["for", "when", "if"]);
/** The end of a condition that the field is left out. */
const missing = /(?:omitted|unset|unspecified|empty|not (?:set|specified|provided|given|supplied|present))$/;

/** A literal that stands at a token. */
interface Found extends Literal {
  readonly token: ProseToken;
  readonly next: number;
}

/** Reads the value behind 默认值, `defaults to` and their like at `at`. */
export function readDefault(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens, kind } = prose;
  const start = skipConnectors(tokens, at + 1);
  const isInBracket = isMark(tokens[start], "(") && cue.phrase.length > 2;
  const first = isInBracket || (isNumeric(kind) && isSaying(tokens[start], verbs)) ? start + 1 : start;
  const found = (isNumeric(kind) ? groupedAt(tokens, first) : undefined) ?? literalAt(tokens, first);
  if (found === undefined)
    return (
      readSwitch(prose, at, start, cue) ??
      readLineDefault(prose, at) ??
      readMarkedDefault(prose, at, cue) ??
      readNamed(prose, at, start)
    );
  const isMeasure = kind === "string" && isPlainMeasure(tokens, found);
  if (!(isMeasure || standsAlone(tokens, found, kind)) || isOfNumber(tokens, at) || isOfCase(tokens, found.next))
    return undefined;
  if (isAdjective(tokens[at - 1], cue, found)) return undefined;
  const claim = defaultClaim(found, kind, { cue: cue.phrase, from: tokens[at], to: tokens[found.next - 1] });
  if (claim === undefined) return undefined;
  return { claims: [isMeasure ? { ...claim, needsList: true } : claim], next: found.next };
}

/** Default is 4 seconds. */
function isPlainMeasure(tokens: readonly ProseToken[], found: Found): boolean {
  const unit = tokens[found.next];
  return found.token.kind === "number" && unit?.kind === "unit" && unit.unit === "plain";
}

/** 2.5 的缺省值是 -1: of one version, not of the field. */
function isOfNumber(tokens: readonly ProseToken[], at: number): boolean {
  return tokens[at - 1]?.text === "的" && tokens[at - 2]?.kind === "number";
}

/** 生成一个默认 ID, 使用默认 voice: behind such words 默认 tells which one, and a plain word is what there is one of. */
function isAdjective(before: ProseToken | undefined, cue: Cue, { text, quoted }: Literal): boolean {
  const isPlainWord = !quoted && /^[a-z]+$/i.test(text);
  const isBefore = before?.kind === "text" || before?.kind === "unit";
  return cue.phrase === "默认" && isPlainWord && isBefore && /(?:个|使用|采用|沿用)$/.test(before.text);
}

/** Defaults to 8 for low and 32 for high: another number follows for another case. */
function isOfCase(tokens: readonly ProseToken[], at: number): boolean {
  const isCase = (index: number): boolean => caseWords.has(tokens[index]?.text ?? "");
  if (!isCase(at)) return false;
  for (let next = at + 1; next < at + maxCase && !isMark(tokens[next], ".;。"); next++) {
    if (tokens[next]?.kind === "number" && isCase(next + 1)) return true;
  }
  return false;
}

/** `- single: Default value, …`: the line begins with the value. */
function readLineDefault({ tokens, kind }: Prose, at: number): Reading | undefined {
  const isLine = isMark(tokens[at - 1], ":") && isMark(tokens[at - 3], "-*•") && isMark(tokens[at + 1], ",.;。");
  const found = isLine ? literalAt(tokens, at - 2) : undefined;
  const claim = found && defaultClaim(found, kind, { cue: "default", from: found.token, to: tokens[at] });
  return claim === undefined ? undefined : { claims: [{ ...claim, needsList: true }], next: at + 1 };
}

function readNamed(prose: Prose, at: number, start: number): Reading | undefined {
  const token = prose.tokens[at];
  const claim = token === undefined ? undefined : readLabelledDefault(prose, start, token);
  return claim === undefined ? undefined : { claims: [claim], next: start + 1 };
}

/** 默认开启, 默认关闭, 默认为否. */
function readSwitch({ tokens, kind }: Prose, at: number, start: number, cue: Cue): Reading | undefined {
  const word = tokens[start];
  const value = word?.kind === "text" ? switchWords.get(word.text) : undefined;
  if (kind !== "boolean" || word === undefined || value === undefined) return undefined;
  const evidence = {
    cue: cue.phrase,
    start: tokens[at]?.start ?? word.start,
    end: word.end,
    strength: "loose",
  } as const;
  return { claims: [{ ...evidence, keyword: "default", value }], next: start + 1 };
}

/** Reads the value before 是默认值 or `is the default` at `at`. */
export function readDefaultBefore(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const found = literalAt(prose.tokens, at - 1);
  if (found === undefined || found.next !== at) return undefined;
  const isAction = cue.phrase === "by default" && prose.kind === "string" && !found.quoted;
  if (isAction && !isReturnedAs(prose.tokens, at)) return undefined;
  const claim = defaultClaim(found, prose.kind, { cue: cue.phrase, from: found.token, to: prose.tokens[at] });
  return claim === undefined ? undefined : { claims: [claim], next: at + 1 };
}

/** It is Mp4Video by default, returned as json_string by default: a name that no sentence has. */
function isReturnedAs(tokens: readonly ProseToken[], at: number): boolean {
  const [verb, name] = [tokens[at - 2], tokens[at - 1]];
  return isSaying(verb, new Set(["is", "as"])) && /[_\d]|[a-z][A-Z]/.test(name?.text ?? "");
}

/** `true (default): …` of a boolean, whose bracket stands at `at`. */
export function readBracketedDefault({ tokens, kind }: Prose, at: number): Reading | undefined {
  const isDefault =
    isMark(tokens[at], "(") && tokens[at + 1]?.text.toLowerCase() === "default" && isMark(tokens[at + 2], ")");
  const found = isDefault ? literalAt(tokens, at - 1) : undefined;
  const claim = found && defaultClaim(found, kind, { cue: "default", from: found.token, to: tokens[at + 2] });
  return claim === undefined ? undefined : { claims: [claim], next: at + 3 };
}

/** If not set, 'auto' is used: the clause before says that the field was left out. */
export function readDefaultUsed(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens } = prose;
  const before = tokens.slice(Math.max(0, at - maxCondition), at - 1).map(({ text }) => text.toLowerCase());
  const isMissing = before.at(-1) === "," && missing.test(before.slice(0, -1).join(" "));
  return isMissing && (tokens[at - 1]?.kind === "quoted" || prose.kind !== "string")
    ? readDefaultBefore(prose, at, cue)
    : undefined;
}

/** 10(默认), false 表示关闭(默认值): the clause before the bracket begins with the value. */
function readMarkedDefault(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens, kind } = prose;
  if (!isMark(tokens[at - 1], "(") || !isMark(tokens[at + 1], "),")) return undefined;
  const found = literalAt(tokens, kind === "boolean" ? clauseStart(tokens, at - 1) : at - 2);
  if (found === undefined || !(kind === "boolean" || isNumeric(kind) || found.quoted)) return undefined;
  const claim = defaultClaim(found, kind, { cue: cue.phrase, from: found.token, to: tokens[at] });
  return claim === undefined ? undefined : { claims: [claim], next: at + 1 };
}

function clauseStart(tokens: readonly ProseToken[], end: number): number {
  let start = end;
  while (start > 0 && start > end - maxClause && !endsClause(tokens[start - 1])) start--;
  return start;
}

function endsClause(token: ProseToken | undefined): boolean {
  return token?.kind === "break" || isMark(token, ",;。、/");
}

function literalAt(tokens: readonly ProseToken[], at: number): Found | undefined {
  const token = tokens[at];
  if (isOpenQuote(tokens, at)) return literalAt(tokens, at + 1);
  const path = pathAt(tokens, at);
  if (path !== undefined) return path;
  if (token?.kind === "quoted") return { text: token.text, quoted: true, token, next: at + 1 };
  if (token?.kind === "word" || token?.kind === "number")
    return { text: token.text, quoted: false, token, next: at + 1 };
  return undefined;
}

/** Default: 500,000. */
function groupedAt(tokens: readonly ProseToken[], at: number): Found | undefined {
  const [token, count] = [tokens[at], readCount(tokens, at)];
  if (token?.kind !== "number" || count === undefined || !isMark(tokens[at + 1], ",") || count.next < at + 3)
    return undefined;
  const next = count.unit === undefined ? count.next : count.next - 1;
  return { text: String(count.value), quoted: false, token, next };
}

/** 默认 Asia/Shanghai: two words with a slash between them, where they cannot be a choice of plain ones. */
function pathAt(tokens: readonly ProseToken[], at: number): Found | undefined {
  const [first, slash, last, end] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (first?.kind !== "word" || last?.kind !== "word" || !isMark(slash, "/") || slash?.spaced || last.spaced)
    return undefined;
  const isClosed = end === undefined || end.kind === "break" || isMark(end, ",;。)");
  const isPath = /^[A-Z][a-z]+$/.test(first.text)
    ? /^[A-Z][a-z]/.test(last.text)
    : /[a-z]-[a-z]/.test(`${first.text} ${last.text}`);
  return isClosed && isPath
    ? { text: `${first.text}/${last.text}`, quoted: true, token: first, next: at + 3 }
    : undefined;
}

/** `默认值:"8s`: a quote that nobody closes, around the last word of the line. */
function isOpenQuote(tokens: readonly ProseToken[], at: number): boolean {
  const [quote, word, end] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return isMark(quote, "\"'") && word?.kind === "word" && !word.spaced && (end === undefined || end.kind === "break");
}

/** Whether the literal is the whole value: no unit that changes it, no further words that it is only the first of. */
function standsAlone(tokens: readonly ProseToken[], found: Found, kind: PropertyKind): boolean {
  const behind = tokens[found.next];
  if (found.quoted) return true;
  if (noValues.has(found.text.toLowerCase())) return false;
  if (behind?.kind === "unit" && kind === "string") return behind.unit === "items";
  if (behind?.kind === "unit") return isNumeric(kind) && behind.unit !== "foreign" && behind.unit !== "characters";
  if (isMark(behind, "/:*%") && behind?.spaced === false) return false;
  if (isMark(behind, "(") && isMark(tokens[found.next + 1], ")")) return false;
  if (found.token.kind === "number" || kind === "boolean") return true;
  return behind?.kind !== "word";
}

interface DefaultEvidence {
  readonly cue: string;
  readonly from: ProseToken | undefined;
  readonly to: ProseToken | undefined;
}

function defaultClaim(found: Literal, kind: PropertyKind, evidence: DefaultEvidence): NewClaim | undefined {
  const value = typedLiteral(found, kind);
  if (value === undefined) return undefined;
  const { cue, from, to } = evidence;
  return { keyword: "default", value, cue, start: from?.start ?? 0, end: to?.end ?? 0, strength: "stated" };
}
