import { UsageError } from "./parse-options.ts";

/** The documents that a command line names: its plain word, or `--documents`. Throws {@link UsageError} for both. */
export function documentsOption(
  values: { readonly documents?: string | undefined },
  [word]: readonly string[],
): string | undefined {
  if (word !== undefined && values.documents !== undefined) {
    throw new UsageError("the documents are named twice: as a plain word and with --documents");
  }
  return word ?? values.documents;
}
