import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // The verb stands behind the values.
  ["string", 'At present only "m-pro" is supported.', { enum: ["m-pro"] }],
  ["string", "3:2 (wide) and 2:3 (tall) are supported.", { enum: ["3:2", "2:3"] }],
  ["string", "Voice of the speaker. low, mid and high are available.", { enum: ["low", "mid", "high"] }],
  ["integer", "8 and 16 are allowed.", { enum: [8, 16] }],
  ["string", "Only anna is supported", { enum: ["anna"] }],
  ["string", "`low` is supported.", {}],
  ["string", "`high` and `low` are supported for `m-1`.", {}],
  ["string", "Picture to send. PNG and JPG are supported.", {}],
  ["string", "The URL of a clip. mp4 and avi are supported.", {}],
  ["string", "More than one language is supported.", {}],
  ["string", "目前只有 m-1 是可用的。", { enum: ["m-1"] }],
  ["string", "目前只有 管理员 是可用的。", {}],
  // Other verbs and nouns before them.
  ["string", "Optional. Accepts FAST, SLOW, or BEST.", { enum: ["FAST", "SLOW", "BEST"] }],
  ["string", "Accepts text and pictures.", {}],
  ["string", "Accepts a URL or base64.", {}],
  ["string", "Style only supports: comic, news, anime", { enum: ["comic", "news", "anime"] }],
  ["string", "现仅支持m_1 和 m_2,其余稍后", { enum: ["m_1", "m_2"] }],
  ["string", "此参数仅支持`m-3`.", {}],
  ["string", '固定填 "user"', { enum: ["user"] }],
  ["integer", "产品号，当前固定：11", { enum: [11] }],
  ["string", "模型，只能填写m-1，用于鉴权", { enum: ["m-1"] }],
  ["integer", "Default: 4 seconds. Available option: 4.", { default: 4, enum: [4] }],
  ["string", 'One of:\n  * "many"   # 多图\n  * "one"  # 单图', { enum: ["many", "one"] }],
  ["string", '可选值：\n"many" // 多图\n"one" // 单图', { enum: ["many", "one"] }],
  ["array", "参考图，仅接受 1 张图像", { maxItems: 1 }],
  ["array", "- Max size: 10MB\n- Max count: 6 images", { maxItems: 6 }],
  ["array", "仅接受 PNG 图像", {}],
  ["integer", "Required range: x < 80", { exclusiveMaximum: 80 }],
  ["integer", "Where x < 80 the picture is dark", {}],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
