/** How bad a diagnostic is: an error stops the command (exit 2), a warning and a note do not. */
export type Severity = "error" | "warning" | "note";

/** A kebab-case diagnostic code. */
export type DiagnosticCode = "no-operation";

/** What is known of a code. */
export interface CodeEntry {
  readonly severity: Severity;
  /** One sentence for docs/diagnostics.md: what it means and what to do. */
  readonly about: string;
}

/**
 * Every diagnostic code there is, in alphabetical order. A code is never renamed: people filter by it.
 * `docs/diagnostics.md` is made from this table by `npm run docs`.
 */
export const diagnosticCodes: Readonly<Record<DiagnosticCode, CodeEntry>> = {
  "no-operation": {
    severity: "note",
    about: "The page describes no API operation (prose only). It is skipped; nothing is to be done.",
  },
};
