import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // A noun, a colon, and names up to the end of the sentence.
  ["string", "Output resolution: 1K, 2K, or 4K.", { enum: ["1K", "2K", "4K"] }],
  ["string", "Mode: text-to-speech or speech-to-text.", { enum: ["text-to-speech", "speech-to-text"] }],
  ["string", "画质:auto、high、low", { enum: ["auto", "high", "low"] }],
  ["string", "返回:url 或 b64_json", { enum: ["url", "b64_json"] }],
  ["string", "Format: png (lossless, larger) or webp (smaller).", { enum: ["png", "webp"] }],
  ["integer", "每页条数: 15/30/50", { enum: [15, 30, 50] }],
  ["string", "标签: a, b, c", {}],
  ["string", "日期: 2024/01/02", {}],
  ["string", "音频文件，格式为:mp3、wav 或 ogg。", {}],
  ["string", "Example: a, b, or c.", {}],
  ["string", "任务状态：A、B、C", {}],
  ["string", "图片质量:高、中、低", {}],
  ["string", "Contact: name or phone of the owner", {}],
  // In brackets, quoted, in code, behind a subject.
  ["string", 'Quality ("low", "mid"(slower), "high")', { enum: ["low", "mid", "high"] }],
  ["string", 'One of `"low"`, `"high"`.', { enum: ["low", "high"] }],
  ["string", "档位，v2 支持 720P / 1080P，默认 1080P", { default: "1080P", enum: ["720P", "1080P"] }],
  ["string", "provide either file_id or url", {}],
  ["string", 'Either "text" or "image_url".', { enum: ["text", "image_url"] }],
  ["string", "固定值 vendor/model-1", { enum: ["vendor/model-1"] }],
  ["string", "排序\n0: 综合\n1: 最新\n2: 最热", { enum: ["0", "1", "2"] }],
  ["string", "注意\n1: 不要重复\n2: 不要过长", {}],
  // Defaults.
  ["boolean", "true (default): sampled. false: greedy.", { default: true }],
  ["boolean", "Return the text.Default: false", { default: false }],
  ["string", "每页条数。默认20条，最大不能超过50", { default: "20", maximum: 50 }],
  ["integer", "2.5 的缺省值是 -1，2.0 系是 5", {}],
  // Limits.
  ["string", "=< 2048 characters", { maxLength: 2048 }],
  ["string", "A scene.Length limit: 0 - 2048", { minLength: 0, maxLength: 2048 }],
  ["string", "最多可指定 4 个字符串", {}],
  ["array", "最多可指定 4 个字符串", { maxItems: 4 }],
  ["string", "标题最长不能超过 20 字", { maxLength: 20 }],
  ["string", "素材上限 30 图", {}],
  ["integer", "时长，整数；含视频时取值 2–10，不含时 2–15", {}],
  ["integer", "超时取值 1-60", { minimum: 1, maximum: 60 }],
  ["integer", "页码，从1开始正整数", { minimum: 1 }],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
