import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // What a value is for, and what it does.
  ["string", "Voice of the singer. Use m for male, f for female.", { enum: ["m", "f"] }],
  ["string", "Use quick_mode for drafts, or full_mode for the last take.", { enum: ["quick_mode", "full_mode"] }],
  ["string", '"auto" lets the model choose; "off" keeps one picture.', { enum: ["auto", "off"] }],
  [
    "string",
    "'wide' shows the room. 'close' shows the face. Default: 'wide'",
    { default: "wide", enum: ["wide", "close"] },
  ],
  ["string", "'wide' shows the room, while 'close' shows the face and 'both' shows all.", {}],
  ["string", "Use url for links, base64 for bytes.", {}],
  ["string", "Use this for tests, that for life.", {}],
  ["string", "Use `from_ip` for direction `in` and `to_ip` for direction `out`.", {}],
  ["string", '"width" is required. "height" is optional.', {}],
  ["string", "'full' returns the mesh. Use full for prints.", {}],
  ["string", "Mode: 'quick' to save time, 'full' for quality, 'auto' for either", { enum: ["quick", "full", "auto"] }],
  ["string", "quiet means no words. loud means all words.", { enum: ["quiet", "loud"] }],
  ["string", "This means nothing. It means no harm.", {}],
  ["string", "State of the job: `open`, `done`, or `void`.", { enum: ["open", "done", "void"] }],
  ["string", "Examples: `open` or `done`.", {}],
  ["string", "Id of the pool: `pool1...` or `hot1...`.", {}],
  ["string", "The `a`, `b` and `c` of it.", {}],
  ["string", "角标位置：top-left 左上、top-right 右上", { enum: ["top-left", "top-right"] }],
  ["string", "字段：user_id 用户、shop_id 店铺", {}],
  ["integer", "级别（1=可读/只看，2=可写/需授权，默认 1）", { default: 1, enum: [1, 2] }],
  ["integer", "启用状态 1启用 0停用", { enum: [1, 0] }],
  ["integer", "共 1启用 0停用", {}],
  ["string", "算法。取值范围：BY_TURN：轮流。BY_IP：按地址。", { enum: ["BY_TURN", "BY_IP"] }],
  ["string", "首帧。支持 jpg、png，不超过 10MB", {}],
  ["integer", "Range: \\[0, 75\\].", { minimum: 0, maximum: 75 }],
  // One value only.
  ["integer", "Length in seconds, with 5 being the only available option.", { enum: [5] }],
  ["string", "Size of the clip, with 720p as the only option available.", { enum: ["720p"] }],
  ["string", "`lock` is the only supported value.", { enum: ["lock"] }],
  ["string", "Anna is the only person who may do so.", {}],
  ["string", "固定值t2v", { enum: ["t2v"] }],
  ["string", "类型，恒为 text", { enum: ["text"] }],
  ["integer", "Kind of data (fixed 2)", { enum: [2] }],
  ["string", "任务所用模型\n值: maker_video_v2", { enum: ["maker_video_v2"] }],
  ["string", "可选值KEY", {}],
  ["string", "初始值: abc", {}],
  // Codes with a gap, and 其他 with a code of its own.
  ["integer", "身份 1：买家 3：卖家", { enum: [1, 3] }],
  ["integer", "种类（1-文档 2-图片 99-其他）", { enum: [1, 2, 99] }],
  ["integer", "1：最弱 9：最强", {}],
  ["integer", "200：成功，404：没有", {}],
  ["integer", "0：关闭 100：全开", {}],
  ["integer", "0-待办，1-完成，2-其他值保留", {}],
  [
    "string",
    "Possible values: 0 - plain mode (no limit) 1 - quick mode (2 of 3) 2 - full mode.",
    { enum: ["0", "1", "2"] },
  ],
  ["integer", "可选值 [5: Great, 4: Good, 3: Fair]", { enum: [5, 4, 3] }],
  // Nothing but white space between the values.
  ["integer", "时长，支持: 5 8 10(v5 模型)", { enum: [5, 8, 10] }],
  ["string", "Accepted value: auto small large", { enum: ["auto", "small", "large"] }],
  // Frames with a label each.
  ["string", "画幅：16:9 横屏、9:16 竖屏", { enum: ["16:9", "9:16"] }],
  ["string", "图片尺寸\n512x512 方形\n512x768 竖版\nauto 默认尺寸", {}],
  // What stands around the list.
  ["string", "Supports: application/json", { enum: ["application/json"] }],
  ["string", "Supports many languages.", {}],
  ["string", "The format, in one of these options: json, text, or srt.", { enum: ["json", "text", "srt"] }],
  ["string", "Choose one of these.", {}],
  ["string", "Can be one of the following: `Old`, `New`", { enum: ["Old", "New"] }],
  ["string", "Options: In work, Done, Closed.", {}],
  ["string", "Possible values are England, Wales and Isle of Man.", {}],
  ["string", "One of the options: Weekly, Monthly, Half a year.", {}],
  [
    "string",
    "Quality. Default: low\nAccepted values:\n- fast is false: low, mid\n- fast is true: low",
    { default: "low" },
  ],
  ["string", "支持:\nmaker-5-0、\nmaker-4-0、\nmaker-3-0。", { enum: ["maker-5-0", "maker-4-0", "maker-3-0"] }],
  ["string", "One of: personal\\_details, other\\_details", { enum: ["personal_details", "other_details"] }],
  ["string", "One of: OPEN, CLOSED, OTHER", { enum: ["OPEN", "CLOSED", "OTHER"] }],
] as const)("%s: %s", (type, description, want) => {
  expect(mineProse(description, { type }).keywords).toEqual(want);
});
