/** How bad a diagnostic is: an error stops the command (exit 2), a warning and a note do not. */
export type Severity = "error" | "warning" | "note";

/** A kebab-case diagnostic code. */
export type DiagnosticCode =
  | "config-invalid"
  | "config-missing"
  | "config-unknown-key"
  | "default-misfit"
  | "document-too-large"
  | "document-unreadable"
  | "documents-missing"
  | "duplicate-endpoint"
  | "duplicate-key"
  | "external-reference"
  | "incomplete-json"
  | "input-not-object"
  | "invalid-character"
  | "invalid-json"
  | "invalid-utf8"
  | "invalid-yaml"
  | "malformed-operation"
  | "nesting-too-deep"
  | "no-operation"
  | "number-not-finite"
  | "output-refused"
  | "overlay-invalid"
  | "several-yaml-documents"
  | "too-many-aliases"
  | "too-many-values"
  | "unknown-format"
  | "unknown-protocol"
  | "unsupported-version";

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
  "default-misfit": {
    severity: "warning",
    about:
      "The default of a field is no value that its type takes: the page contradicts itself. The default is left out of the tables; correct it with an overlay.",
  },
  "document-too-large": {
    severity: "error",
    about:
      "The document is larger than Docket reads (32 MB, or a million YAML tokens). Split it, or export only what is needed.",
  },
  "document-unreadable": {
    severity: "error",
    about: "A file could not be read: it is no regular file, larger than 64 MiB, or the system refused.",
  },
  "documents-missing": {
    severity: "error",
    about: "A file or folder that `docket.yaml` or the command names does not exist, or holds no document.",
  },
  "duplicate-endpoint": {
    severity: "error",
    about:
      "Two operations submit jobs to the same queue endpoint. Remove one of the pages, or give them different paths.",
  },
  "duplicate-key": {
    severity: "error",
    about: "An object of the document has the same key twice; parsers disagree which one counts. Remove one of them.",
  },
  "external-reference": {
    severity: "error",
    about: "A `$ref` names a file or a server. Docket follows references inside of the document only: bundle it first.",
  },
  "incomplete-json": {
    severity: "warning",
    about: "The JSON of a page breaks off or is damaged; what stands before that is used. Save the whole page again.",
  },
  "input-not-object": {
    severity: "warning",
    about:
      "The request body of a queue endpoint is no JSON object. The endpoint takes any object in the generated types.",
  },
  "invalid-character": {
    severity: "error",
    about: "The document holds a NUL character, so it is no text. Export the page again.",
  },
  "invalid-json": {
    severity: "error",
    about: "The document is JSON that does not parse. Correct it at the place named, or export it again.",
  },
  "invalid-utf8": {
    severity: "error",
    about: "The document is not UTF-8. Save it as UTF-8.",
  },
  "invalid-yaml": {
    severity: "error",
    about: "The document is YAML that does not parse, or uses tags, directives or aliases that Docket refuses.",
  },
  "malformed-operation": {
    severity: "warning",
    about: "A path or an operation holds something else than an object, and is left out. Correct the document.",
  },
  "nesting-too-deep": {
    severity: "error",
    about: "Brackets, lists or mappings nest deeper than 256 levels; parsers run out of stack on such documents.",
  },
  "no-operation": {
    severity: "note",
    about: "The page describes no API operation (prose only). It is skipped; nothing is to be done.",
  },
  "number-not-finite": {
    severity: "error",
    about: "A number of the document is infinite, no number at all, or too large for one.",
  },
  "output-refused": {
    severity: "error",
    about:
      "Generated text holds something that generated text never holds. Nothing is written; please report it, with the document.",
  },
  "overlay-invalid": {
    severity: "error",
    about: "A file listed under `overlays` is no OpenAPI Overlay 1.x document.",
  },
  "several-yaml-documents": {
    severity: "error",
    about: "A YAML file holds more than one document. Keep one per file.",
  },
  "too-many-aliases": {
    severity: "error",
    about: "The YAML uses more aliases than any real document does (10,000).",
  },
  "too-many-values": {
    severity: "error",
    about: "The document holds more values than Docket reads (a million, each alias counted as what it stands for).",
  },
  "unknown-format": {
    severity: "error",
    about: "No reader knows the shape of the document. The hint lists the shapes that Docket reads.",
  },
  "unknown-protocol": {
    severity: "error",
    about:
      "A gateway speaks a queue protocol that the runtime does not know. Name a known one as `queue` in `docket.yaml`.",
  },
  "unsupported-version": {
    severity: "error",
    about:
      "The document states a version of OpenAPI or Swagger that Docket does not read (it reads 2.0, 3.0, 3.1 and 3.2).",
  },
};
