import { maxTextLines } from "./limits.ts";
import type { Reader } from "./page.ts";
import { reportTooManyLines } from "./report-too-many-lines.ts";

/** Takes what is too long for the readers of text, and reads nothing of it. */
export const longTextReader: Reader = {
  format: "doc-text",
  read: (page, report) => {
    if (page.lines.length <= maxTextLines) return undefined;
    reportTooManyLines(page.source, maxTextLines, report);
    return [];
  },
};
