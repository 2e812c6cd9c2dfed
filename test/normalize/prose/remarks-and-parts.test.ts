import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // What stands in brackets behind the first sentence of a link speaks of what is behind it.
  ["string", "字幕的下载链接。按句切分（不超过 50 字）", {}],
  ["string", "图片链接（不超过 500 字符）", { maxLength: 500 }],
  ["string", "标题。简短的一句（不超过 50 字）", { maxLength: 50 }],
  // The numbers inside a text.
  ["string", "分辨率，如 1024*1024。像素范围 [512, 1440]", {}],
  ["string", "语速，范围 [0.5, 2]", { minimum: 0.5, maximum: 2 }],
  ["integer", "像素范围 [512, 1440]", { minimum: 512, maximum: 1440 }],
  // Another number is allowed as well.
  ["integer", "Valid range: [1, 40] or 1000+.", {}],
  ["integer", "取值 1-10 或 100", {}],
  ["integer", "取值范围 1-10 或不填", { minimum: 1, maximum: 10 }],
  // Advice to some of the readers.
  ["number", "Step size. Advanced users can adjust it between 1.5 and 3", {}],
  ["number", "It can be adjusted between 1.5 and 3", { minimum: 1.5, maximum: 3 }],
  // 默认 as an adjective.
  ["string", "不传时生成一个默认 ID", {}],
  ["string", "不传则使用默认 voice", {}],
  ["string", "音色，默认 alloy", { default: "alloy" }],
  ["string", "不传则使用默认 m-1", { default: "m-1" }],
  // A form, and no values.
  ["string", "任务号，格式：`job_a_xxx` 或 `job_xxx`", {}],
  // The list of one model, as a translator left it.
  ["string", "必须是`256x256`、`512x512`for之一`m-2`", {}],
  ["string", "Must be `m-2` for this endpoint", { enum: ["m-2"] }],
  // An interval is a stronger claim than a count of something else.
  ["integer", "权重，取值范围 [1, 100]，最多支持 4 种音色", { minimum: 1, maximum: 100 }],
  ["integer", "数量，最多支持 4 张", { maximum: 4 }],
  // Lines for one measure each.
  ["string", "4秒：默认 360p，可选 360p、720p\n8秒：默认 720p，可选 720p", {}],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
