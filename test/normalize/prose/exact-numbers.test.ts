import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // How many, no more and no less.
  ["array", "Must contain exactly 2 items", { minItems: 2, maxItems: 2 }],
  ["array", "必须为 3 个元素", { minItems: 3, maxItems: 3 }],
  ["array", "数组长度固定为 4,依次为前、左、后、右", { minItems: 4, maxItems: 4 }],
  ["array", "m-1 requires exactly 3 images", {}],
  ["array", "必须为 2 张或以上", { minItems: 2 }],
  ["string", "Exactly 4 characters.", { minLength: 4, maxLength: 4 }],
  ["string", "E.g. 3 - exactly 3 chars", {}],
  ["array", "The maximum length of the list is 128.", { maxItems: 128 }],
  ["array", "Shots (1-6)", { minItems: 1, maxItems: 6 }],
  // Digits behind the point are no limit.
  ["number", "A price, with at most two decimal places.", {}],
  ["number", "A share between 0 and 100, with at most two decimal places.", { minimum: 0, maximum: 100 }],
  ["number", "Minimum accepted value is 1.", { minimum: 1 }],
  // Intervals.
  ["number", "Where it begins (0-1 decimal), optional", { minimum: 0, maximum: 1 }],
  ["integer", "How many (1-10 inclusive)", { minimum: 1, maximum: 10 }],
  ["integer", "0-9999 for repeatable results", { minimum: 0, maximum: 9999 }],
  ["integer", "See 4-9 for more", {}],
  ["integer", "步数，取值范围 [0, total)", { minimum: 0 }],
  ["integer", "取值范围 [0, total]", {}],
  // Defaults.
  ["string", "The answer is Mp4Video by default.", { default: "Mp4Video" }],
  ["string", "The answer is sorted by default.", {}],
  [
    "string",
    "Kind of shot.\n- single: Default value, one shot\n- multi: several\nPossible values: single, multi",
    { default: "single", enum: ["single", "multi"] },
  ],
] as const)("%s: %s", (type, description, want) => {
  expect(mineProse(description, { type }).keywords).toEqual(want);
});
