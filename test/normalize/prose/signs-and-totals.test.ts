import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // A demand about the sign.
  ["integer", "偏移，不能为负数，默认 0", { default: 0, minimum: 0 }],
  ["integer", "数量，必须为正整数", { minimum: 1 }],
  ["integer", "数量，必须为正整数，-1 表示不限", {}],
  ["integer", "边长，必须为正整数倍", {}],
  ["integer", "若填写，必须为正整数。", {}],
  ["string", "必须为正整数", {}],
  ["integer", "页码，必须是正整数，最大 50", { minimum: 1, maximum: 50 }],
  ["number", "Weight, must not be negative.", { minimum: 0 }],
  ["integer", "Must be a positive integer between 5 and 10.", { minimum: 5, maximum: 10 }],
  // Two numbers in brackets behind a word for values: a list, or an interval when they are far apart.
  ["integer", "模式，可选值为 [0, 1]", { enum: [0, 1] }],
  ["integer", "秒数，可选值为 [5, 10]", { enum: [5, 10] }],
  ["integer", "每页条数，可选值：[1, 200]", { minimum: 1, maximum: 200 }],
  ["number", "音量，有效值：[0.5, 2]", { minimum: 0.5, maximum: 2 }],
  ["string", "清晰度，可选值：[1, 200]", { enum: ["1", "200"] }],
  // A total over several fields is not the limit of this one.
  ["array", "参考视频（0-3 个）。与图片合计不能超过 5 个", { minItems: 0, maxItems: 3 }],
  ["array", "Up to 6 pictures. The total number of files must not exceed 9.", { maxItems: 6 }],
  ["array", "参考图片，最多 5 张", { maxItems: 5 }],
  // 默认 and a verb before the number.
  ["integer", "生成数量，默认生成 1 张", { default: 1 }],
  ["integer", "每页条数，默认返回 20 条", { default: 20 }],
  ["string", "默认生成 1 张", {}],
  ["integer", "默认生成随机数", {}],
  // A default that says that there is none.
  ["string", "Prefix. Default: empty", {}],
  ["string", "Prefix. Default: unset.", {}],
  ["string", "Prefix. Default: full", { default: "full" }],
  // Characters of a kind.
  ["string", "标题，最多可传 128 个 utf-8 字符", { maxLength: 128 }],
  ["string", "标题，最多 128 个 utf-8 文件", {}],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
