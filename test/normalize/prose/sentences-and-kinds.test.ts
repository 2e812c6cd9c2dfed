import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // Sentences of a value and its explanation.
  ["string", "auto: The model decides. off: One picture only. Default: off", { default: "off", enum: ["auto", "off"] }],
  ["string", "std: Standard (cheap). pro: Professional (better).", { enum: ["std", "pro"] }],
  ["string", "std: Standard (cheap).", {}],
  ["string", "Mode. fast: Less detail. fine: More detail. Default: fine.", { default: "fine", enum: ["fast", "fine"] }],
  ["string", "Mode. fast: Less detail. fine: More detail.", {}],
  ["string", "Takes an object. prompt: what to draw. size: how large.", {}],
  [
    "string",
    "Sound. 'auto': chosen. 'keep': as before. Default value: `\"auto\"`",
    { default: "auto", enum: ["auto", "keep"] },
  ],
  // Names behind a noun for a kind, each with a bracket.
  ["string", "Lyrics type: user (own text), generate (from a topic), is required", { enum: ["user", "generate"] }],
  ["string", "Lyrics: user (own text), generate (from a topic), is required", {}],
  ["string", "Run mode (text-to-image, image-to-image)", { enum: ["text-to-image", "image-to-image"] }],
  ["string", "Output format (jpeg, png)", { enum: ["jpeg", "png"] }],
  ["string", "Image format (jpeg, png)", {}],
  ["integer", "Picture to take (0, 1, 2, or 3)", { enum: [0, 1, 2, 3] }],
  ["integer", "Picture to take (0, 1, 2)", {}],
  ["integer", "来源：0-本人上传的文件；1-公共列表；", { enum: [0, 1] }],
  // Names, one of which says that it is the default.
  ["string", "Shape: auto (default), wide, tall", { default: "auto", enum: ["auto", "wide", "tall"] }],
  ["string", "Shape: auto (default), wide, tall and so on", {}],
  ["string", "Shape: auto (the best), wide, tall", {}],
  // Cues.
  ["string", "画面比例\n支持的值：\n16:9（横）、9:16（竖）、1:1", { enum: ["16:9", "9:16", "1:1"] }],
  ["string", "返回的编码。可以是 float 或 int8 。", { enum: ["float", "int8"] }],
  ["string", "参考图，可以是 url 或 base64", {}],
  ["string", "内容可以是 text 或图片", {}],
  ["string", "The format of the answer, available as json, text, or srt.", { enum: ["json", "text", "srt"] }],
  ["string", "The model; current options are m-1, m-1-mini, and m-2.", { enum: ["m-1", "m-1-mini", "m-2"] }],
  ["string", "Only m-1 and m-2 are currently available.", { enum: ["m-1", "m-2"] }],
  ["string", "Only b64_json and url are accepted", { enum: ["b64_json", "url"] }],
  ["string", "`url` (a link) or `b64_json` (the file itself)", { enum: ["url", "b64_json"] }],
  ["string", "Only base64 and url are accepted", {}],
  // A remark below a list of lines.
  [
    "string",
    "1:1 - Square (default)\n4:3 - Wide\n16:9 - Wider\n\nNote: 9:21 is gone",
    { default: "1:1", enum: ["1:1", "4:3", "16:9"] },
  ],
  // Pixels are the value of a number, where a range says so.
  ["integer", "Width (only when custom). Range: 512-2048 pixels.", { minimum: 512, maximum: 2048 }],
  ["integer", "At most 2048 pixels", {}],
  ["string", "Total pixel range: [65536, 16777216], aspect ratio range: [1/16, 16]", {}],
  ["string", "Aspect ratio range: [16:9, 1:1]", { enum: ["16:9", "1:1"] }],
  // Open intervals, a condition that is none, digits, bytes and advice.
  ["number", "The value range is (0, 1) open interval", { exclusiveMinimum: 0, exclusiveMaximum: 1 }],
  ["number", "取值范围 (0, 1) 开区间", { exclusiveMinimum: 0, exclusiveMaximum: 1 }],
  ["number", "Value range (0, 1)", { minimum: 0, maximum: 1 }],
  ["integer", "Quality when saving the picture, from 0 to 100.", { minimum: 0, maximum: 100 }],
  ["integer", "Quality when m-2 is used, from 0 to 100.", {}],
  ["number", "Range 0-1, up to 2 decimals.", { minimum: 0, maximum: 1 }],
  ["string", "长度不应超过 4096 个字节", {}],
  ["string", "Should generally not exceed 300 characters.", {}],
  // Values for one model each.
  ["integer", "m-a: 3-12 秒，m-b: 5 秒", {}],
  ["integer", "时长: 3-12 秒", { minimum: 3, maximum: 12 }],
  ["integer", "默认值依据模型而定：\nm-a：默认 5 秒，可选：1-10", {}],
  ["integer", "默认值依据模型而定：\n- m-a：默认 5 秒，可选：1-10\n- m-b：默认 5 秒，可选：5", { default: 5 }],
  ["integer", "时长：\nm-a：默认 5 秒，可选：1-10", { default: 5, minimum: 1, maximum: 10 }],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
