/** How bad a diagnostic is: an error stops the command (exit 2), a warning and a note do not. */
export type Severity = "error" | "warning" | "note";

/** A kebab-case diagnostic code. */
export type DiagnosticCode =
  | "config-invalid"
  | "config-missing"
  | "config-unknown-key"
  | "document-unreadable"
  | "documents-missing"
  | "no-operation";

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
  "config-invalid": {
    severity: "error",
    about:
      "A value of `docket.yaml` has the wrong type, is empty or is not one of the allowed words. The hint says what it may be.",
  },
  "config-missing": {
    severity: "error",
    about:
      "There is no `docket.yaml` here. Name a folder of documents instead (`docket generate <folder> --out <dir>`), or write one with `docket init`.",
  },
  "config-unknown-key": {
    severity: "error",
    about: "`docket.yaml` holds a key that Docket does not know, most often a misspelt one.",
  },
  "document-unreadable": {
    severity: "error",
    about: "A file could not be read: it is no regular file, larger than 64 MiB, or the system refused.",
  },
  "documents-missing": {
    severity: "error",
    about: "A file or folder that `docket.yaml` or the command names does not exist, or holds no document.",
  },
  "no-operation": {
    severity: "note",
    about: "The page describes no API operation (prose only). It is skipped; nothing is to be done.",
  },
};
