import { fromEntries, isObject, type Json, type JsonObject } from "../json.ts";
import { mark, type SourceText } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";
import { readDocTextExample } from "./doc-text-example.ts";
import { readFieldSample, readFieldSchema } from "./doc-text-field-schema.ts";
import { readDocTextFields } from "./doc-text-fields.ts";
import type { DocTextSection } from "./doc-text-sections.ts";
import { type FlatField, nestFields } from "./nest-fields.ts";
import type { Line } from "./split-lines.ts";

/** The OpenAPI 3.1 operation of a rendered page. */
export function readDocTextOperation(
  sections: readonly DocTextSection[],
  source: SourceText,
  title: string,
): JsonObject {
  const parameters = sections.flatMap((section) => readParameters(section, source));
  return definedEntries([
    ["summary", title],
    ["description", describe(sections[0]?.lines ?? [], title)],
    ["parameters", parameters.length > 0 ? parameters : undefined],
    ["requestBody", readRequestBody(sections, source)],
    ["responses", readResponses(sections, source)],
  ]);
}

/** The page's own words above its first heading: no title, no request line, nothing of the site's frame. */
function describe(head: readonly Line[], title: string): string | undefined {
  const own = head.filter(({ text }) => text !== title && /[\s:：。,，]/.test(text) && !frame.test(text));
  return own.length === 0 ? undefined : own.map(({ text }) => text.replace(request, "")).join("\n");
}

/** What sites print above every description: skip links, how to authorize, buttons. */
const frame =
  /^(?:Skip to content|- |Authorization\b|在 Header |Add the Authorization|(?:示例|Example)\s*[:：]|(?:GET|POST|PUT|PATCH|DELETE)\s+\S+(?:\s+(?:在线调试.*|Try it.*))?$|https?:\/\/\S+$|\/\S*$)/;

/** The request line, where a crawler put it on one line with the description. */
const request = /^(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https?:\/)?\/\S+\s+/;

function readParameters(section: DocTextSection, source: SourceText): readonly JsonObject[] {
  const { kind } = section;
  if (kind !== "path" && kind !== "query" && kind !== "header" && kind !== "cookie") return [];
  return readDocTextFields(section.lines).map((field) => {
    const { description, ...schema } = readFieldSchema(field, source);
    const built = definedEntries([
      ["name", field.name],
      ["in", kind],
      ["required", kind === "path" || field.required === true],
      ["description", description],
      ["schema", schema],
      ["example", readFieldSample(field)],
    ]);
    return mark({ ...built }, { source, start: field.offset });
  });
}

function readRequestBody(sections: readonly DocTextSection[], source: SourceText): JsonObject | undefined {
  const body = sections.find((section) => section.kind === "body");
  if (body === undefined) return undefined;
  const example = exampleOf(sections, "request-example", source);
  const media = readMedia(body.lines, example, source);
  return { content: fromEntries([[body.mediaType ?? "application/json", media]]) };
}

function readResponses(sections: readonly DocTextSection[], source: SourceText): JsonObject {
  const bodies = sections.filter((section) => section.kind === "response-body");
  const stated = bodies.filter((section) => section.status !== undefined);
  const [only] = stated;
  const status = only?.status ?? "200";
  const example = exampleOf(sections, "response-example", source);
  const lines = bodies.flatMap((section) => section.lines);
  const mediaType = bodies.find((section) => section.mediaType !== undefined)?.mediaType ?? "application/json";
  const content =
    lines.length === 0 && example === undefined
      ? undefined
      : fromEntries([[mediaType, readMedia(lines, example, source)]]);
  const response = definedEntries([
    ["description", only?.name ?? ""],
    ["content", content],
  ]);
  return fromEntries([[status, response]]);
}

function exampleOf(sections: readonly DocTextSection[], kind: string, source: SourceText): Json | undefined {
  const section = sections.find((candidate) => candidate.kind === kind);
  return section === undefined ? undefined : readDocTextExample(section.lines, source);
}

function readMedia(lines: readonly Line[], example: Json | undefined, source: SourceText): JsonObject {
  const fields = readDocTextFields(lines).map(
    (field): FlatField => ({
      name: field.name,
      schema: readFieldSchema(field, source),
      required: field.required === true,
    }),
  );
  const schema =
    fields.length === 0
      ? { type: "object", properties: {} }
      : nestFields(fields, isObject(example) ? example : undefined);
  return definedEntries([
    ["schema", schema],
    ["example", example],
  ]);
}
