import { fromEntries, type JsonObject } from "../json.ts";
import { mark } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";
import { type Fence, readFence, readFenceExample } from "./export-fence.ts";
import { readExportRows } from "./export-rows.ts";
import { type ExportContext, readExportSchema } from "./export-schema.ts";
import type { ExportKind, ExportSection } from "./export-sections.ts";
import { addExportValues } from "./export-values.ts";
import type { Line } from "./split-lines.ts";
import { isTableRule, splitCells } from "./table-row.ts";

/** The responses of an operation of a Markdown export: a row each, with structure, headers and example of their own. */
export function readExportResponses(group: readonly ExportSection[], context: ExportContext): JsonObject {
  const rows = readResultRows(group);
  const structures = readStructures(group, context);
  const headers = readHeaders(group);
  const examples = findExamples(group, rows);
  const responses = new Map<string, JsonObject>();
  for (const { status, description, model, line } of rows) {
    const fence = examples.get(status);
    const media = definedEntries([
      ["schema", structures.get(status) ?? readModelSchema(model, context)],
      ["example", fence === undefined ? undefined : readFenceExample(fence, context.source)],
    ]);
    const mediaType = fence?.language === "xml" ? "application/xml" : "application/json";
    const built = definedEntries([
      ["description", description],
      ["headers", headers.get(status)],
      ["content", Object.keys(media).length === 0 ? undefined : { [mediaType]: media }],
    ]);
    responses.set(status, mark({ ...built }, { source: context.source, start: line.start }));
  }
  return fromEntries(responses);
}

interface ResultRow {
  readonly status: string;
  readonly description: string;
  /** The model that answers, or a word such as `Inline`. */
  readonly model: string;
  readonly line: Line;
}

function readResultRows(group: readonly ExportSection[]): readonly ResultRow[] {
  return rowsOf(group, "results").flatMap(([cells, line]) => {
    const [status = "", , description = "", model = ""] = cells;
    if (!/^(?:\d{3}|default)$/.test(status)) return [];
    return [{ status, description: description === "none" ? "" : description, model, line }];
  });
}

function rowsOf(
  group: readonly ExportSection[],
  kind: ExportKind,
): readonly (readonly [cells: readonly string[], line: Line])[] {
  const lines = group.filter((section) => section.kind === kind).flatMap((section) => section.lines);
  return lines
    .filter(({ text }) => text.startsWith("|") && !isTableRule(text))
    .map((line) => [splitCells(line.text).map((cell) => cell.text), line] as const);
}

/** `状态码 **200**` heads a table of fields, and perhaps one of their values below it. */
function readStructures(group: readonly ExportSection[], context: ExportContext): ReadonlyMap<string, JsonObject> {
  const structures = new Map<string, JsonObject>();
  for (const [index, { kind, title, lines }] of group.entries()) {
    if (kind !== "structure" || title === "") continue;
    const next = group.findIndex((section, at) => at > index && section.kind !== "values");
    const values = group.slice(index + 1, next < 0 ? group.length : next).flatMap((section) => section.lines);
    const root = readExportRows(lines);
    addExportValues(root, values);
    structures.set(title, readExportSchema(root, context));
  }
  return structures;
}

function readModelSchema(model: string, context: ExportContext): JsonObject | undefined {
  if (/^(?:Inline|None|)$/.test(model)) return undefined;
  return readExportSchema({ ...readExportRows([]), type: model }, context);
}

/** `|200|Set-Cookie|string||none|` under 返回头部 Header. */
function readHeaders(group: readonly ExportSection[]): ReadonlyMap<string, JsonObject> {
  const headers = new Map<string, JsonObject>();
  for (const [[status = "", name = "", type = "", , said = ""]] of rowsOf(group, "headers")) {
    if (!/^(?:\d{3}|default)$/.test(status) || name === "") continue;
    const schema = /^(?:string|integer|number|boolean|array|object)$/.test(type) ? { type } : {};
    const header = definedEntries([
      ["description", said === "none" || said === "" ? undefined : said],
      ["schema", schema],
    ]);
    headers.set(status, { ...headers.get(status), ...fromEntries([[name, header]]) });
  }
  return headers;
}

/** Examples by status: `> 200 Response` says it, `> 请求有误` is what the row of 400 is called; any other label means success. */
function findExamples(group: readonly ExportSection[], rows: readonly ResultRow[]): ReadonlyMap<string, Fence> {
  const examples = new Map<string, Fence>();
  const success = rows.find(({ status }) => status.startsWith("2"))?.status ?? "200";
  for (const { kind, title, lines } of group) {
    if (kind !== "response-example") continue;
    const fence = readFence(lines);
    const named = rows.find(({ description }) => description !== "" && description === title.trim());
    const status = /\b[1-5]\d\d\b/.exec(title)?.[0] ?? named?.status ?? success;
    if (fence !== undefined && !examples.has(status)) examples.set(status, fence);
  }
  return examples;
}
