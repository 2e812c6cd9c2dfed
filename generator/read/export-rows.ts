import { maxFieldDepth } from "./limits.ts";
import type { Line } from "./split-lines.ts";
import { type Cell, isTableRule, splitCells } from "./table-row.ts";

/** A row of a parameter or attribute table, with the rows below it that are inside of it. */
export interface ExportRow {
  readonly name: string;
  /** UTF-16 offset of the name in the document. */
  readonly offset: number;
  /** Number of `»` before the name. */
  readonly depth: number;
  readonly location: string;
  readonly type: string;
  readonly required: boolean;
  readonly title: string;
  readonly description: string;
  readonly restriction: string;
  /** How its alternatives combine, where it has any (rows named `*anonymous*`). */
  combinator: "oneOf" | "anyOf" | "allOf" | undefined;
  readonly values: string[];
  readonly children: ExportRow[];
}

/** The rows of the tables among some lines, as a tree: depth is told by `»`. The root holds the rows without any. */
export function readExportRows(lines: readonly Line[]): ExportRow {
  const root = emptyRow();
  const open: ExportRow[] = [root];
  let columns: readonly Column[] = [];
  for (const line of lines) {
    const combinator = combinators.get(line.text.trim().replace(/^\*|\*$/g, ""));
    if (combinator !== undefined) (open.at(-1) ?? root).combinator ??= combinator;
    const cells = line.text.trimStart().startsWith("|") && !isTableRule(line.text) ? splitCells(line.text.trim()) : [];
    if (cells.length === 0) continue;
    const header = readHeader(cells);
    if (header !== undefined) columns = header;
    else if (columns.length > 0) place(readRow(line, cells, columns), open);
  }
  return root;
}

/** Puts a row under the last one that is less deep. */
function place(row: ExportRow, open: ExportRow[]): void {
  while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= row.depth) open.pop();
  open.at(-1)?.children.push(row);
  open.push(row);
}

/** `xor` and `or` part the alternatives that `oneOf` and `anyOf` announced. */
const combinators: ReadonlyMap<string, "oneOf" | "anyOf" | "allOf"> = new Map([
  ["oneOf", "oneOf"],
  ["anyOf", "anyOf"],
  ["allOf", "allOf"],
]);

type Column = "name" | "location" | "type" | "required" | "restriction" | "title" | "description" | "other";

const columnNames: ReadonlyMap<string, Column> = new Map([
  ["名称", "name"],
  ["name", "name"],
  ["位置", "location"],
  ["location", "location"],
  ["in", "location"],
  ["类型", "type"],
  ["type", "type"],
  ["必选", "required"],
  ["required", "required"],
  ["约束", "restriction"],
  ["restrictions", "restriction"],
  ["中文名", "title"],
  ["title", "title"],
  ["说明", "description"],
  ["description", "description"],
]);

function readHeader(cells: readonly Cell[]): readonly Column[] | undefined {
  const columns = cells.map((cell) => columnNames.get(cell.text.toLowerCase()) ?? "other");
  return columns.includes("name") && columns.includes("type") ? columns : undefined;
}

function readRow(line: Line, cells: readonly Cell[], columns: readonly Column[]): ExportRow {
  const text = (column: Column): string => cells[columns.indexOf(column)]?.text ?? "";
  const name = text("name");
  const depth = Math.min(/^»*/.exec(name)?.[0].length ?? 0, maxFieldDepth);
  return {
    ...emptyRow(),
    name: name.replace(/^»+/, "").trim(),
    offset: line.start + line.text.indexOf(name),
    // The root stands above rows without any mark.
    depth: depth + 1,
    location: text("location").toLowerCase(),
    type: text("type"),
    required: /^(?:是|true|yes)$/i.test(text("required")),
    title: known(text("title")),
    description: known(text("description")),
    restriction: text("restriction"),
  };
}

function emptyRow(): ExportRow {
  return {
    ...{ name: "", offset: 0, depth: 0, location: "", type: "object", required: false },
    ...{ title: "", description: "", restriction: "", combinator: undefined, values: [], children: [] },
  };
}

/** The export writes `none` where there is nothing. */
function known(text: string): string {
  return text === "none" ? "" : text;
}
