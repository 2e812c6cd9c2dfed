import type { Prose, Reading } from "./claim.ts";
import { skipConnectors } from "./connectors.ts";
import type { Cue } from "./cue.ts";
import { listClaims } from "./list-claim.ts";
import { type ListItem, looksLikeIdentifier } from "./list-item.ts";
import { isNumeric } from "./property-kind.ts";
import { isMark, type ProseToken } from "./prose-token.ts";
import { isOpenEnded, readRangeOrList } from "./read-cued-list.ts";
import { type ProseList, readInline, readList } from "./read-list.ts";
import { readSpacedRun } from "./read-number-run.ts";
import { readRange } from "./read-range.ts";

const fileWords: ReadonlySet<string> = new Set(["url", "uri", "base64", "http", "https", "data", "json", "api"]);
const nouns: ReadonlySet<string> = new Set(["格式", "模式", "类型", "比例", "分辨率", "尺寸", "模型", "语言"]);
const sizeNouns = /(?:时长|尺寸|分辨率|比例|清晰度|宽高比)$/;

/** Reads what follows 支持 at `at`. It is an ordinary verb: only a closed run of literals counts, and only where a clause begins. */
export function readSupportList(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens } = prose;
  if (isNumeric(prose.kind) && readRange(tokens, at + 1) !== undefined)
    return readRangeOrList(prose, at, { ...cue, role: "range" });
  if (prose.isFile || !startsClause(tokens, at, cue)) return undefined;
  const start = skipConnectors(tokens, skipNoun(tokens, at + 1));
  const list = (isMark(tokens[at + 1], ":") ? readSpacedRun(tokens, start) : undefined) ?? readList(tokens, start);
  if (list === undefined || !isClosed(tokens, list) || list.items.some((item) => isFileWord(item, list)))
    return undefined;
  if (cue.phrase === "accepts" && !list.items.every(isWrittenAsCode)) return undefined;
  const single = list.items.length === 1;
  const saysOnly = saysOnlyThese(cue) || isNumeric(prose.kind) || isMark(tokens[at + 1], ":");
  return single && !(saysOnly && isSentenceEnd(tokens[list.next])) ? undefined : looseReading(prose, at, list, cue);
}

/** 仅支持 a; `supports a` leaves others open. */
function saysOnlyThese({ phrase }: Cue): boolean {
  return phrase !== "支持" && phrase !== "supports" && phrase !== "supported";
}

/** Reads what follows 可选 at `at`; mostly it says that the field may be left out. */
export function readOptionalList(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens } = prose;
  const behind = tokens[at + 1];
  if ((isNumeric(prose.kind) || prose.kind === "string") && readRange(tokens, at + 1) !== undefined)
    return readRangeOrList(prose, at, { ...cue, role: "range" });
  const list = readInline(tokens, isMark(behind, ",") ? at + 2 : skipConnectors(tokens, at + 1));
  if (list === undefined || list.items.length < 2 || !isClosed(tokens, list)) return undefined;
  if (list.items.every((item) => fileWords.has(item.text.toLowerCase()))) return undefined;
  if (
    cue.phrase === "either" &&
    list.items.some(({ text, quoted }) => !quoted && /(?:^|_)(?:id|ids|url|urls|key|file)$/i.test(text))
  )
    return undefined;
  return looseReading(prose, at, list, cue);
}

/** Reads what follows 必须是 or `must be` at `at`: a list, or one literal in quotes. */
export function readMustBe(prose: Prose, at: number, cue: Cue): Reading | undefined {
  const { tokens } = prose;
  if (cue.role !== "must-be") return undefined;
  const list = readInline(tokens, skipConnectors(tokens, at + 1));
  if (list === undefined || isOpenEnded(tokens, list) || isOfCase(tokens, list.next)) return undefined;
  const isNumbers = isNumeric(prose.kind) && list.items.length > 1;
  const isLiteral =
    list.items.every((item) => item.quoted || item.text.startsWith("application/")) &&
    !(list.items.length === 1 && /^(?:can|may)/.test(cue.phrase));
  const isChoice = list.items.length > 1 && (cue.phrase.charCodeAt(0) > 0x80 || isLiteral);
  return isChoice || isLiteral || isNumbers ? looseReading(prose, at, list, cue) : undefined;
}

/** 必须是 `a`、`b` for之一`model-2`, as a translator left `one of a, b for model-2`: the list of one model. */
function isOfCase(tokens: readonly ProseToken[], at: number): boolean {
  const model = tokens[at + 1];
  const isFor = tokens[at]?.kind === "word" && tokens[at]?.text === "for";
  return isFor && (model?.kind === "quoted" || (model?.kind === "cue" && model.cue.role === "one-of"));
}

/** 支持 URL 或 Base64 is about a file; 支持 json/xml may be about values. */
function isFileWord({ text }: ListItem, { items }: ProseList): boolean {
  const word = text.toLowerCase();
  if (word === "url" && items.some((item) => item.text === "b64_json")) return false;
  return fileWords.has(word) && !(word === "json" && items.length > 1);
}

/** Accepts TURBO or QUALITY; `accepts text and pictures` is about the model. */
function isWrittenAsCode({ text, quoted }: ListItem): boolean {
  return quoted || /^[A-Z\d_]+$/.test(text) || looksLikeIdentifier(text);
}

function looseReading(prose: Prose, at: number, list: ProseList, cue: Cue): Reading | undefined {
  const start = prose.tokens[at]?.start ?? 0;
  const claims = listClaims(list, prose.kind, { cue: cue.phrase, start, strength: "loose" });
  return claims.length === 0 ? undefined : { claims, next: list.next };
}

/** 图片支持 png and 仅veo3支持 speak of something else than the property's values. */
function startsClause(tokens: readonly ProseToken[], at: number, cue: Cue): boolean {
  const before = tokens[at - 1];
  if (before === undefined || before.kind === "break" || isMark(before, ",;。.")) return true;
  if (cue.phrase.endsWith("supports") && isMark(tokens[at + 1], ":")) return true;
  if (before.kind === "text" && cue.phrase !== "支持") return before.text === "现" || sizeNouns.test(before.text);
  return tokens[at]?.spaced === true && before.kind !== "word";
}

/** 支持的格式有: the noun says what kind of values they are. */
function skipNoun(tokens: readonly ProseToken[], at: number): number {
  const token = tokens[at];
  if (token?.kind !== "text" || token.text.length > 8) return at;
  return token.text.startsWith("的") || isMark(tokens[at + 1], ":") ? at + 1 : at;
}

function isClosed(tokens: readonly ProseToken[], list: ProseList): boolean {
  const behind = tokens[list.next];
  if (isOpenEnded(tokens, list)) return false;
  return (behind?.kind !== "text" && behind?.kind !== "word") || isNounBeforeDefault(tokens, list.next);
}

/** 支持 mp3、wav 格式，默认 mp3: the noun ends the clause, and the default shows that these are values. */
function isNounBeforeDefault(tokens: readonly ProseToken[], at: number): boolean {
  const cue = tokens[at + 2];
  return (
    nouns.has(tokens[at]?.text ?? "") &&
    isMark(tokens[at + 1], ",;。.") &&
    cue?.kind === "cue" &&
    cue.cue.role === "default"
  );
}

function isSentenceEnd(token: ProseToken | undefined): boolean {
  return token === undefined || token.kind === "break" || isMark(token, "。.;,)");
}
