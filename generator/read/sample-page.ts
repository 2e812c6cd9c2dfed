import type { Report } from "../diagnostic.ts";
import { fromEntries } from "../json.ts";
import { mark } from "../place.ts";
import type { SourceDocument } from "../source-document.ts";
import { readDocTextLines } from "./doc-text-lines.ts";
import { readDocTextOperation } from "./doc-text-operation.ts";
import { readDocTextRequest } from "./doc-text-request.ts";
import type { DocTextSection } from "./doc-text-sections.ts";
import { finishDocument } from "./finish-document.ts";
import type { Page, Reader } from "./page.ts";
import type { Line } from "./split-lines.ts";

/** Reads pages of which a crawler kept nothing but the code: what is sent, the curl sample, what comes back. */
export const samplePageReader: Reader = { format: "doc-text", read: readSamplePage };

function readSamplePage(page: Page, report: Report): readonly SourceDocument[] | undefined {
  if (page.json !== undefined) return undefined;
  const lines = readDocTextLines(page.lines);
  const sections = beginsWithCode(lines) ? findSamples(lines) : undefined;
  const request = sections === undefined ? undefined : readDocTextRequest(sections);
  if (sections === undefined || request === undefined) return undefined;
  const title = request.path;
  const operation = readDocTextOperation(sections, page.source, title, request);
  const place = { source: page.source, start: request.offset };
  const openapi = {
    openapi: "3.1.0",
    info: { title, version: "1.0.0" },
    ...(request.server === undefined ? {} : { servers: [{ url: request.server }] }),
    paths: fromEntries([[request.path, fromEntries([[request.method, mark({ ...operation }, place)]])]]),
  };
  const facts = { format: samplePageReader.format, source: page.source, title };
  const document = finishDocument(mark(openapi, { source: page.source, start: 0 }), facts, report);
  return document === undefined ? [] : [document];
}

/** Such a page says how to authorize, or nothing at all, before its first sample; or what was said is one line, words stuck together. */
function beginsWithCode(lines: readonly Line[]): boolean {
  const [first, second] = lines;
  const isCode = /^(?:Authorization: \S|[{[]|curl\s)/.test(first?.text ?? "");
  return isCode || (/^curl\s/.test(second?.text ?? "") && second?.start === first?.end);
}

/** The sample of the request, the curl command and the sample of the response; undefined where there is no command. */
function findSamples(lines: readonly Line[]): readonly DocTextSection[] | undefined {
  const curl = lines.findIndex(({ text }) => /^curl\s/.test(text));
  if (curl < 0) return undefined;
  const end = findEnd(lines, curl);
  return [
    { kind: "head", lines: [] },
    { kind: "request-example", lines: lines.slice(0, curl) },
    { kind: "code", lines: lines.slice(curl, end) },
    ...(end < lines.length ? [{ kind: "response-example" as const, lines: lines.slice(end) }] : []),
  ];
}

/** A command ends where JSON begins behind a closed quote, or behind a line that does not go on. */
function findEnd(lines: readonly Line[], curl: number): number {
  const end = lines.findIndex(
    ({ text }, index) => index > curl && /^[{[]/.test(text) && /['"]$/.test(lines[index - 1]?.text ?? ""),
  );
  return end < 0 ? lines.length : end;
}
