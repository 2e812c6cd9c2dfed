import type { Report } from "../diagnostic.ts";
import type { Json } from "../json.ts";
import type { SourceText } from "../place.ts";
import type { SourceDocument, SourceFormat } from "../source-document.ts";
import type { Line } from "./split-lines.ts";

/** A decoded document, as every reader gets to see it. */
export interface Page {
  readonly source: SourceText;
  readonly lines: readonly Line[];
  /** The value, when the whole document is JSON. */
  readonly json?: Json;
}

/** Reads one shape of documents. */
export interface Reader {
  readonly format: SourceFormat;
  /** What the document says, one entry per page in it; undefined when it is not of this shape. */
  readonly read: (page: Page, report: Report) => readonly SourceDocument[] | undefined;
}
