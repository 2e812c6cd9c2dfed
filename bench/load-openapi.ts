import { readFileSync } from "node:fs";
import { openCompared } from "../generator/commands/open-compared.ts";
import type { Document } from "../generator/document.ts";

/** Reads a document as `docket diff <file> <file>` does. Throws when it cannot be read. */
export function loadOpenapi(file: string): Document {
  const { document, problem, diagnostics } = openCompared(file, { path: file, bytes: readFileSync(file) });
  if (document === undefined) throw new Error([problem, ...diagnostics.map(({ message }) => message)].join(" "));
  return document;
}
