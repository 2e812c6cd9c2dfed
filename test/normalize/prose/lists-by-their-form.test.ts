import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

test.each([
  // A sentence that is nothing but a choice.
  ["string", "custom 或 smart。", { enum: ["custom", "smart"] }],
  ["string", "16:9、9:16 或 1:1;有参考图时不一定生效。", { enum: ["16:9", "9:16", "1:1"] }],
  ["integer", "5 或 10。", { enum: [5, 10] }],
  ["string", "The kind of character. Auto, Fiction, or Real.", { enum: ["Auto", "Fiction", "Real"] }],
  ["string", "How it looks. Pictures or words.", {}],
  ["string", "string 或 array。", {}],
  ["string", "tenant_token 或 user_token", {}],
  ["string", "url or base64", {}],
  ["string", "image or video of the product", {}],
  ["integer", "- **200**: missing or done\n- **404**: not found\n- **500**: broken", {}],
  // Names with a label in brackets each.
  ["string", "任务的状态：waiting（等待）、done（完成）、failed（失败）", { enum: ["waiting", "done", "failed"] }],
  ["string", "状态：waiting、done", {}],
  ["string", "选择版本。m2-turbo(速度快)、m2-plus(细节多)", { enum: ["m2-turbo", "m2-plus"] }],
  ["string", "motion (auto, small, large)", { enum: ["auto", "small", "large"] }],
  ["string", "parts of it (arms, legs, head)", {}],
  // In quotes behind a noun.
  ["string", "输出大小：`1K` / `2K`，仅新版支持", { enum: ["1K", "2K"] }],
  ["string", "参考：`a1` / `b1`，见下表", {}],
  ["string", '可选字段有："id,name"，默认返回所有字段', {}],
  ["string", "模型名称“m-720p”,“m-1080p”", { enum: ["m-720p", "m-1080p"] }],
  // One value on each line.
  [
    "string",
    "画面的比例\n16:9\n9:16 \n1:1\nkeep_ratio：保持原图。\nadaptive：自动。",
    {
      enum: ["16:9", "9:16", "1:1", "keep_ratio", "adaptive"],
    },
  ],
  ["string", "- square: 512\n- square_hd: 1024\n- wide_4_3: 4:3", { enum: ["square", "square_hd", "wide_4_3"] }],
  ["string", "JSON 文本，字段：\n- user_id: 用户\n- shop_id: 店铺\n- order_id: 订单", {}],
  ["string", "例如\n16:9\n9:16\n1:1", {}],
  [
    "string",
    "Speed. Default value: `B`.  - `T`: Turbo - `B`: Balanced - `Q`: Quality",
    {
      default: "B",
      enum: ["T", "B", "Q"],
    },
  ],
])("%s: %s", (type, description, keywords) => {
  expect(mineProse(description, { type }).keywords).toEqual(keywords);
});
