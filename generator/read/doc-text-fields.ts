import type { DocTextField } from "./doc-text-field.ts";
import { type GluedField, isName, readGluedField } from "./doc-text-glued-field.ts";
import { readRequiredWord, requiredWords } from "./doc-text-required.ts";
import { defaultColumns, readTableHead, readTableRow } from "./doc-text-table.ts";
import { isTypeText, typePattern } from "./doc-text-type.ts";
import { readNestingMark } from "./nesting-mark.ts";
import type { Line } from "./split-lines.ts";
import { isTableRule } from "./table-row.ts";

/**
 * The fields of a section, in each of the layouts that sites and crawlers give them: table rows, rows whose cells are
 * glued together, name and type on one line, or one thing per line.
 */
export function readDocTextFields(lines: readonly Line[]): readonly DocTextField[] {
  const fields: OpenField[] = [];
  let columns = defaultColumns;
  for (let index = 0; index < lines.length; index += 1) {
    const received = lines[index];
    if (received === undefined) break;
    const { line, depth } = takeMark(received);
    const header = readTableHead(line.text);
    if (header !== undefined) {
      columns = header;
      continue;
    }
    const last = fields.at(-1);
    const next = lines[index + 1];
    if (last !== undefined && isValue(line, lines[index - 1])) {
      last.details.push(line);
      continue;
    }
    if (isNameless(line, next)) {
      if (last !== undefined) last.field = { ...last.field, type: fillItems(last.field.type, line.text) };
      index += 1;
      continue;
    }
    const field = readTableRow(line, columns);
    const row = field === undefined ? undefined : { field, lines: 1 };
    const found =
      row ?? readGlued(line, next) ?? readNameAndType(line, next, last) ?? readPair(line, lines, index, last);
    if (found === undefined) {
      // A row of a table has all it says in its cells; what follows the table is about something else.
      if (last !== undefined && !last.isRow && !isTableRule(line.text)) last.details.push(line);
      continue;
    }
    index += found.lines - 1;
    fields.push({
      field: depth > 0 ? { ...found.field, depth } : found.field,
      details: [...found.field.details],
      isRow: row !== undefined,
      isTall: found.lines === 3,
    });
  }
  return fields.map(({ field, details }) => takeRequired({ ...field, details }));
}

/** What stands below `示例值:` and cannot be a name is that value, even where a type follows. */
function isValue(line: Line, above: Line | undefined): boolean {
  return (
    /^(?:示例值?|默认值|Examples?|Default)[:：]$/.test(above?.text ?? "") && !/^[A-Za-z_$][\w$.-]*$/.test(line.text)
  );
}

/** A line without the mark that its field's name has. */
function takeMark(line: Line): { readonly line: Line; readonly depth: number } {
  const pipe = line.text.startsWith("|") ? 1 : 0;
  const { depth, length } = readNestingMark(line.text.slice(pipe));
  const from = pipe + length;
  return depth === 0
    ? { line, depth }
    : { line: { ...line, text: line.text.slice(from), start: line.start + from }, depth };
}

interface OpenField {
  field: DocTextField;
  readonly details: Line[];
  readonly isRow: boolean;
  /** Whether its name, its type and its flag had a line each. */
  readonly isTall: boolean;
}

interface Found {
  readonly field: DocTextField;
  /** How many lines it took. */
  readonly lines: number;
}

function readGlued(line: Line, next: Line | undefined): Found | undefined {
  const found = readGluedField(line.text, next?.text ?? "");
  return found === undefined ? undefined : { field: parted(line, found), lines: found.lines };
}

const nameAndType = new RegExp(
  `^(\\S+)\\s+(${typePattern}(?:\\s*\\|\\s*${typePattern}){0,6})(?:\\s+(${requiredWords}))?(?=\\s|$)`,
);

/** `prompt string`, perhaps with 必需 and a description behind. */
function readNameAndType(line: Line, next: Line | undefined, last: OpenField | undefined): Found | undefined {
  const [whole, name, type, required] = nameAndType.exec(line.text) ?? [];
  if (whole === undefined || name === undefined || type === undefined || !isName(name)) return undefined;
  if (whole.length < line.text.length && required === undefined) return undefined;
  // Where fields have three lines, `Sequence number` alone describes the one above.
  if (last?.isTall && required === undefined && readRequiredWord(next?.text ?? "") === undefined) return undefined;
  const flag = readRequiredWord(required ?? "");
  return { field: parted(line, { name, type, required: flag, from: whole.length, to: line.text.length }), lines: 1 };
}

/** A name alone on its line, its type alone on the next, perhaps 必需 or 可选 on the one after it. */
function readPair(line: Line, lines: readonly Line[], index: number, last: OpenField | undefined): Found | undefined {
  const next = lines[index + 1];
  if (next === undefined || !isName(line.text)) return undefined;
  const flag = readRequiredWord(lines[index + 2]?.text ?? "");
  // `object` and `file` are names too: what has a type below and a flag below that.
  if (isTypeText(line.text) && flag === undefined) return undefined;
  if (readRequiredWord(line.text) !== undefined && last?.field.required === undefined) return undefined;
  const [type = "", word = ""] = next.text.split(new RegExp(`\\s+(?=(?:${requiredWords})$)`));
  if (!isTypeText(type)) return undefined;
  const below = word === "" ? flag : undefined;
  const required = below ?? readRequiredWord(word);
  const field = parted(line, { name: line.text, type, required, from: line.text.length, to: line.text.length });
  return { field, lines: below === undefined ? 2 : 3 };
}

/** Items of a list have a type and a flag, and no name. */
function isNameless(line: Line, next: Line | undefined): boolean {
  return next !== undefined && isTypeText(line.text) && readRequiredWord(next.text) !== undefined;
}

/** What the items of the innermost list are, where its own line does not say. */
function fillItems(type: string, items: string): string {
  return type.replace(/array(?=\]*$)/, `array[${items}]`);
}

function parted(line: Line, found: Omit<GluedField, "lines">): DocTextField {
  const { name, type, required } = found;
  const rest = line.text.slice(found.from, found.to);
  const start = line.start + found.from + rest.length - rest.trimStart().length;
  const details = rest.trim() === "" ? [] : [{ text: rest.trim(), start, end: line.end }];
  return { name, offset: line.start, type, ...(required === undefined ? {} : { required }), details };
}

/** The flag on a line of its own, above the description or below it, but not among values. */
function takeRequired(field: DocTextField): DocTextField {
  if (field.required !== undefined) return field;
  const end = field.details.findIndex((line) => /[:：]$/.test(line.text));
  const said = field.details.slice(0, end < 0 ? undefined : end);
  const at = said.findIndex((line) => readRequiredWord(line.text) !== undefined);
  const required = readRequiredWord(said[at]?.text ?? "");
  return required === undefined ? field : { ...field, required, details: field.details.toSpliced(at, 1) };
}
