import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  ["array", "最多3张图片", { maxItems: 3 }],
  ["array", "最多上传三张图片", { maxItems: 3 }],
  ["array", "最多支持10张", { maxItems: 10 }],
  ["array", "图片数量不超过 5 张", { maxItems: 5 }],
  ["array", "数量 1-4 张", { minItems: 1, maxItems: 4 }],
  ["array", "1~4 张参考图", { minItems: 1, maxItems: 4 }],
  ["array", "至少两项，至多十项", { minItems: 2, maxItems: 10 }],
  ["array", "up to 5 images", { maxItems: 5 }],
  ["array", "At least one item is required", { minItems: 1 }],
  ["array", "Maximum of 5 images", { maxItems: 5 }],
  ["array", "Max items: 5", { maxItems: 5 }],
  ["array", "1 to 4 images", { minItems: 1, maxItems: 4 }],
  ["array", "At least one of `a` or `b` must be provided", {}],
  ["array", "每张图片不超过 10MB", {}],
  ["array", "每张不超过 10 M", {}],
  ["array", "单张图片大小不超过20MB，最多5张", { maxItems: 5 }],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
