import { isTypeText, typePattern } from "./doc-text-type.ts";
import type { Line } from "./split-lines.ts";
import { type Cell, isTableRule, splitCells } from "./table-row.ts";

/** A field as a rendered page prints it. */
export interface DocTextField {
  readonly name: string;
  /** UTF-16 offset of the name in the document. */
  readonly offset: number;
  readonly type: string;
  /** Undefined where the page says neither 必需 nor 可选. */
  readonly required?: boolean;
  /** The lines under it: description, and labels such as 示例值. */
  readonly details: readonly Line[];
}

/**
 * The fields of a section, in each of the layouts that sites and crawlers give them: table rows, rows whose cells are
 * glued together, name and type on one line, or one thing per line.
 */
export function readDocTextFields(lines: readonly Line[]): readonly DocTextField[] {
  const fields: { field: DocTextField; details: Line[]; isRow: boolean }[] = [];
  let columns = defaultColumns;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const header = readHeader(line.text);
    if (header !== undefined) {
      columns = header;
      continue;
    }
    const row = readRow(line, columns);
    const found = row ?? readGlued(line) ?? readNameAndType(line) ?? readPair(line, lines[index + 1]);
    if (found === undefined) {
      // A row of a table has all it says in its cells; what follows the table is about something else.
      const last = fields.at(-1);
      if (last !== undefined && !last.isRow && !isTableRule(line.text)) last.details.push(line);
      continue;
    }
    index += found.lines - 1;
    fields.push({ field: found.field, details: [...found.field.details], isRow: row !== undefined });
  }
  return fields.map(({ field, details }) => takeRequired({ ...field, details }));
}

interface Found {
  readonly field: DocTextField;
  /** How many lines it took. */
  readonly lines: number;
}

type Column = "name" | "type" | "required" | "description" | "other";

const defaultColumns: readonly Column[] = ["name", "type", "required", "description"];

const columnNames: ReadonlyMap<string, Column> = new Map([
  ["参数名", "name"],
  ["参数", "name"],
  ["字段", "name"],
  ["名称", "name"],
  ["parameter", "name"],
  ["name", "name"],
  ["field", "name"],
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

/** The columns of a table's head, also where its cells were glued: `参数名类型必需说明`. */
function readHeader(text: string): readonly Column[] | undefined {
  if (/^(?:参数名?|字段|名称)类型(?:必[需填选])?(?:说明|描述)?$/.test(text)) return defaultColumns;
  const cells = splitCells(text);
  const columns = cells.map((cell) => columnNames.get(cell.text.toLowerCase()) ?? "other");
  return columns.includes("name") && columns.includes("type") ? columns : undefined;
}

function readRow(line: Line, columns: readonly Column[]): Found | undefined {
  if (isTableRule(line.text)) return undefined;
  const cells = splitCells(line.text);
  const cell = (column: Column): Cell | undefined => cells[columns.indexOf(column)];
  const name = cell("name");
  const type = cell("type")?.text.replaceAll("`", "") ?? "";
  if (name === undefined || name.text === "" || !isTypeText(type)) return undefined;
  const required = readRequired(cell("required")?.text ?? "");
  const description = cell("description");
  const field = {
    name: name.text.replaceAll("`", ""),
    offset: line.start + name.offset,
    type,
    ...(required === undefined ? {} : { required }),
    details: description === undefined || description.text === "" ? [] : [cellLine(line, description)],
  };
  return { field, lines: 1 };
}

function cellLine(line: Line, cell: Cell): Line {
  const start = line.start + cell.offset;
  return { text: cell.text, start, end: start + cell.text.length };
}

const requiredWords = "必需|必填|必选|可选|选填|[Rr]equired|[Oo]ptional";

function readRequired(text: string): boolean | undefined {
  if (/^(?:必需|必填|必选|required|是|true|yes|✓|✅)$/i.test(text)) return true;
  return /^(?:可选|选填|optional|否|false|no|✗|❌)$/i.test(text) ? false : undefined;
}

const glued = new RegExp(`(${typePattern})(${requiredWords})(?!项|值|为)`);

/** `num_imagesinteger可选生成图片数量`: the first type that 必需 or 可选 follows at once parts name and description. */
function readGlued(line: Line): Found | undefined {
  const found = glued.exec(line.text);
  const [whole, type, required] = found ?? [];
  if (found === null || whole === undefined || type === undefined || required === undefined) return undefined;
  const name = line.text.slice(0, found.index).trim();
  if (!isName(name)) return undefined;
  return { field: parted(line, name, type, readRequired(required), found.index + whole.length), lines: 1 };
}

const nameAndType = new RegExp(
  `^(\\S+)\\s+(${typePattern}(?:\\s*\\|\\s*${typePattern}){0,6})(?:\\s+(${requiredWords}))?(?=\\s|$)`,
);

/** `prompt string`, perhaps with 必需 and a description behind. */
function readNameAndType(line: Line): Found | undefined {
  const [whole, name, type, required] = nameAndType.exec(line.text) ?? [];
  if (whole === undefined || name === undefined || type === undefined || !isName(name)) return undefined;
  if (whole.length < line.text.length && required === undefined) return undefined;
  return { field: parted(line, name, type, readRequired(required ?? ""), whole.length), lines: 1 };
}

/** A name alone on its line, its type alone on the next. */
function readPair(line: Line, next: Line | undefined): Found | undefined {
  if (next === undefined || !isName(line.text) || isTypeText(line.text)) return undefined;
  const [type = "", required = ""] = next.text.split(new RegExp(`\\s+(?=(?:${requiredWords})$)`));
  if (!isTypeText(type)) return undefined;
  return { field: { ...parted(line, line.text, type, readRequired(required), line.text.length) }, lines: 2 };
}

function parted(line: Line, name: string, type: string, required: boolean | undefined, end: number): DocTextField {
  const rest = line.text.slice(end);
  const start = line.start + end + rest.length - rest.trimStart().length;
  const details = rest.trim() === "" ? [] : [{ text: rest.trim(), start, end: line.end }];
  return { name, offset: line.start, type, ...(required === undefined ? {} : { required }), details };
}

/** Names are short and hold no sentence. */
function isName(text: string): boolean {
  return text.length > 0 && text.length <= 100 && !/[\s。,;:!?，；：！？"'{}()]/.test(text);
}

/** The flag on a line of its own, or at the head of the description. */
function takeRequired(field: DocTextField): DocTextField {
  const [first, ...others] = field.details;
  if (field.required !== undefined || first === undefined) return field;
  const required = readRequired(first.text);
  return required === undefined ? field : { ...field, required, details: others };
}
