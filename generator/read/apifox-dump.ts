import type { Report } from "../diagnostic.ts";
import { fromEntries, isObject, type Json, type JsonObject } from "../json.ts";
import { mark } from "../place.ts";
import { pageKey, type SourceDocument } from "../source-document.ts";
import { definedEntries } from "./defined-entries.ts";
import { readDumpOverview } from "./dump-overview.ts";
import { type DumpSection, findDumpSections, type SectionName } from "./dump-sections.ts";
import { findPageTitle } from "./find-page-title.ts";
import { finishDocument } from "./finish-document.ts";
import { readNativeOperation } from "./native-operation.ts";
import type { Page, Reader } from "./page.ts";
import { readDumpJson } from "./read-dump-json.ts";

/** Reads pages that print Apifox's native JSON under 概览, 参数, 请求体, 响应 and 响应示例. */
export const apifoxDumpReader: Reader = { format: "apifox-dump", read: readApifoxDump };

function readApifoxDump(page: Page, report: Report): readonly SourceDocument[] | undefined {
  if (page.json !== undefined) return undefined;
  const sections = findDumpSections(page.lines);
  if (!isDump(sections)) return undefined;
  const overview = readDumpOverview(page.lines, sections);
  const start = page.lines[0]?.start ?? 0;
  if (overview === undefined) {
    report("no-operation", "The page names no method and path.", {
      place: { file: page.source.path, line: 1, column: 1 },
    });
    return [];
  }
  const title = findPageTitle(page.lines.slice(0, sections[0]?.first ?? 0)) ?? overview.path;
  const api = readApi(page, sections, title, report);
  const operation = { ...readNativeOperation(api), [pageKey]: { title } };
  const item = fromEntries([[overview.method, mark(operation, { source: page.source, start: overview.offset })]]);
  const openapi = { openapi: "3.1.0", info: { title, version: "1.0.0" }, paths: fromEntries([[overview.path, item]]) };
  const facts = { format: apifoxDumpReader.format, source: page.source, title, start };
  const document = finishDocument(mark(openapi, { source: page.source, start }), facts, report);
  return document === undefined ? [] : [document];
}

/** The overview and one section of JSON are enough: sections may be missing. */
function isDump(sections: readonly DumpSection[]): boolean {
  const names = new Set(sections.map((section) => section.name));
  return names.has("overview") && (names.has("parameters") || names.has("body") || names.has("responses"));
}

/** The sections put together as one API in native form. */
function readApi(page: Page, sections: readonly DumpSection[], title: string, report: Report): JsonObject {
  const json = (name: SectionName): Json | undefined => {
    const section = sections.find((candidate) => candidate.name === name);
    return section === undefined ? undefined : readDumpJson(page, section, report);
  };
  const body = json("body");
  return definedEntries([
    ["name", title],
    ["description", describe(page, sections)],
    ["parameters", json("parameters")],
    ["requestBody", isObject(body) ? body : undefined],
    ["responses", json("responses")],
    ["responseExamples", json("examples")],
  ]);
}

/** What stands under 说明, without the lines of a site that only repeat its heading. */
function describe(page: Page, sections: readonly DumpSection[]): string | undefined {
  const section = sections.find(({ name }) => name === "description");
  if (section === undefined) return undefined;
  const text = page.lines
    .slice(section.first, section.end)
    .map((line) => line.text)
    .join("\n")
    .trim();
  return text === "" ? undefined : text;
}
