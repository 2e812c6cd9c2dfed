/** While pages are merged: gateways state different defaults here, whatever further ones say. */
export const contestedKey = "x-docket-contested";

/** Keywords that describe a value and constrain nothing. */
export const annotations: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "deprecated",
  "examples",
  "readOnly",
  "writeOnly",
  contestedKey,
]);
