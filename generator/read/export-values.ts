import type { ExportRow } from "./export-rows.ts";
import type { Line } from "./split-lines.ts";
import { isTableRule, splitCells } from "./table-row.ts";

/**
 * Gives rows the value lists that stand in a table of their own, one value a row: under the marked name of the field, or,
 * below responses, under its bare name. There, a list is printed once for each field of that name that has one: where not
 * all have, nobody knows which.
 */
export function addExportValues(root: ExportRow, lines: readonly Line[]): void {
  const listed = listValues(lines);
  if (listed.size === 0) return;
  const { marked, bare } = indexRows(root);
  for (const [name, values] of listed) {
    const exact = marked.get(name);
    const distinct = [...new Set(values)];
    const rows = exact === undefined ? (bare.get(name) ?? []) : [exact];
    if (exact !== undefined) exact.values.push(...values);
    else if (values.length === distinct.length * rows.length) for (const row of rows) row.values.push(...distinct);
  }
}

function listValues(lines: readonly Line[]): ReadonlyMap<string, readonly string[]> {
  const listed = new Map<string, string[]>();
  for (const line of lines) {
    const [name, value] = isTableRule(line.text) ? [] : splitCells(line.text.trim());
    if (name === undefined || value === undefined) continue;
    const key = name.text.replaceAll(" ", "");
    const values = listed.get(key) ?? [];
    values.push(value.text);
    listed.set(key, values);
  }
  return listed;
}

interface RowIndex {
  readonly marked: ReadonlyMap<string, ExportRow>;
  readonly bare: ReadonlyMap<string, readonly ExportRow[]>;
}

function indexRows(root: ExportRow): RowIndex {
  const marked = new Map<string, ExportRow>();
  const bare = new Map<string, ExportRow[]>();
  const pending = [...root.children];
  for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
    marked.set(`${"»".repeat(row.depth - 1)}${row.name}`, row);
    const same = bare.get(row.name) ?? [];
    same.push(row);
    bare.set(row.name, same);
    pending.push(...row.children);
  }
  return { marked, bare };
}
