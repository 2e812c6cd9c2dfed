import type { JsonObject } from "../json.ts";
import { mark, type SourceText } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";
import { readFieldSample, readFieldSchema } from "./doc-text-field-schema.ts";
import { type DocTextField, readDocTextFields } from "./doc-text-fields.ts";
import { findDocTextExample, readDocTextMedia } from "./doc-text-media.ts";
import type { DocTextRequest } from "./doc-text-request.ts";
import { readDocTextResponses } from "./doc-text-responses.ts";
import type { DocTextSection } from "./doc-text-sections.ts";
import type { Line } from "./split-lines.ts";

/** The OpenAPI 3.1 operation of a rendered page. */
export function readDocTextOperation(
  sections: readonly DocTextSection[],
  source: SourceText,
  title: string,
  request: DocTextRequest,
): JsonObject {
  const located = sections.map((section) => locate(section, request));
  const parameters = located.flatMap((section) => readParameters(section, source, request));
  return definedEntries([
    ["summary", title],
    ["description", describe(sections[0]?.lines ?? [], title)],
    ["parameters", parameters.length > 0 ? parameters : undefined],
    ["requestBody", readRequestBody(located, source)],
    ["responses", readDocTextResponses(sections, source)],
  ]);
}

/** Fields under a bare 请求参数 go where such fields go: into the query where the method has no body, else into the body. */
function locate(section: DocTextSection, { method }: DocTextRequest): DocTextSection {
  if (section.kind !== "request" || readDocTextFields(section.lines).length === 0) return section;
  return { ...section, kind: /^(?:get|delete|head)$/.test(method) ? "query" : "body" };
}

/** The page's own words above its first heading: no title, no request line, nothing of the site's frame. */
function describe(head: readonly Line[], title: string): string | undefined {
  const own = head.filter(({ text }) => text !== title && /[\s:：。,，]/.test(text) && !frame.test(text));
  return own.length === 0 ? undefined : own.map(({ text }) => text.replace(requestLine, "")).join("\n");
}

/** What sites print above every description: skip links, how to authorize, buttons. */
const frame =
  /^(?:Skip to content|- |# |Authorization\b|在 Header |Add the Authorization|Documentation Index|Fetch the complete|Use this file to|(?:示例|Example)\s*[:：]|(?:GET|POST|PUT|PATCH|DELETE)\s+\S+(?:\s+(?:在线调试.*|Try it.*))?$|https?:\/\/\S+$|\/\S*$)/;

/** The request line, where a crawler put it on one line with the description. */
const requestLine = /^(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https?:\/)?\/\S+\s+/;

function readParameters(section: DocTextSection, source: SourceText, { path }: DocTextRequest): readonly JsonObject[] {
  const { kind } = section;
  if (kind !== "path" && kind !== "query" && kind !== "header" && kind !== "cookie") return [];
  return readDocTextFields(section.lines).map((field) => {
    const isInPath = kind === "path" || (kind === "query" && path.includes(`{${field.name}}`));
    return readParameter(field, isInPath ? "path" : kind, source);
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

function readRequestBody(sections: readonly DocTextSection[], source: SourceText): JsonObject | undefined {
  const body = sections.find((section) => section.kind === "body");
  if (body === undefined) return undefined;
  const samples = sections.filter((section) => section.kind === "request-example");
  const example = findDocTextExample([...samples, body], source);
  return { content: { [body.mediaType ?? "application/json"]: readDocTextMedia(body.lines, example, source) } };
}
