import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareDocuments } from "../generator/diff/compare-documents.ts";
import type { Finding } from "../generator/diff/finding.ts";
import { loadOpenapi } from "./load-openapi.ts";

/** A pair of documents and the worst that someone else found between them. */
interface Case {
  readonly name: string;
  readonly base: string;
  readonly head: string;
  readonly worst: string;
  readonly expected: string;
}

/** What we found: `crashed` holds the stack when the comparison threw. */
interface Outcome {
  readonly one: Case;
  readonly breaking: boolean;
  readonly findings: readonly Finding[];
  readonly crashed?: string;
}

const flagged: ReadonlySet<string> = new Set(["error", "B"]);
const clean: ReadonlySet<string> = new Set(["info", "none", "N", "A", "0"]);

main(process.argv.slice(2));

/** `npm run drift-score -- <cases.tsv | manifest.json> …`: how well the wire axis agrees, and every disagreement. */
function main(files: readonly string[]): void {
  if (files.length === 0) {
    process.stderr.write("usage: npm run drift-score -- <cases.tsv | manifest.json> …\n");
    process.exitCode = 2;
    return;
  }
  const outcomes = files.flatMap(readCases).map(judge);
  const wrong = outcomes.filter(
    ({ one, breaking, crashed }) =>
      crashed !== undefined || (flagged.has(one.worst) && !breaking) || (clean.has(one.worst) && breaking),
  );
  process.stdout.write([...wrong.map(printDisagreement), "", ...printTable(outcomes), ""].join("\n"));
  process.exitCode = reaches(outcomes) ? 0 : 1;
}

function readCases(file: string): readonly Case[] {
  const text = readFileSync(file, "utf8");
  const at = (path: string): string => join(dirname(file), path);
  if (file.endsWith(".json")) {
    const entries: unknown = JSON.parse(text);
    return (Array.isArray(entries) ? entries : []).map(([name, worst]: [string, string]) => ({
      name,
      worst,
      expected: worst,
      base: at(`${name}.base.json`),
      head: at(`${name}.rev.json`),
    }));
  }
  const [heading = "", ...rows] = text.trimEnd().split(/\r?\n/);
  const columns = heading.split("\t");
  return rows.map((row) => {
    const cell = new Map(row.split("\t").map((value, index) => [columns[index] ?? "", value]));
    const [base, head] = [at(cell.get("base") ?? ""), at(cell.get("revision") ?? "")];
    return {
      name: cell.get("case") ?? "",
      base,
      head,
      worst: cell.get("worst") ?? "",
      expected: cell.get("expected") ?? "",
    };
  });
}

function judge(one: Case): Outcome {
  try {
    const today = new Date().toISOString().slice(0, 10);
    const all = compareDocuments(loadOpenapi(one.base), loadOpenapi(one.head), { today });
    const findings = all.filter(({ axis }) => axis === "wire");
    return { one, findings, breaking: findings.some(({ severity }) => severity === "breaking") };
  } catch (error) {
    return { one, findings: [], breaking: false, crashed: error instanceof Error ? `${error.stack}` : String(error) };
  }
}

function printDisagreement({ one, findings, breaking, crashed }: Outcome): string {
  const found = findings.map(
    ({ severity, rule, direction, message }) => `    ${severity} ${rule} (${direction}) ${message}`,
  );
  const verdict = crashed ?? (breaking ? "we say breaking" : "we say not breaking");
  return [
    `${one.name}: expected ${one.worst} (${one.expected}); ${verdict}`,
    `    ${one.base}`,
    `    ${one.head}`,
    ...found,
  ].join("\n");
}

function printTable(outcomes: readonly Outcome[]): readonly string[] {
  const levels = [...new Set(outcomes.map(({ one }) => one.worst))].sort();
  return levels.map((level) => {
    const all = outcomes.filter(({ one }) => one.worst === level);
    const breaking = all.filter((outcome) => outcome.breaking).length;
    return `${level.padEnd(8)} ${String(breaking).padStart(4)} of ${String(all.length).padStart(4)} flagged as breaking (${share(breaking, all.length)} %)`;
  });
}

function share(part: number, whole: number): string {
  return whole === 0 ? "0.0" : ((100 * part) / whole).toFixed(1);
}

/** The bar: of errors at least 98 % flagged, of the rest at most 4 %. */
function reaches(outcomes: readonly Outcome[]): boolean {
  const rate = (levels: ReadonlySet<string>): number => {
    const all = outcomes.filter(({ one }) => levels.has(one.worst));
    return all.length === 0 ? Number.NaN : all.filter(({ breaking }) => breaking).length / all.length;
  };
  return !(rate(flagged) < 0.98) && !(rate(clean) > 0.04);
}
