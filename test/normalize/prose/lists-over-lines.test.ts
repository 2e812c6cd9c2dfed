import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // A separator at the end or at the beginning of a line.
  ["string", "模型，支持：\nm-one、\nm-two、\nm-three", { enum: ["m-one", "m-two", "m-three"] }],
  ["string", "模型，可选值：\nm-one\n、m-two\n、m-three", { enum: ["m-one", "m-two", "m-three"] }],
  ["string", "模式，可选值：fast\n和slow", { enum: ["fast", "slow"] }],
  // A paragraph behind the value.
  ["string", "模式，固定为 fast\n和官方一致", { enum: ["fast"] }],
  // The tags of blocks break lines.
  ["string", "清晰度，可选值：<br>- sd：标清<br>- hd：高清", { enum: ["sd", "hd"] }],
  ["string", "清晰度，可选值：<ul><li>sd：标清</li><li>hd：高清</li></ul>", { enum: ["sd", "hd"] }],
  ["string", "A tag such as <b>bold</b>", {}],
  // A quoted value, a bracket and its label.
  ["string", '音频类型，可选值："media"(默认)媒体音量、"call"通话音量', { default: "media", enum: ["media", "call"] }],
  // 值为 behind the noun.
  ["integer", "开关，值为 0 或 1", { enum: [0, 1] }],
  ["string", "返回值为 a 或 b 的对象", {}],
  // The heading is no value.
  ["string", "Sound setting.\n\n- `auto`: as it comes\n- `off`: none", { enum: ["auto", "off"] }],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
