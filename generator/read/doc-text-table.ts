import type { DocTextField } from "./doc-text-field.ts";
import { readRequiredWord } from "./doc-text-required.ts";
import { isTypeText } from "./doc-text-type.ts";
import type { Line } from "./split-lines.ts";
import { type Cell, isTableRule, splitCells } from "./table-row.ts";

/** What a column of a table of fields holds. */
export type Column = "name" | "location" | "type" | "required" | "description" | "other";

/** The columns of a table whose head is missing. */
export const defaultColumns: readonly Column[] = ["name", "type", "required", "description"];

const columnNames: ReadonlyMap<string, Column> = new Map([
  ["参数名", "name"],
  ["参数名称", "name"],
  ["字段名", "name"],
  ["parameter name", "name"],
  ["参数", "name"],
  ["字段", "name"],
  ["名称", "name"],
  ["parameter", "name"],
  ["name", "name"],
  ["field", "name"],
  ["位置", "location"],
  ["in", "location"],
  ["location", "location"],
  ["类型", "type"],
  ["type", "type"],
  ["必需", "required"],
  ["必填", "required"],
  ["必选", "required"],
  ["required", "required"],
  ["说明", "description"],
  ["描述", "description"],
  ["description", "description"],
]);

/** Whether a line is the head of a table of fields. */
export function isFieldTableHead(text: string): boolean {
  return readTableHead(text) !== undefined;
}

/** The columns of a table's head, also where its cells were glued: `参数名类型必需说明`. */
export function readTableHead(text: string): readonly Column[] | undefined {
  if (/^(?:Parameter(?: Name)?|Name|Field)Type(?:Required)?(?:Title)?(?:Description)?(?:Example)?$/.test(text))
    return defaultColumns;
  if (/^(?:参数(?:名称?)?|字段名?|名称)类型(?:必[需填选])?(?:说明|描述)?$/.test(text)) return defaultColumns;
  const cells = splitCells(text);
  const columns = cells.map((cell) => columnNames.get(cell.text.toLowerCase()) ?? "other");
  return columns.includes("name") && columns.includes("type") ? columns : undefined;
}

/** The field of a row of a table; undefined for lines that are none. */
export function readTableRow(line: Line, columns: readonly Column[]): DocTextField | undefined {
  if (isTableRule(line.text)) return undefined;
  const cells = joinTypeCells(splitCells(line.text), columns);
  const cell = (column: Column): Cell | undefined => cells[columns.indexOf(column)];
  const name = cell("name");
  const type = cell("type")?.text.replaceAll("`", "") ?? "";
  if (name === undefined || name.text === "" || !isTypeText(type)) return undefined;
  const required = readRequiredWord(cell("required")?.text ?? "");
  const description = cell("description");
  const location = locations.get(cell("location")?.text.toLowerCase() ?? "") ?? headerNamed(name.text);
  return {
    name: name.text.replaceAll("`", ""),
    offset: line.start + name.offset,
    type,
    ...(required === undefined ? {} : { required }),
    ...(location === undefined ? {} : { location }),
    details: description === undefined || /^(?:-|none)?$/.test(description.text) ? [] : [cellLine(line, description)],
  };
}

/** A table without a heading mixes what each request sends with what this one does. */
function headerNamed(name: string): "header" | undefined {
  return /^(?:Authorization|Content-Type|Accept)$/.test(name) ? "header" : undefined;
}

const locations: ReadonlyMap<string, NonNullable<DocTextField["location"]>> = new Map([
  ["path", "path"],
  ["query", "query"],
  ["header", "header"],
  ["cookie", "cookie"],
  ["body", "body"],
]);

/** `string | null` is one type, though its pipe looks like the border of a cell. */
function joinTypeCells(cells: readonly Cell[], columns: readonly Column[]): readonly Cell[] {
  const at = columns.indexOf("type");
  const [first, second] = [cells[at], cells[at + 1]];
  if (cells.length <= columns.length || first === undefined || second === undefined) return cells;
  if (!isTypeText(first.text) || !isTypeText(second.text)) return cells;
  return cells.toSpliced(at, 2, { text: `${first.text} | ${second.text}`, offset: first.offset });
}

function cellLine(line: Line, cell: Cell): Line {
  const start = line.start + cell.offset;
  return { text: cell.text, start, end: start + cell.text.length };
}
