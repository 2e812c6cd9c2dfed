import { readRequiredWord } from "./doc-text-required.ts";
import { findStatusName, isListOfCodes, readStatus } from "./doc-text-status.ts";
import { isTypeText } from "./doc-text-type.ts";
import type { Line } from "./split-lines.ts";

/** What a section of a rendered page is about. */
export type DocTextKind =
  | "head"
  | "request"
  | "path"
  | "query"
  | "header"
  | "cookie"
  | "body"
  | "request-example"
  | "request-schema"
  | "code"
  | "response"
  | "response-body"
  | "response-example"
  | "response-schema"
  | "foot";

/** A section: its heading's facts and the lines under it. */
export interface DocTextSection {
  readonly kind: DocTextKind;
  /** What the heading says besides its kind: a media type, or the rest of a line glued to it. */
  readonly mediaType?: string;
  /** Status code and name, of a response. */
  readonly status?: string;
  readonly name?: string;
  readonly lines: readonly Line[];
}

type Heading = Omit<DocTextSection, "lines">;

/** The sections of a rendered page, in order. */
export function findDocTextSections(lines: readonly Line[]): readonly DocTextSection[] {
  const sections: { heading: Heading; lines: Line[] }[] = [{ heading: { kind: "head" }, lines: [] }];
  let side: "request" | "response" = "request";
  for (const [index, line] of lines.entries()) {
    const isNone = isFieldName(lines, index) || isListOfCodes(lines, index) || isOfGuide(lines, index);
    const next = lines[index + 1]?.text ?? "";
    const heading = isNone ? undefined : (readDocTextHeading(line.text, side) ?? readBareStatus(line.text, next, side));
    const current = sections.at(-1);
    if (heading === undefined) {
      // A media type on a line of its own belongs to the heading above it.
      const mediaType = readMediaTypeLine(line.text);
      if (mediaType === undefined) current?.lines.push(line);
      else if (current !== undefined) current.heading = { mediaType, ...current.heading };
      continue;
    }
    if (heading.kind.startsWith("response")) side = "response";
    const name = heading.name === undefined ? findStatusName(current?.lines ?? [], heading.status) : undefined;
    sections.push({ heading: name === undefined ? heading : { ...heading, name }, lines: [] });
  }
  return sections.map(({ heading, lines: own }) => ({ ...heading, lines: own }));
}

/** `404 任务不存在`, with the media type of that response on the next line. */
function readBareStatus(text: string, next: string, side: "request" | "response"): Heading | undefined {
  const [, status, name] = /^([1-5]\d\d) (\S.{0,60})$/.exec(text) ?? [];
  if (side === "request" || status === undefined || name === undefined) return undefined;
  return readMediaTypeLine(next) === undefined ? undefined : { kind: "response-body", status, name };
}

/** Fields are called `body` and `response` too: their type stands on the next line, and their flag on the one after it. */
function isFieldName(lines: readonly Line[], index: number): boolean {
  const [type, flag] = lines.slice(index + 1, index + 3);
  const isNamed = !/\s/.test(lines[index]?.text ?? "");
  return isNamed && flag !== undefined && isTypeText(type?.text ?? "") && readRequiredWord(flag.text) !== undefined;
}

/** Guides have chapters of this name, with sentences below. */
function isOfGuide(lines: readonly Line[], index: number): boolean {
  const isName = /^(?:request body|请求体)$/i.test(lines[index]?.text ?? "");
  return isName && /[.:。:：,，]$/.test(lines[index + 1]?.text ?? "");
}

/** `application/json`, or with its label: `内容格式: JSONapplication/json`. */
function readMediaTypeLine(text: string): string | undefined {
  return /^(?:(?:内容(?:格式|类型)|Content[ -]?Type)\s*[:：]\s*(?:[A-Z]+\s*)?)?((?:application|multipart|text|image|audio|video)\/[\w.+-]+|\*\/\*)$/.exec(
    text,
  )?.[1];
}

/** What a line is the heading of; undefined for any other line. The same words mean another thing once responses began. */
export function readDocTextHeading(text: string, side: "request" | "response"): Heading | undefined {
  const plain = text.replace(/^#{1,6}\s+/, "");
  const bare = plain.replace(/\s*(?:生成代码|示例|Generate code|Example)(?=\s|$)/g, "").trim();
  return (
    readParameterHeading(bare, side) ??
    readStatusHeading(bare, side) ??
    readPlainHeading(plain, side) ??
    readPlainHeading(plain.replace("生成代码", ""), side)
  );
}

/** `Body 参数 (application/json)`, `Header 参数`, `Query Params`, `响应参数 application/json`, `响应 Body`. */
function readParameterHeading(text: string, side: "request" | "response"): Heading | undefined {
  const found =
    /^(Path|Query|Header|Cookie|Body|响应|Response)\s*(?:参数|Params?|Parameters?|Body)\s*[(（]?\s*([a-z]+\/[\w.+-]+)?\s*[)）]?\s*(?:必[填需]|required)?$/i.exec(
      text,
    );
  if (found === null) return undefined;
  const word = (found[1] ?? "").toLowerCase();
  const mediaType = found[2] === undefined ? {} : { mediaType: found[2] };
  if (word === "响应" || word === "response" || side === "response") return { kind: "response-body", ...mediaType };
  return isLocation(word) ? { kind: word, ...mediaType } : undefined;
}

function isLocation(word: string): word is "path" | "query" | "header" | "cookie" | "body" {
  return word === "path" || word === "query" || word === "header" || word === "cookie" || word === "body";
}

function readStatusHeading(text: string, side: "request" | "response"): Heading | undefined {
  const found = readStatus(text, side);
  if (found === undefined) return undefined;
  const { isExample, ...facts } = found;
  return { kind: isExample ? "response-example" : "response-body", ...facts };
}

function readPlainHeading(text: string, side: "request" | "response"): Heading | undefined {
  // `示例:` with its colon is a label inside of a field.
  const word = text.toLowerCase().trim();
  if (exampleWord.test(word)) return { kind: side === "request" ? "request-example" : "response-example" };
  if (/^(?:原始|raw|json) schema$/.test(word)) return { kind: `${side}-schema` };
  if (side === "response" && /^body\s*(?:\*\/\*|[a-z]+\/[\w.+-]+)?$/.test(word)) return { kind: "response-body" };
  const kind = plainHeadings.get(word);
  if (kind !== undefined) return { kind: side === "request" ? kind : (laterHeadings.get(word) ?? kind) };
  return side === "response" && /^(?:修改于|Modified at|Last modified)/.test(text) ? { kind: "foot" } : undefined;
}

/** Several examples are numbered. */
const exampleWord = /^(?:示例|examples?) ?\d{0,2}$/;

const plainHeadings: ReadonlyMap<string, DocTextKind> = new Map([
  ["请求参数", "request"],
  ["request parameters", "request"],
  ["request", "request"],
  ["请求示例", "request-example"],
  ["request example", "request-example"],
  ["请求示例代码", "code"],
  ["请求示例请求示例", "code"],
  ["示例代码", "code"],
  ["request code samples", "code"],
  ["curl 示例", "code"],
  ["curl example", "code"],
  ["request samples", "code"],
  ["请求头", "header"],
  ["请求头参数", "header"],
  ["request headers", "header"],
  ["路径参数", "path"],
  ["查询参数", "query"],
  ["请求体", "body"],
  ["请求体参数", "body"],
  ["request body", "body"],
  ["返回响应", "response"],
  ["responses", "response"],
  ["response", "response"],
  ["响应示例", "response-example"],
  ["响应示例响应示例", "response-example"],
  ["返回示例", "response-example"],
  ["响应", "response"],
  ["响应格式", "response"],
  ["响应体", "response-body"],
  ["响应字段说明", "response-body"],
  ["响应结构", "response-body"],
  ["响应字段", "response-body"],
  ["response fields", "response-body"],
  ["数据结构", "response-body"],
  ["data schema", "response-body"],
  ["response example", "response-example"],
]);

/** Below the responses, English pages print their samples under the same words. */
const laterHeadings: ReadonlyMap<string, DocTextKind> = new Map([
  ["request", "code"],
  ["response", "response-example"],
]);
