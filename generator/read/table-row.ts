/** A cell of a table row. */
export interface Cell {
  readonly text: string;
  /** UTF-16 offset of its text in the row. */
  readonly offset: number;
}

/** No table of fields has more columns. */
const maxCells = 50;

/** The cells of a piped row, `\|` being a pipe inside of one; outer pipes may be missing. Fewer than two cells are no row. */
export function splitCells(row: string): readonly Cell[] {
  const cells: Cell[] = [];
  let start = row.startsWith("|") ? 1 : 0;
  for (let at = start; at <= row.length && cells.length < maxCells; at += 1) {
    if (at < row.length && (row[at] !== "|" || row[at - 1] === "\\")) continue;
    const cell = row.slice(start, at);
    if (at < row.length || cell.trim() !== "") {
      cells.push({ text: cell.trim().replaceAll("\\|", "|"), offset: start + cell.length - cell.trimStart().length });
    }
    start = at + 1;
  }
  return cells.length >= 2 ? cells : [];
}

/** Whether a line is the rule under a table's head: `|---|:--:|`. */
export function isTableRule(text: string): boolean {
  return /^[|\s:-]+$/.test(text);
}
