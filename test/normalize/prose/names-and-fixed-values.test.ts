import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // One value, fixed.
  ["string", "输出的类型，仅为 `text`。", { enum: ["text"] }],
  ["string", "请求头，必须设置为 text。不设置会报错", { enum: ["text"] }],
  ["string", "接收格式，必须设置为 application/json。", { enum: ["application/json"] }],
  ["string", "指令，需设置为STOP,表示结束。", { enum: ["STOP"] }],
  ["string", "当模型为 a 时，必须设置为 high。", {}],
  ["string", "返回形式，仅接受 url 或 hex", { enum: ["url", "hex"] }],
  ["string", "可选值NAME", {}],
  ["string", "可选值：NAME", { enum: ["NAME"] }],
  // Values with pluses and minuses.
  ["string", "Enum: Euler a, DPM++ 2M, UniPC", { enum: ["Euler a", "DPM++ 2M", "UniPC"] }],
  ["string", "放大器，枚举值：4x+、8x+", { enum: ["4x+", "8x+"] }],
  [
    "string",
    "排序：price（价格）、-price（价格倒序）。默认 -price。",
    { default: "-price", enum: ["price", "-price"] },
  ],
  ["string", "标签：\n-fast 快\n-slow 慢", {}],
  // Behind a heading or a link.
  ["string", "One of the available voices: anna or ben", { enum: ["anna", "ben"] }],
  ["string", "One of the [image models](/docs/models#images): `m-1`, `m-1-hd`", { enum: ["m-1", "m-1-hd"] }],
  ["string", "Must be one of the account's own folders", {}],
  ["string", "One of getModels()'s keys, or null.", {}],
  ["string", "数据类型有:now/hour/all,决定返回内容", { enum: ["now", "hour", "all"] }],
  ["string", "返回格式,目前支持json/xml", { enum: ["json", "xml"] }],
  ["string", "目前支持 JSON", {}],
  // Bullets whose line breaks are gone.
  ["string", "**取值范围**： - Open: 打开。 - Closed: 关闭。", { enum: ["Open", "Closed"] }],
  ["string", "状态，可选值： - on: 开 - off: 关", { enum: ["on", "off"] }],
  ["integer", "可选值：1：已建 2：已发 3：已收", { enum: [1, 2, 3] }],
  // Lists that go on, and lists of something else.
  ["string", "模式,默认为json,其他可选项包括json,xml ..", { default: "json" }],
  ["string", "只能是0,-1,正整数", {}],
  ["string", "Version. Values:\nAlpha: 1.6, 2.0;\nBeta: 2.5, 3.0;", {}],
  ["integer", "总数。\n- `m-1` 的默认值 `100`\n- `m-2` 的默认值 `50`\n范围：`[1, 100]`", { minimum: 1, maximum: 100 }],
  // A boolean whose default a list marks.
  ["boolean", "可选值: false（默认，不加水印）/ true（加水印）", { default: false }],
  // Labels between values.
  ["number", "0--降序,1--升序;默认0", { default: 0, enum: [0, 1] }],
  ["integer", "通道,1:内网,2:外网 最小值:1 最大值:2", { enum: [1, 2], minimum: 1, maximum: 2 }],
  ["string", "排序方式，'up' 表示升序，'down' 表示降序。", { enum: ["up", "down"] }],
  ["string", "`true` 强制，`false` 由模型判断。", {}],
  ["string", "依据：hot=热度，new=时间", { enum: ["hot", "new"] }],
  ["string", "结果\nPASS: 通过\nREJECT: 拒绝", { enum: ["PASS", "REJECT"] }],
  ["string", "结果\nURL: 链接\nID: 编号", {}],
  ["string", "返回:url(默认,图片链接)或 hex(编码)", { default: "url", enum: ["url", "hex"] }],
  ["string", "Format: “url” (picture URL) or “hex” (encoded)", { enum: ["url", "hex"] }],
  // Slashes.
  ["string", "open / closed / lost", { enum: ["open", "closed", "lost"] }],
  ["string", "排序 ASC/DESC (默认: ASC)", { default: "ASC", enum: ["ASC", "DESC"] }],
  ["string", "Filter by template (plain/rich)", { enum: ["plain", "rich"] }],
  ["string", "Filter by path (docs/api)", {}],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
