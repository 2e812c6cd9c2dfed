import { safeJson } from "../../safe-json.ts";
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
  return `${safeJson(JSON.stringify(report, undefined, 2))}\n`;
}
