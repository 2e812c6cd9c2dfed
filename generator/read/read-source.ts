import { collectInto, type Diagnostic, type Report } from "../diagnostic.ts";
import type { SourceText } from "../place.ts";
import type { SourceDocument } from "../source-document.ts";
import { apifoxDumpReader } from "./apifox-dump.ts";
import { apifoxPageReader } from "./apifox-page.ts";
import { apifoxProjectReader } from "./apifox-project.ts";
import { countIndexedPages } from "./count-indexed-pages.ts";
import { decodeText } from "./decode-text.ts";
import { docTextReader } from "./doc-text.ts";
import { evenLayout } from "./even-layout.ts";
import { cutExcerpt } from "./excerpt.ts";
import { guidePageReader } from "./guide-page.ts";
import { isProse } from "./is-prose.ts";
import { maxLines } from "./limits.ts";
import { longTextReader } from "./long-text.ts";
import { markdownExportReader } from "./markdown-export.ts";
import { openapiReader } from "./openapi.ts";
import type { Page, Reader } from "./page.ts";
import { parseJson } from "./parse-json.ts";
import { reportTooManyLines } from "./report-too-many-lines.ts";
import { samplePageReader } from "./sample-page.ts";
import { splitLines } from "./split-lines.ts";

/** What reading one file gave. */
export interface ReadResult {
  /** One per page of the file; empty when it holds no operation or cannot be read. */
  readonly documents: readonly SourceDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The readers, in the order they are asked: the surest sign first. */
const readers: readonly Reader[] = [
  apifoxProjectReader,
  openapiReader,
  longTextReader,
  markdownExportReader,
  apifoxPageReader,
  apifoxDumpReader,
  guidePageReader,
  docTextReader,
  samplePageReader,
];

/** What a file of documentation says. The shape is told by its content; `path` serves diagnostics only. */
export function readSource(file: { readonly path: string; readonly bytes: Uint8Array }): ReadResult {
  const diagnostics: Diagnostic[] = [];
  const report = collectInto(diagnostics);
  const source = decodeText(file.path, file.bytes, report);
  const documents = source === undefined ? [] : readPage(source, report);
  return { documents, diagnostics };
}

function readPage(source: SourceText, report: Report): readonly SourceDocument[] {
  const page = openPage(source, report);
  if (page === undefined) return [];
  for (const reader of readers) {
    const documents = reader.read(page, report);
    if (documents !== undefined) return documents;
  }
  reportUnread(page, report);
  return [];
}

/** JSON is parsed once, before any reader is asked, and needs no lines; undefined when the document cannot be opened. */
function openPage(received: SourceText, report: Report): Page | undefined {
  if (isJson(received.text)) {
    const parsed = parseJson(cutExcerpt(received), report);
    return parsed === undefined ? undefined : { source: received, lines: [], json: parsed.value };
  }
  const source = evenLayout(received);
  const lines = splitLines(source, maxLines + 1);
  if (lines.length <= maxLines) return { source, lines };
  reportTooManyLines(source, maxLines, report);
  return undefined;
}

/** No line of JSON begins with a command: what begins like JSON and has one is a page of samples. */
function isJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[{\]"[])/.test(text) && !/^(?:[}\]]\s*)?curl\s/m.test(text);
}

function reportUnread(page: Page, report: Report): void {
  const place = { file: page.source.path, line: 1, column: 1 };
  const pages = countIndexedPages(page);
  if (pages !== undefined) {
    report("page-index", `The file is an index of ${pages} pages.`, {
      place,
      hint: "Put the pages it names beside it.",
    });
    return;
  }
  if (isProse(page)) {
    report("no-operation", "The page describes no operation.", { place });
    return;
  }
  report("unknown-format", "No reader knows the shape of this document.", {
    place,
    hint:
      "Docket reads: OpenAPI 3 or Swagger 2 (YAML or JSON), pages of Apifox and Apidog with their OpenAPI block, " +
      "Apifox's own JSON (概览, 参数, 请求体, 响应), a rendered page as text, project exports (.apifox.json), " +
      "and the Markdown export.",
  });
}
