import { fromEntries, isObject, type JsonObject } from "../json.ts";
import { mark } from "../place.ts";
import { pageKey } from "../source-document.ts";
import { definedEntries } from "./defined-entries.ts";
import { readFence, readFenceExample } from "./export-fence.ts";
import { readExportResponses } from "./export-responses.ts";
import { type ExportRow, readExportRows } from "./export-rows.ts";
import { type ExportContext, readExportSchema } from "./export-schema.ts";
import type { ExportKind, ExportSection } from "./export-sections.ts";
import { addExportValues } from "./export-values.ts";
import { readNativePath } from "./native-path.ts";
import type { Line } from "./split-lines.ts";

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
  const stated = /^[A-Z]+/.exec(heading?.title ?? "")?.[0];
  const request = heading?.lines
    .map((line) => /^([A-Z]+) (\S+)\s*$/.exec(line.text))
    .find((found) => found !== null && (found[1] === stated || found[2]?.includes("/") === true));
  const [, method, target] = request ?? [];
  if (heading === undefined || method === undefined || target === undefined) return undefined;
  const path = /^(?:\/|https?:\/\/)/.test(target) ? target : readNativePath(target).path;
  const title = heading.title.replace(/^[A-Z]+\s*/, "");
  const root = readExportRows(linesOf(group, "parameters"));
  addExportValues(root, valueLines(group));
  const parameters = root.children.filter((row) => /^(?:path|query|header|cookie)$/.test(row.location));
  const operation = definedEntries([
    ["operationId", heading.id],
    ["summary", title],
    ["description", describe(heading)],
    ["tags", heading.group === "" ? undefined : [heading.group]],
    ["parameters", parameters.length > 0 ? parameters.map((row) => readParameter(row, context)) : undefined],
    ["requestBody", readBody(root, group, context)],
    ["responses", readExportResponses(group, context)],
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
  const prose = heading.lines
    .map((line) => line.text)
    .filter((text) => !/^(?:[A-Z]+ \/|<a id=|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE) \S+\s*$)/.test(text));
  const text = prose.join("\n").trim();
  return text === "" ? undefined : text;
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
  const example = fence === undefined ? undefined : readFenceExample(fence, context.source);
  // A form whose fields nobody described is a `string`: its example says more.
  const isForm = isObject(example) && body.type === "string" && body.children.length === 0;
  const media = definedEntries([
    ["schema", isForm ? undefined : readExportSchema(body, context)],
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
