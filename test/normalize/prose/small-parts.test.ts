import { describe, expect, it } from "vitest";
import { foldText } from "../../../generator/normalize/prose/fold-text.ts";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";
import { propertyKind } from "../../../generator/normalize/prose/property-kind.ts";

describe("propertyKind", () => {
  it.each([
    [undefined, "any"],
    [null, "any"],
    ["string", "string"],
    [["string", "null"], "string"],
    [["integer", "string"], "any"],
    [["string", "number"], "any"],
    [["object", "string"], "string"],
    [["object"], "none"],
    ["null", "none"],
    [[], "none"],
    [["array", "object"], "array"],
    ["file", "any"],
  ])("%j is %s", (type, want) => {
    expect(propertyKind(type)).toBe(want);
  });
});

describe("foldText keeps every place", () => {
  it.each([
    ["ＡＢＣ１２～", "ABC12~"],
    ["：，；（）", ":,;()"],
    ["a b\tc", /^a b[ \t]c$/],
    ["图片", "图片"],
  ])("%s", (text, want) => {
    const folded = foldText(text);
    expect(folded).toHaveLength(text.length);
    expect(folded).toMatch(want);
  });
});

describe("numbers with their units", () => {
  it.each([
    ["默认10s", "number", { default: 10 }],
    ["最大 10.5s", "number", { maximum: 10.5 }],
    ["可选值：5s、10s", "integer", { enum: [5, 10] }],
    ["可选 5s、10s", "string", { enum: ["5s", "10s"] }],
    ["最大 2^31-1", "integer", { maximum: 2_147_483_647 }],
    ["最大 2^31", "integer", { maximum: 2_147_483_648 }],
    ["最多 5,000 字符", "string", { maxLength: 5000 }],
    ["at most 1,000,000 characters", "string", { maxLength: 1_000_000 }],
    ["默认值：-0.5", "number", { default: -0.5 }],
  ] as const)("%s", (text, type, want) => {
    expect(mineProse(text, { type }).keywords).toMatchObject(want);
  });
});
