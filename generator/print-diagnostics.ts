import type { Diagnostic } from "./diagnostic.ts";
import type { Severity } from "./diagnostic-codes.ts";
import type { Paint, Style } from "./paint.ts";
import { redactText } from "./redact-text.ts";
import { safe } from "./terminal-text.ts";

/** Diagnostics of one code about one file that are shown; where there are more of them, the rest is counted. */
const mostAlike = 50;

/**
 * Diagnostics as a terminal shows them: place, code and message, then the source line with a caret, then the hint.
 * `sources` maps the path of a document to its text; a diagnostic about a file that is not there gets no excerpt.
 * Of those with the same code about the same file the first 50 are shown.
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  paint: Paint,
): string {
  const lines = lineReader(sources);
  const groups = groupAlike(diagnostics);
  const shown = new Set(groups.flatMap((group) => group.slice(0, mostAlike)));
  return [
    ...diagnostics.flatMap((one) => (shown.has(one) ? printDiagnostic(one, lines, paint) : [])),
    ...groups.flatMap((group) => printRest(group, paint)),
  ].join("");
}

function groupAlike(diagnostics: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = `${diagnostic.code} ${diagnostic.file ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  }
  return [...groups.values()];
}

function printRest(group: readonly Diagnostic[], paint: Paint): readonly string[] {
  const [first] = group;
  const rest = group.length - mostAlike;
  if (first === undefined || rest <= 0) return [];
  const where = first.file === undefined ? "" : `${paint("bold", safe(first.file))} `;
  return [
    `${where}${paint(styles[first.severity], first.severity)} ${paint("dim", first.code)} ${rest} more like these\n`,
  ];
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

function printDiagnostic(diagnostic: Diagnostic, readLine: ReadLine, paint: Paint): string {
  const { severity, code, message, hint, pointer } = diagnostic;
  const where = placeText(diagnostic);
  const lines = [
    `${where === "" ? "" : `${paint("bold", where)} `}${paint(styles[severity], severity)} ${paint("dim", code)} ${safe(message, 600)}`,
    ...excerpt(diagnostic, readLine, paint),
  ];
  if (pointer !== undefined && diagnostic.line === undefined) lines.push(`  ${paint("dim", `at ${safe(pointer)}`)}`);
  if (hint !== undefined) lines.push(`  ${paint("dim", "hint:")} ${safe(hint, 600)}`);
  return `${lines.join("\n")}\n`;
}

function placeText({ file, line, column }: Diagnostic): string {
  if (file === undefined) return "";
  return line === undefined ? safe(file) : `${safe(file)}:${line}:${column ?? 1}`;
}

/** What a terminal of usual width shows behind the line number. */
const widest = 100;

function excerpt(diagnostic: Diagnostic, readLine: ReadLine, paint: Paint): readonly string[] {
  const { file = "", line, column = 1 } = diagnostic;
  const whole = line === undefined ? undefined : readLine(file, line);
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

/** A line of a source by its number from 1; undefined where there is none. */
type ReadLine = (file: string, line: number) => string | undefined;

/** Cuts each source into lines once, however many diagnostics there are about it. */
function lineReader(sources: ReadonlyMap<string, string>): ReadLine {
  const cut = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = cut.get(file) ?? (sources.get(file) ?? "").split("\n");
    cut.set(file, lines);
    const found = lines[line - 1]?.replace(/\r$/, "");
    return found === undefined ? undefined : redactText(found);
  };
}
