import { type DiagnosticCode, diagnosticCodes, type Severity } from "../generator/diagnostic-codes.ts";

const meaning: Readonly<Record<Severity, string>> = {
  error: "Errors: nothing is written, exit code 2",
  warning: "Warnings: something was dropped, repaired or contradicts itself",
  note: "Notes: nothing is to be done",
};

/** The text of docs/diagnostics.md, from the table of codes. */
export function diagnosticsPage(): string {
  const codes = Object.keys(diagnosticCodes) as DiagnosticCode[];
  const sections = (["error", "warning", "note"] as const).map((severity) => {
    const rows = codes.filter((code) => diagnosticCodes[code].severity === severity).sort();
    return `## ${meaning[severity]}\n\n${rows.map((code) => `### ${code}\n\n${diagnosticCodes[code].about}\n`).join("\n")}`;
  });
  return `# Diagnostics\n\nEvery code Docket reports, made from \`generator/diagnostic-codes.ts\` by \`npm run docs\`. Codes are never renamed.\n\n${sections.join("\n")}`;
}
