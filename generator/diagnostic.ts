import { type DiagnosticCode, diagnosticCodes, type Severity } from "./diagnostic-codes.ts";
import type { Place } from "./place.ts";
import { redactText } from "./redact-text.ts";

/** Something the reader of a document should know, with the place where it stands. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence. Text of a document in it is quoted with {@link quote}. */
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** JSON pointer into the document, where a place alone does not say enough. */
  readonly pointer?: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** What a diagnostic may say besides its message. */
export interface DiagnosticDetail {
  readonly place?: Place | undefined;
  readonly pointer?: string | undefined;
  readonly hint?: string | undefined;
}

/** Where stages put their diagnostics; they never throw for bad input. */
export type Report = (code: DiagnosticCode, message: string, detail?: DiagnosticDetail) => void;

/** A diagnostic as plain data, its severity from the table of codes; a key that it quotes is blacked out, for logs are kept. */
export function diagnose(code: DiagnosticCode, message: string, detail: DiagnosticDetail = {}): Diagnostic {
  return {
    code,
    severity: diagnosticCodes[code].severity,
    message: redactText(message),
    ...detail.place,
    ...(detail.pointer === undefined ? {} : { pointer: detail.pointer }),
    ...(detail.hint === undefined ? {} : { hint: detail.hint }),
  };
}

/** A report that collects into a list. */
export function collectInto(diagnostics: Diagnostic[]): Report {
  return (code, message, detail) => {
    diagnostics.push(diagnose(code, message, detail));
  };
}

/** Whether anything in the list stops the command. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
