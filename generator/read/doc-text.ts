import type { Report } from "../diagnostic.ts";
import { fromEntries, type JsonObject } from "../json.ts";
import { mark } from "../place.ts";
import type { SourceDocument } from "../source-document.ts";
import { readDocTextLines } from "./doc-text-lines.ts";
import { readDocTextOperation } from "./doc-text-operation.ts";
import { type DocTextRequest, readDocTextRequest } from "./doc-text-request.ts";
import { type DocTextKind, type DocTextSection, findDocTextSections } from "./doc-text-sections.ts";
import { findPageTitle } from "./find-page-title.ts";
import { finishDocument } from "./finish-document.ts";
import type { Page, Reader } from "./page.ts";

/** Reads pages as a browser shows them, saved as text: request line, fields with 必需 and 可选, samples. */
export const docTextReader: Reader = { format: "doc-text", read: readDocText };

function readDocText(page: Page, report: Report): readonly SourceDocument[] | undefined {
  if (page.json !== undefined) return undefined;
  const lines = readDocTextLines(page.lines);
  const sections = findDocTextSections(lines);
  if (!isDocText(sections)) return undefined;
  const request = readDocTextRequest(sections);
  if (request === undefined) {
    const place = { file: page.source.path, line: 1, column: 1 };
    report("no-operation", "The page names no method and path.", { place });
    return [];
  }
  const title = findPageTitle(sections[0]?.lines ?? []) ?? request.path;
  const openapi = assemble(page, sections, request, title);
  const document = finishDocument(openapi, { format: docTextReader.format, source: page.source, title }, report);
  return document === undefined ? [] : [document];
}

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
