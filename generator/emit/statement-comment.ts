import type { SourceFile, Statement } from "typescript";

/** The comments before a statement, with a line break at their end; of the first statement those of the module too. */
export function statementComment(statement: Statement, source: SourceFile): string {
  const comment = source.text.slice(statement.getFullStart(), statement.getStart(source)).trim();
  return comment === "" ? "" : `${comment}\n`;
}
