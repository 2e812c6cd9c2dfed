import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // Names of models with the name of who makes them.
  [
    "string",
    "Options: acme-ai/pic-1 (text), acme-ai/pic-2 (picture). Chosen by itself",
    {
      enum: ["acme-ai/pic-1", "acme-ai/pic-2"],
    },
  ],
  ["string", "Available options:\nAAA/vec-m3,\nother-co/rank_v1", { enum: ["AAA/vec-m3", "other-co/rank_v1"] }],
  ["string", "可选值：\nacme/m-1\nacme/m-2", { enum: ["acme/m-1", "acme/m-2"] }],
  ["string", "可选值：std/pro", { enum: ["std", "pro"] }],
  ["string", "Options: std/pro, fast/slow", { enum: ["std", "pro", "fast", "slow"] }],
  ["string", "Options: kling-v1/kling-v2", { enum: ["kling-v1", "kling-v2"] }],
  // Constants whose labels are glued to the next one.
  ["string", "种类可选值有：TEXT :文本选项PICTURE :图片选项", { enum: ["TEXT", "PICTURE"] }],
  ["string", "类型，可选值：PIC：图片,如封面VIDEO：视频", { enum: ["PIC", "VIDEO"] }],
  ["string", "可选值：AUTO：自动", { enum: ["AUTO"] }],
  // One name below its noun.
  ["string", "模型名称\npic_2、pic_pro", { enum: ["pic_2", "pic_pro"] }],
  ["string", "模型说明\npic_2、pic_pro", {}],
  ["string", "尺寸取决于比例参数：\n- **720P**：16:9=1280x720\n- **1080P**：16:9=1920x1080", {}],
  ["string", "`1024x1792``m-3`", {}],
  // Seconds.
  ["integer", "Length of the clip. Max 10s for stability.", { maximum: 10 }],
  ["integer", "时长 (4-12s)", { minimum: 4, maximum: 12 }],
  ["string", "时长 (4-12s)", {}],
  ["string", "Duration. Options: 4s, 8s", { enum: ["4s", "8s"] }],
  ["integer", "默认为 4 秒，可选 `4` 秒或 `8` 秒。", { default: 4, enum: [4, 8] }],
  ["string", "Seconds (allowed values: 4, 8). Default is 4 seconds.", { default: "4", enum: ["4", "8"] }],
  ["string", "Seconds (allowed values: 4s, 8s). Default is 4 seconds.", { enum: ["4s", "8s"] }],
  ["string", "Default is 4 seconds.", {}],
  // How many an array holds, in brackets.
  ["array", "Optional list of images (0–5). Each below 10 MB", { minItems: 0, maxItems: 5 }],
  ["array", "参考图片(1-3)", { minItems: 1, maxItems: 3 }],
  ["array", "Weights between them (0-1)", {}],
  ["string", "One image (0-5)", {}],
  ["string", 'Values range ["m1","m2"], with "m2" being the default.', { default: "m2", enum: ["m1", "m2"] }],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
