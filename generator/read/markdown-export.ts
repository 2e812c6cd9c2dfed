import type { Report } from "../diagnostic.ts";
import { fromEntries, type JsonObject } from "../json.ts";
import { mark } from "../place.ts";
import type { SourceDocument } from "../source-document.ts";
import { definedEntries } from "./defined-entries.ts";
import { readExportOperation } from "./export-operation.ts";
import { readExportRows } from "./export-rows.ts";
import { type ExportContext, readExportSchema } from "./export-schema.ts";
import { type ExportKind, type ExportSection, findExportSections } from "./export-sections.ts";
import { addExportValues } from "./export-values.ts";
import { finishDocument } from "./finish-document.ts";
import type { Page, Reader } from "./page.ts";
import { PathLayers } from "./path-layers.ts";
import type { Line } from "./split-lines.ts";

/** Reads Apifox's Markdown export, which widdershins writes: rows marked with `»`, one section per operation. */
export const markdownExportReader: Reader = { format: "markdown-export", read: readMarkdownExport };

function readMarkdownExport(page: Page, report: Report): readonly SourceDocument[] | undefined {
  if (page.json !== undefined || !isExport(page)) return undefined;
  const sections = findExportSections(page.lines);
  const models = new Map(groupBy(sections, "model").map((group) => [group[0]?.title ?? "", group] as const));
  const context: ExportContext = { source: page.source, models: new Set(models.keys()) };
  const layers = new PathLayers();
  for (const group of groupBy(sections, "operation")) {
    const found = readExportOperation(group, context);
    if (found !== undefined) layers.add(found.path, found.method, found.operation);
  }
  const schemas = fromEntries([...models].map(([name, group]) => [name, readModel(group, context)] as const));
  const shell = { title: readTitle(page), servers: readServers(page), schemas };
  return layers.paths().flatMap((paths) => {
    const openapi = mark(assemble(paths, shell), { source: page.source, start: 0 });
    const document = finishDocument(openapi, { format: markdownExportReader.format, source: page.source }, report);
    return document === undefined ? [] : [document];
  });
}

/** The generator's name in the front matter; or, where that was cut off, marked rows under a heading of parameters. */
function isExport(page: Page): boolean {
  const head = page.lines.slice(0, 40).map((line) => line.text);
  if (head.some((text) => /^generator:.*widdershins/.test(text))) return true;
  return (
    page.lines.some((line) => /^\|\s*»/.test(line.text)) && page.lines.some((line) => /^## [A-Z]+ /.test(line.text))
  );
}

/** Sections in groups: each begins with one of a kind and reaches to the next operation, model or first-level heading. */
function groupBy(
  sections: readonly ExportSection[],
  kind: "operation" | "model",
): readonly (readonly ExportSection[])[] {
  const groups: ExportSection[][] = [];
  let current: ExportSection[] | undefined;
  for (const section of sections) {
    if (section.kind === kind) {
      current = [section];
      groups.push(current);
    } else if (section.kind === "operation" || section.kind === "model" || section.kind === "head") current = undefined;
    else current?.push(section);
  }
  return groups;
}

function readModel(group: readonly ExportSection[], context: ExportContext): JsonObject {
  const linesOf = (kind: ExportKind): readonly Line[] =>
    group.filter((section) => section.kind === kind).flatMap((section) => section.lines);
  const root = readExportRows(linesOf("attributes"));
  addExportValues(root, linesOf("values"));
  return readExportSchema(root, context);
}

interface Shell {
  readonly title: string;
  readonly servers: readonly JsonObject[];
  readonly schemas: JsonObject;
}

function assemble(paths: JsonObject, { title, servers, schemas }: Shell): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title, version: "1.0.0" },
    ...definedEntries([["servers", servers.length > 0 ? servers : undefined]]),
    paths,
    components: { schemas },
  };
}

function readTitle(page: Page): string {
  return page.lines.map((line) => /^# (.+)$/.exec(line.text)?.[1]).find((title) => title !== undefined) ?? "";
}

/** `* <a href="https://…">name: https://…</a>` under `Base URLs:`, or the URL beside it. */
function readServers(page: Page): readonly JsonObject[] {
  const start = page.lines.findIndex((line) => /^Base URLs?:/.test(line.text));
  if (start < 0) return [];
  const end = page.lines.findIndex((line, index) => index > start && line.text.startsWith("#"));
  return page.lines.slice(start, end < 0 ? undefined : end).flatMap((line) => {
    const [, url, name] =
      /^[*-] <a href="(https?:\/\/[^"\s]+)">(?:([^<]*?):\s*)?https?:/.exec(line.text) ??
      /^Base URLs?:\s*(https?:\/\/\S+)$/.exec(line.text) ??
      [];
    return url === undefined
      ? []
      : [
          definedEntries([
            ["url", url],
            ["description", name],
          ]),
        ];
  });
}
