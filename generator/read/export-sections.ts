import type { Line } from "./split-lines.ts";

/** What a part of a Markdown export is. */
export type ExportKind =
  | "head"
  | "operation"
  | "model"
  | "body-example"
  | "response-example"
  | "parameters"
  | "values"
  | "details"
  | "results"
  | "headers"
  | "structure"
  | "attributes";

/** A part of a Markdown export: a heading or label, and the lines under it. */
export interface ExportSection {
  readonly kind: ExportKind;
  /** Index of its heading in the document. */
  readonly line: Line;
  /** What the heading says besides its kind: method and title, name of the model, status. */
  readonly title: string;
  /** The operation id, of an operation that has one: an anchor above the heading. */
  readonly id?: string;
  /** Name of the group (first-level heading) it stands in. */
  readonly group: string;
  readonly lines: readonly Line[];
}

/** The parts of a Markdown export, in order. */
export function findExportSections(lines: readonly Line[]): readonly ExportSection[] {
  const sections: (ExportSection & { readonly lines: Line[] })[] = [];
  let group = "";
  let id: string | undefined;
  let fenced = false;
  for (const line of lines) {
    if (/^\s*(?:`{3}|~{3})/.test(line.text)) fenced = !fenced;
    const heading = fenced ? undefined : readHeading(line.text.trim());
    const title = fenced ? undefined : /^# (.+)$/.exec(line.text)?.[1];
    if (title !== undefined) group = title.trim();
    const anchor = /^<a id="opId([\w.-]{1,200})"><\/a>$/.exec(line.text.trim())?.[1];
    if (anchor !== undefined) id = anchor;
    if (heading !== undefined) {
      const isNamed = heading.kind === "operation";
      sections.push({ ...heading, ...(isNamed && id !== undefined ? { id } : {}), line, group, lines: [] });
      id = undefined;
    } else if (title !== undefined || sections.length === 0)
      sections.push({ kind: "head", line, title: "", group, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

function readHeading(text: string): { kind: ExportKind; title: string } | undefined {
  const operation = /^## ((?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE)\b.*)$/.exec(text)?.[1];
  if (operation !== undefined) return { kind: "operation", title: operation };
  const model = /^<h2 id="tocS[^"]*">(.*)<\/h2>$/.exec(text)?.[1];
  if (model !== undefined) return { kind: "model", title: model };
  const status = /^(?:状态码|(?:HTTP )?Status Code)\s*\*\*(.+)\*\*$/i.exec(text)?.[1];
  if (status !== undefined) return { kind: "structure", title: status };
  const label = /^> (.*)$/.exec(text)?.[1];
  if (label !== undefined) return { kind: /^Body\b/.test(label) ? "body-example" : "response-example", title: label };
  const kind = headings.get(/^#{3,4} (.*)$/.exec(text)?.[1]?.toLowerCase() ?? "");
  return kind === undefined ? undefined : { kind, title: "" };
}

const headings: ReadonlyMap<string, ExportKind> = new Map([
  ["请求参数", "parameters"],
  ["params", "parameters"],
  ["parameters", "parameters"],
  ["枚举值", "values"],
  ["enum", "values"],
  ["enumerated values", "values"],
  ["详细说明", "details"],
  ["description", "details"],
  ["返回结果", "results"],
  ["responses", "results"],
  ["返回头部 header", "headers"],
  ["返回头部", "headers"],
  ["response headers", "headers"],
  ["返回数据结构", "structure"],
  ["responses data schema", "structure"],
  ["response schema", "structure"],
  ["属性", "attributes"],
  ["attribute", "attributes"],
  ["attributes", "attributes"],
  ["properties", "attributes"],
]);
