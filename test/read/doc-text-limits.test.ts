import { expect, it } from "vitest";
import { isLimitText, readLimits } from "../../generator/read/doc-text-limits.ts";

it.each([
  { lines: [">= 3 characters"], type: "string", want: { minLength: 3 } },
  { lines: [">= 1 字符<= 50 字符"], type: "string", want: { minLength: 1, maxLength: 50 } },
  { lines: [">= 0", "<= 2.5"], type: "number", want: { minimum: 0, maximum: 2.5 } },
  { lines: ["> 0< 10"], type: "integer", want: { exclusiveMinimum: 0, exclusiveMaximum: 10 } },
  { lines: [">= 1 items<= 4 items"], type: "array", want: { minItems: 1, maxItems: 4 } },
  { lines: [">= 1"], type: "boolean", want: {} },
])("reads $lines of a $type", ({ lines, type, want }) => {
  expect(lines.every(isLimitText)).toBe(true);
  expect(JSON.parse(JSON.stringify(readLimits(lines, type)))).toEqual(want);
});

it.each(["< 5 MB", ">= 3 characters, better 10", "prompt >= 3", "->", ""])("takes %s for no limit", (text) => {
  expect(isLimitText(text)).toBe(false);
});
