import { fromEntries, type Json, type JsonObject } from "../json.ts";
import { mark } from "../place.ts";
import { pageKey } from "../source-document.ts";
import { definedEntries } from "./defined-entries.ts";
import { cutExcerpt } from "./excerpt.ts";
import { type ExportRow, readExportRows } from "./export-rows.ts";
import { type ExportContext, readExportSchema } from "./export-schema.ts";
import type { ExportKind, ExportSection } from "./export-sections.ts";
import { parseExample } from "./parse-example.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Line } from "./split-lines.ts";
import { isTableRule, splitCells } from "./table-row.ts";

/** An operation of a Markdown export, with where it goes. */
export interface ExportOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: JsonObject;
}

/** The operation of a group of sections; undefined when no line under its heading says method and path. */
export function readExportOperation(
  group: readonly ExportSection[],
  context: ExportContext,
): ExportOperation | undefined {
  const [heading] = group;
  const request = heading?.lines
    .map((line) => /^([A-Z]+) (\/\S*|https?:\/\/\S+)\s*$/.exec(line.text))
    .find((found) => found !== null);
  const [, method, path] = request ?? [];
  if (heading === undefined || method === undefined || path === undefined) return undefined;
  const title = heading.title.replace(/^[A-Z]+\s*/, "");
  const root = readExportRows(linesOf(group, "parameters"));
  addValues(root, group);
  const parameters = root.children.filter((row) => /^(?:path|query|header|cookie)$/.test(row.location));
  const operation = definedEntries([
    ["summary", title],
    ["description", describe(heading)],
    ["tags", heading.group === "" ? undefined : [heading.group]],
    ["parameters", parameters.length > 0 ? parameters.map((row) => readParameter(row, context)) : undefined],
    ["requestBody", readBody(root, group, context)],
    ["responses", readResponses(group, context)],
    [pageKey, { title }],
  ]);
  return {
    method: method.toLowerCase(),
    path,
    operation: mark({ ...operation }, { source: context.source, start: heading.line.start }),
  };
}

function linesOf(group: readonly ExportSection[], kind: ExportKind): readonly Line[] {
  return group.filter((section) => section.kind === kind).flatMap((section) => section.lines);
}

function describe(heading: ExportSection): string | undefined {
  const prose = heading.lines.map((line) => line.text).filter((text) => !/^(?:[A-Z]+ \/|<a id=)/.test(text));
  const text = prose.join("\n").trim();
  return text === "" ? undefined : text;
}

/** Value lists stand in a table of their own, one value a row, under the marked name of the field. */
function addValues(root: ExportRow, group: readonly ExportSection[]): void {
  const rows = new Map<string, ExportRow>();
  const pending = [...root.children];
  for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
    rows.set(`${"»".repeat(row.depth - 1)}${row.name}`, row);
    pending.push(...row.children);
  }
  for (const line of valueLines(group)) {
    const [name, value] = isTableRule(line.text) ? [] : splitCells(line.text.trim());
    if (name !== undefined && value !== undefined) rows.get(name.text.replaceAll(" ", ""))?.values.push(value.text);
  }
}

/** Lines of value lists that come before any response. */
function valueLines(group: readonly ExportSection[]): readonly Line[] {
  const responses = group.findIndex(({ kind }) => kind === "results");
  return linesOf(responses < 0 ? group : group.slice(0, responses), "values");
}

function readParameter(row: ExportRow, context: ExportContext): JsonObject {
  const { description, title, ...schema } = readExportSchema(row, context);
  const said = description ?? title;
  const built = definedEntries([
    ["name", row.name],
    ["in", row.location],
    ["required", row.location === "path" || row.required],
    ["description", said],
    ["schema", schema],
  ]);
  return mark({ ...built }, { source: context.source, start: row.offset });
}

function readBody(root: ExportRow, group: readonly ExportSection[], context: ExportContext): JsonObject | undefined {
  const rows = root.children.filter((row) => row.location === "body");
  const section = group.find((candidate) => candidate.kind === "body-example");
  const fence = section === undefined ? undefined : readFence(section.lines);
  const body = rows.find((row) => row.name === "body") ?? rows[0];
  if (body === undefined) return undefined;
  const example = fence === undefined ? undefined : readExample(fence, context);
  const media = definedEntries([
    ["schema", readExportSchema(body, context)],
    ["example", example],
  ]);
  return definedEntries([
    ["required", body.required || undefined],
    ["content", fromEntries([[mediaTypeOf(fence?.language, body), media]])],
  ]);
}

/** Forms are printed as YAML; one with a file in it is a multipart form. */
function mediaTypeOf(language: string | undefined, body: ExportRow): string {
  if (language === "xml") return "application/xml";
  if (language !== "yaml") return "application/json";
  const hasFile = body.children.some((row) => /binary|file/.test(row.type));
  return hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded";
}

function readResponses(group: readonly ExportSection[], context: ExportContext): JsonObject {
  const structures = new Map(
    group
      .filter(({ kind, title }) => kind === "structure" && title !== "")
      .map(({ title, lines }) => [title, lines] as const),
  );
  const examples = readResponseExamples(group, context);
  const rows = linesOf(group, "results").filter((line) => line.text.startsWith("|") && !isTableRule(line.text));
  const responses = new Map<string, JsonObject>();
  for (const line of rows) {
    const [status, , description, model] = splitCells(line.text).map((cell) => cell.text);
    if (status === undefined || !/^(?:\d{3}|default)$/.test(status)) continue;
    const schema = readResponseSchema(model ?? "", structures.get(status), context);
    const media = definedEntries([
      ["schema", schema],
      ["example", examples.get(status)],
    ]);
    const content = Object.keys(media).length === 0 ? {} : { content: { "application/json": media } };
    const built = { description: description === "none" ? "" : (description ?? ""), ...content };
    responses.set(status, mark(built, { source: context.source, start: line.start }));
  }
  return fromEntries(responses);
}

function readResponseSchema(
  model: string,
  lines: readonly Line[] | undefined,
  context: ExportContext,
): JsonObject | undefined {
  if (lines !== undefined) return readExportSchema(readExportRows(lines), context);
  if (/^(?:Inline|None|)$/.test(model)) return undefined;
  return readExportSchema({ ...readExportRows([]), type: model }, context);
}

/** Examples by status: `> 200 Response` says it; a label that is only a name means success. */
function readResponseExamples(group: readonly ExportSection[], context: ExportContext): ReadonlyMap<string, Json> {
  const examples = new Map<string, Json>();
  for (const section of group.filter(({ kind }) => kind === "response-example")) {
    const fence = readFence(section.lines);
    const status = /\b[1-5]\d\d\b/.exec(section.title)?.[0] ?? "200";
    if (fence !== undefined && !examples.has(status)) examples.set(status, readExample(fence, context));
  }
  return examples;
}

interface Fence {
  readonly language: string;
  readonly start: number;
  readonly end: number;
}

function readFence(lines: readonly Line[]): Fence | undefined {
  const first = lines.findIndex((line) => line.text.startsWith("```"));
  const end = lines.findIndex((line, index) => index > first && line.text.startsWith("```"));
  const inside = lines.slice(first + 1, end);
  if (first < 0 || end < 0 || inside.length === 0) return undefined;
  return {
    language: (lines[first]?.text ?? "").slice(3).trim(),
    start: inside[0]?.start ?? 0,
    end: inside.at(-1)?.end ?? 0,
  };
}

function readExample(fence: Fence, { source }: ExportContext): Json {
  const text = source.text.slice(fence.start, fence.end);
  if (fence.language !== "yaml") return parseExample(text, { source, start: fence.start, end: fence.end });
  return parseYaml(cutExcerpt(source, fence.start, fence.end), () => undefined)?.value ?? text;
}
