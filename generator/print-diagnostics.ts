import type { Diagnostic } from "./diagnostic.ts";
import type { Severity } from "./diagnostic-codes.ts";
import type { Paint, Style } from "./paint.ts";
import type { SourceText } from "./place.ts";
import { safe } from "./terminal-text.ts";

/**
 * Diagnostics as a terminal shows them: place, code and message, then the source line with a caret, then the hint.
 * `sources` maps the path of a document to its text; a diagnostic about a file that is not there gets no excerpt.
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  paint: Paint,
): string {
  return diagnostics.map((diagnostic) => printDiagnostic(diagnostic, sources, paint)).join("");
}

/** How many of each severity, in words: `2 errors, 1 warning`. Empty when there are none. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const severities: readonly Severity[] = ["error", "warning", "note"];
  return severities
    .map((severity) => ({ severity, count: diagnostics.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");
}

const styles: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", note: "cyan" };

function printDiagnostic(diagnostic: Diagnostic, sources: ReadonlyMap<string, string>, paint: Paint): string {
  const { severity, code, message, hint, pointer } = diagnostic;
  const where = placeText(diagnostic);
  const lines = [
    `${where === "" ? "" : `${paint("bold", where)} `}${paint(styles[severity], severity)} ${paint("dim", code)} ${safe(message, 600)}`,
    ...excerpt(diagnostic, sources, paint),
  ];
  if (pointer !== undefined && diagnostic.line === undefined) lines.push(`  ${paint("dim", `at ${safe(pointer)}`)}`);
  if (hint !== undefined) lines.push(`  ${paint("dim", "hint:")} ${safe(hint, 600)}`);
  return `${lines.join("\n")}\n`;
}

function placeText({ file, line, column }: Diagnostic): string {
  if (file === undefined) return "";
  return line === undefined ? safe(file) : `${safe(file)}:${line}:${column ?? 1}`;
}

const widest = 100;

function excerpt(diagnostic: Diagnostic, sources: ReadonlyMap<string, string>, paint: Paint): readonly string[] {
  const { file = "", line, column = 1 } = diagnostic;
  const text = sources.get(file);
  const whole = line === undefined || text === undefined ? undefined : lineOf({ path: file, text }, line);
  if (line === undefined || whole === undefined || whole.trim() === "") return [];
  // A page may hold its whole schema on one line: show the part around the column.
  const from = column > widest ? column - 1 - widest / 2 : 0;
  const shown = whole.slice(from, from + widest);
  const before = `${from > 0 ? "…" : ""}${safe(whole.slice(from, column - 1), widest)}`;
  const after = `${safe(whole.slice(column - 1, from + shown.length), widest)}${from + shown.length < whole.length ? "…" : ""}`;
  const gutter = String(line);
  return [
    `${paint("dim", `  | ${gutter} |`)} ${before}${after}`,
    `${paint("dim", `  | ${" ".repeat(gutter.length)} |`)} ${blankLike(before)}${paint(styles[diagnostic.severity], "^")}`,
  ];
}

/** Blanks as wide as the text: ideographs and full-width forms take two cells, and so does the ideographic space. */
function blankLike(text: string): string {
  return Array.from(text, (character) => (isWide(character) ? "\u3000" : " ")).join("");
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u.test(
    character,
  );
}

function lineOf(source: SourceText, line: number): string | undefined {
  const lines = source.text.split("\n", line);
  return lines.length < line ? undefined : lines[line - 1]?.replace(/\r$/, "");
}
