import { maxCompactIndicators } from "./limits.ts";

/** Offset of the first line that begins with too many block indicators (`- - - x`) in a row. */
export function findCompactNesting(text: string): number | undefined {
  return compactNesting.exec(text)?.index;
}

const compactNesting = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${maxCompactIndicators}}`, "m");
