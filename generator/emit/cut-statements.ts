import type { SourceFile, Statement } from "typescript";

/**
 * A module with each statement cut to what `cut` leaves of it, `""` for nothing, under the comments it had. The comment at the
 * top stays, even where the first statement goes.
 */
export function cutStatements(source: SourceFile, cut: (statement: Statement) => string): string {
  const [first] = source.statements;
  if (first === undefined) return "export {};\n";
  const texts = source.statements.map((statement) => {
    const text = cut(statement);
    return text === "" ? "" : `${commentOf(statement, source)}${text}\n`;
  });
  return `${texts[0] === "" ? commentOf(first, source) : ""}${texts.join("")}`;
}

/** The comments before a statement, with a line break at their end; of the first statement those of the module too. */
function commentOf(statement: Statement, source: SourceFile): string {
  const comment = source.text.slice(statement.getFullStart(), statement.getStart(source)).trim();
  return comment === "" ? "" : `${comment}\n`;
}
