import type { Report } from "../diagnostic.ts";
import { fromEntries, type JsonObject } from "../json.ts";
import { mark, placeAt } from "../place.ts";
import type { SourceDocument } from "../source-document.ts";
import { quote } from "../terminal-text.ts";
import { readDocTextLines } from "./doc-text-lines.ts";
import { readDocTextOperation } from "./doc-text-operation.ts";
import { methodLine, splitDocTextPages } from "./doc-text-pages.ts";
import { type DocTextRequest, readDocTextRequest } from "./doc-text-request.ts";
import { type DocTextKind, type DocTextSection, findDocTextSections } from "./doc-text-sections.ts";
import { findFrontMatter } from "./find-front-matter.ts";
import { findPageTitle } from "./find-page-title.ts";
import { finishDocument } from "./finish-document.ts";
import type { Page, Reader } from "./page.ts";
import type { Line } from "./split-lines.ts";
import { findTableSections } from "./table-sections.ts";

/** Reads pages as a browser shows them, saved as text: request line, fields with 必需 and 可选, samples. */
export const docTextReader: Reader = { format: "doc-text", read: readDocText };

function readDocText(page: Page, report: Report): readonly SourceDocument[] | undefined {
  if (page.json !== undefined) return undefined;
  const matter = findFrontMatter(page.lines);
  const lines = readDocTextLines(page.lines.slice(matter.end));
  if (!isDocText(findDocTextSections(lines))) {
    const sections = findTableSections(lines);
    return sections === undefined ? undefined : readDocTextPage(sections, page, matter.title, report);
  }
  const pages = splitDocTextPages(lines);
  const title = pages.length === 1 ? matter.title : undefined;
  return pages.flatMap((own) => readDocTextPage(findDocTextSections(own), page, title, report));
}

function readDocTextPage(
  sections: readonly DocTextSection[],
  page: Page,
  known: string | undefined,
  report: Report,
): readonly SourceDocument[] {
  const request = readDocTextRequest(sections);
  const start = sections.flatMap(({ lines }) => lines)[0]?.start ?? 0;
  if (request === undefined) {
    const name = findPageTitle(sections[0]?.lines ?? []);
    const which = name === undefined ? "The page" : `The page ${quote(name)}`;
    report("no-operation", `${which} names no method and path.`, { place: placeAt(page.source, start) });
    return [];
  }
  const title = known ?? findTitle(sections[0]?.lines ?? []) ?? request.path;
  const openapi = assemble(page, sections, request, title);
  const facts = { format: docTextReader.format, source: page.source, title, start };
  const document = finishDocument(openapi, facts, report);
  return document === undefined ? [] : [document];
}

/** Where method and target have a line each, the title stands above them, and folders stand above it. */
function findTitle(head: readonly Line[]): string | undefined {
  const methods = head.flatMap(({ text }, index) => (methodLine.test(text) ? [index] : []));
  const method =
    methods.find((index) => /^(?:https?:\/\/|\/|\{\{)/.test(head[index + 1]?.text ?? "")) ?? methods[0] ?? 0;
  const above = head.slice(0, method).filter(({ text }) => !state.test(text));
  const isHeaded = head.some(({ text }) => /^# /.test(text));
  return (isHeaded ? undefined : findPageTitle(above.slice(-1))) ?? findPageTitle(head);
}

/** What a page says of its API's progress, beside the title, and the buttons there. */
const state =
  /^(?:复制页面|Copy Page|设计中|待确定|开发中|联调中|测试中|已测试|已发布|将废弃|已废弃|有异常|Designing|Pending|Developing|Integrating|Testing|Tested|Released|Deprecated|Obsolete)$/i;

/** A heading of parameters, of a body or of responses is what such pages have in common. */
function isDocText(sections: readonly DocTextSection[]): boolean {
  const telling: readonly DocTextKind[] = ["request", "path", "query", "header", "body", "response"];
  return sections.some((section) => telling.includes(section.kind));
}

function assemble(page: Page, sections: readonly DocTextSection[], request: DocTextRequest, title: string): JsonObject {
  const operation = readDocTextOperation(sections, page.source, title, request);
  const item = fromEntries([[request.method, mark({ ...operation }, { source: page.source, start: request.offset })]]);
  const openapi = {
    openapi: "3.1.0",
    info: { title, version: "1.0.0" },
    ...(request.server === undefined ? {} : { servers: [{ url: request.server }] }),
    paths: fromEntries([[request.path, item]]),
  };
  return mark(openapi, { source: page.source, start: 0 });
}
