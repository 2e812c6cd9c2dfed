import { readFileSync } from "node:fs";
import { stateDocument } from "../generator/diff/state-document.ts";
import type { Document } from "../generator/document.ts";
import { readDocuments } from "../generator/pipeline.ts";

/** Reads an OpenAPI file as `docket diff <file> <file>` does. Throws when it is none. */
export function loadOpenapi(file: string): Document {
  const { documents, diagnostics } = readDocuments([{ path: file, bytes: readFileSync(file) }]);
  const [document] = documents;
  if (document === undefined) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return stateDocument(document.openapi);
}
