import { fromEntries, type JsonObject, objectMember } from "../json.ts";
import { mark, type SourceText } from "../place.ts";
import { readCurlBody } from "./curl-sample.ts";
import { definedEntries } from "./defined-entries.ts";
import type { DocTextField } from "./doc-text-field.ts";
import { readFieldSample, readFieldSchema } from "./doc-text-field-schema.ts";
import { readDocTextFields } from "./doc-text-fields.ts";
import { readGluedField } from "./doc-text-glued-field.ts";
import { findDocTextExample, readDocTextMedia } from "./doc-text-media.ts";
import type { DocTextRequest } from "./doc-text-request.ts";
import { readDocTextResponses } from "./doc-text-responses.ts";
import { readDocTextSchema } from "./doc-text-schema.ts";
import type { DocTextSection } from "./doc-text-sections.ts";
import type { Line } from "./split-lines.ts";

/** The OpenAPI 3.1 operation of a rendered page. */
export function readDocTextOperation(
  sections: readonly DocTextSection[],
  source: SourceText,
  title: string,
  request: DocTextRequest,
): JsonObject {
  const located = splitHead(sections).map((section) => locate(section, request));
  const asked = located.filter(({ kind }) => !kind.startsWith("response"));
  const parameters = asked.flatMap((section) => readParameters(section, source, request));
  return definedEntries([
    ["summary", title],
    ["description", describe(located[0]?.lines ?? [], title)],
    ["parameters", parameters.length > 0 ? parameters : undefined],
    ["requestBody", readRequestBody(located, source, request)],
    ["responses", readDocTextResponses(sections, source)],
  ]);
}

/** A page cut off at its top has fields above its first heading: they are what the lost heading was about. */
function splitHead(sections: readonly DocTextSection[]): readonly DocTextSection[] {
  const [head, ...others] = sections;
  const at = head?.lines.findIndex(
    (line, index) => readGluedField(line.text, head.lines[index + 1]?.text ?? "") !== undefined,
  );
  const hasFields = others.some(({ kind }) => kind === "body" || kind === "query" || kind === "request");
  if (head === undefined || at === undefined || at < 0 || hasFields) return sections;
  return [{ ...head, lines: head.lines.slice(0, at) }, { kind: "request", lines: head.lines.slice(at) }, ...others];
}

/** Fields under a bare 请求参数 go where such fields go: into the query where the method has no body, else into the body. */
function locate(section: DocTextSection, { method }: DocTextRequest): DocTextSection {
  if (section.kind !== "request" || readDocTextFields(section.lines).length === 0) return section;
  return { ...section, kind: /^(?:get|delete|head)$/.test(method) ? "query" : "body" };
}

/** The page's own words above its first heading: no title, no request line, nothing of the site's frame. */
function describe(head: readonly Line[], title: string): string | undefined {
  const start = head.findLastIndex(({ text }, index) => text === title && isMethod(head[index + 1]));
  const own = head
    .slice(start + 1)
    .filter(({ text }) => !repeats(text, title) && /[\s:：。,，]/.test(text) && !frame.test(text));
  return own.length === 0 ? undefined : own.map(({ text }) => text.replace(requestLine, "")).join("\n");
}

/** Where the method has a line below the title, all above is the site's menu. */
function isMethod(line: Line | undefined): boolean {
  return line !== undefined && /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(line.text);
}

/** The title, or the title behind the folder it is in. */
function repeats(text: string, title: string): boolean {
  return text === title || (text.endsWith(title) && !/[:：]/.test(text));
}

/** What sites print above every description: skip links, how to authorize, buttons. */
const frame =
  /^(?:Skip to content|Run in Api|(?:最后修改时间|修改于|Last modified|Modified at)|(?:大约\s?)?\d+ ?(?:秒|分钟|小时|天|个月|年)前$|- |#{1,6} |Authorization\b|在 Header |Add the Authorization|Documentation Index|Fetch the complete|Use this file to|(?:示例|Example)\s*[:：]|(?:请求)?(?:方法|方式|路径|地址|Method|Path|URL|Endpoint)\s*[:：]|(?:GET|POST|PUT|PATCH|DELETE)\s+\S+(?:\s+(?:在线调试.*|Try it.*))?$|https?:\/\/\S+$|\/\S*$)/;

/** The request line, where a crawler put it on one line with the description. */
const requestLine = /^(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https?:\/)?\/\S+\s+/;

function readParameters(section: DocTextSection, source: SourceText, { path }: DocTextRequest): readonly JsonObject[] {
  return readDocTextFields(section.lines).flatMap((field) => {
    const kind = field.location ?? section.kind;
    if (kind !== "path" && kind !== "query" && kind !== "header" && kind !== "cookie") return [];
    const isInPath = kind === "path" || (kind === "query" && path.includes(`{${field.name}}`));
    return [readParameter(field, isInPath ? "path" : kind, source)];
  });
}

function readParameter(field: DocTextField, location: string, source: SourceText): JsonObject {
  const { description, ...schema } = readFieldSchema(field, source);
  const built = definedEntries([
    ["name", field.name],
    ["in", location],
    ["required", location === "path" || field.required === true],
    ["description", description],
    ["schema", schema],
    ["example", readFieldSample(field)],
  ]);
  return mark({ ...built }, { source, start: field.offset });
}

/** Whether all fields of a section say that they are sent elsewhere. */
function saysWhere({ lines }: DocTextSection): boolean {
  const fields = readDocTextFields(lines);
  return fields.length > 0 && fields.every(({ location }) => location !== undefined && location !== "body");
}

/** A body as its section lists it, with the example of its own or of the curl sample; without a section, what the sample sends. */
function readRequestBody(
  sections: readonly DocTextSection[],
  source: SourceText,
  { method }: DocTextRequest,
): JsonObject | undefined {
  const body = sections.find((section) => section.kind === "body" && !saysWhere(section));
  const sent = sections
    .filter(({ kind }) => kind !== "body" && !kind.startsWith("response"))
    .map(({ lines }) => readCurlBody(lines, source))
    .find((sample) => sample !== undefined);
  if (body === undefined && (sent === undefined || method === "get")) return undefined;
  const samples = sections.filter((section) => section.kind === "request-example");
  const own = body === undefined ? undefined : findDocTextExample([...samples, body], source);
  const media = readDocTextMedia(body?.lines ?? [], own ?? sent?.example, source);
  const isEmpty = Object.keys(objectMember(objectMember(media, "schema"), "properties") ?? {}).length === 0;
  const printed =
    readDocTextSchema(
      sections.filter(({ kind }) => kind === "request-schema"),
      source,
    ) ?? (isEmpty ? sent?.schema : undefined);
  const schema = printed === undefined ? {} : { schema: printed };
  const mediaType = body?.mediaType ?? sent?.mediaType ?? "application/json";
  return { content: fromEntries([[mediaType, { ...media, ...schema }]]) };
}
