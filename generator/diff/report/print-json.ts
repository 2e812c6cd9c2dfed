import type { DiffReport } from "./report.ts";
import { summarize } from "./summary.ts";

/** The report as JSON: `{ findings, summary, nextVersion, … }`, control characters escaped, nothing left out. */
export function printJson({ base, head, findings, step, nextVersion, stale, expired }: DiffReport): string {
  const report = {
    base,
    head,
    summary: summarize(findings),
    step,
    nextVersion: nextVersion ?? null,
    findings,
    stale,
    expired,
  };
  return `${JSON.stringify(report, undefined, 2).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, escaped)}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
