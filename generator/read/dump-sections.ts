import type { Line } from "./split-lines.ts";

/** The sections of a native dump page. */
export type SectionName = "description" | "overview" | "parameters" | "body" | "responses" | "examples";

/** A section: the lines under its heading. */
export interface DumpSection {
  readonly name: SectionName;
  /** Index of the first line under the heading. */
  readonly first: number;
  /** Index behind the last line. */
  readonly end: number;
}

/** The sections of a page, in order; any may be missing. A heading is a line of its own, with or without its Markdown marks. */
export function findDumpSections(lines: readonly Line[]): readonly DumpSection[] {
  const starts: { name: SectionName; line: number }[] = [];
  lines.forEach((line, index) => {
    const name = headings.get(
      line.text
        .replace(/^#{1,6} /, "")
        .trim()
        .toLowerCase(),
    );
    if (name !== undefined) starts.push({ name, line: index });
  });
  return starts.map(({ name, line }, index) => ({
    name,
    first: line + 1,
    end: starts[index + 1]?.line ?? lines.length,
  }));
}

const headings: ReadonlyMap<string, SectionName> = new Map([
  ["说明", "description"],
  ["description", "description"],
  ["概览", "overview"],
  ["overview", "overview"],
  ["参数", "parameters"],
  ["parameters", "parameters"],
  ["请求体", "body"],
  ["request body", "body"],
  ["响应", "responses"],
  ["responses", "responses"],
  ["响应示例", "examples"],
  ["response examples", "examples"],
]);
