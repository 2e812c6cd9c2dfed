import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // Lengths.
  ["string", "文本，长度限制小于 800 字符，若长度大于 300 字符，推荐分段", { maxLength: 799 }],
  ["string", "文本，限制最长 3 万字符", { maxLength: 30_000 }],
  ["string", "文本，不超过1.5万字", { maxLength: 15_000 }],
  ["string", "The text, up to 20k characters", { maxLength: 20_000 }],
  ["string", "Resolution, up to 4k", {}],
  ["string", "设备编号,长度为60以内", { maxLength: 60 }],
  ["string", "长度为24的十六进制字符串", { minLength: 24, maxLength: 24 }],
  ["string", "编号，长度固定为32位", { minLength: 32, maxLength: 32 }],
  ["string", "文本长度为 200", {}],
  ["string", "Title, must be under 80 characters", { maxLength: 79 }],
  ["number", "keep it under 80", {}],
  ["string", "当类型为 a 时必填,长度不超过200", { maxLength: 200 }],
  ["string", "当类型为 a 时,长度不超过200", {}],
  // Counts.
  ["array", "The maximum number of filters per request is 10.", { maxItems: 10 }],
  ["array", "- Maximum number of pictures: `6`\n- Size: at most `20MB`", { maxItems: 6 }],
  ["array", "The maximum number of pictures is 6 by default", {}],
  ["integer", "The maximum number of records per page is 500.", { maximum: 500 }],
  ["integer", "The maximum number of pictures is 6.", {}],
  ["array", "must include 5 or more words", { minItems: 5 }],
  // Values.
  ["integer", "Optional, integer, 0 or above", { minimum: 0 }],
  ["integer", "Retries, 5 or fewer", { maximum: 5 }],
  ["integer", "每页条数 [大小: 1~100]", { minimum: 1, maximum: 100 }],
  ["integer", "时长（秒，1~120）", { minimum: 1, maximum: 120 }],
  ["integer", "页码\n\n起始值:1。\n\n默认值:1。", { default: 1, minimum: 1 }],
  ["integer", "页码，取值范围为大于0的整数", { exclusiveMinimum: 0 }],
  ["integer", "默认值为16，应设置为大于0的整数", { default: 16, exclusiveMinimum: 0 }],
  ["integer", "值大于0表示成功", {}],
  ["integer", "次数，默认值：3，表示当连续三次成功则正常，可选值：2~10", { default: 3, minimum: 2, maximum: 10 }],
  ["number", "Guidance (typical range: 1.0-7.0)", {}],
  ["number", "For text inside the picture, it must be greater than 1.", {}],
  ["integer", "允许 0 到 2万", {}],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
