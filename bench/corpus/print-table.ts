import { safe } from "../../generator/terminal-text.ts";
import type { Compiled } from "./compile-all.ts";
import type { CaseResult } from "./generate-case.ts";

/** The report of a corpus run: totals, mined keywords, diagnostics by code, compile errors, and every case with a fault. */
export function printTable(results: readonly CaseResult[], compiled: readonly Compiled[]): string {
  const parts = (["alone", "together"] as const).map((kind) =>
    printKind(
      kind,
      results.filter((result) => result.kind === kind),
    ),
  );
  const compile = compiled.map(
    ({ version, errors }) =>
      `  ${version.padEnd(16)}${errors.length} errors\n${errors
        .slice(0, 20)
        .map((line) => `    ${line}\n`)
        .join("")}`,
  );
  const faults = results.flatMap(describeFaults);
  return `${parts.join("")}compile\n${compile.join("")}faults\n${faults.length === 0 ? "  none\n" : faults.map((line) => `  ${line}\n`).join("")}`;
}

function printKind(kind: string, results: readonly CaseResult[]): string {
  if (results.length === 0) return "";
  const mined = new Map<string, number>();
  const codes = new Map<string, number>();
  for (const result of results) {
    for (const [keyword, count] of result.mined) mined.set(keyword, (mined.get(keyword) ?? 0) + count);
    for (const { code } of result.diagnostics) codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const rows: readonly (readonly [string, string])[] = [
    ["packages", String(results.length)],
    ["documents", String(sum(results.map(({ documents }) => documents)))],
    ["operations found", String(sum(results.map(({ operations }) => operations)))],
    ["operations lost in silence", String(sum(results.map(({ lost }) => lost.length)))],
    ["packages written", String(results.filter(({ written }) => written).length)],
    ["second run identical", String(results.filter(({ repeatable }) => repeatable).length)],
    ["crashes", String(results.filter(({ crash }) => crash !== undefined).length)],
    ["mined keywords", printCounts(mined)],
    ["diagnostics", printCounts(codes)],
    ["time", `${(sum(results.map(({ milliseconds }) => milliseconds)) / 1000).toFixed(1)} s`],
  ];
  return `${kind}\n${rows.map(([name, value]) => `  ${name.padEnd(28)}${value}\n`).join("")}`;
}

function describeFaults(result: CaseResult): readonly string[] {
  const name = safe(result.name, 100);
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  return [
    ...(result.crash === undefined ? [] : [`${name}: crash: ${result.crash}`]),
    ...(result.repeatable || result.crash !== undefined ? [] : [`${name}: the second run differs`]),
    ...result.lost.map((operation) => `${name}: lost ${safe(operation)}`),
    ...errors.map(({ code, message, line = 0 }) => `${name}:${line}: ${code}: ${safe(message, 200)}`),
  ];
}

function printCounts(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.length === 0 ? "none" : sorted.map(([name, count]) => `${name} ${count}`).join(", ");
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
