import type { Report } from "../diagnostic.ts";
import type { SourceText } from "../place.ts";

/** Says that a document has more lines than are read. */
export function reportTooManyLines(source: SourceText, most: number, report: Report): void {
  report("document-too-large", `The document has more than ${most} lines.`, {
    place: { file: source.path, line: most, column: 1 },
    hint: "Split it, or export only the part you need.",
  });
}
