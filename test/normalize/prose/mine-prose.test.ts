import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxProseLength, mineProse } from "../../../generator/normalize/prose/mine-prose.ts";
import { tries } from "../../tries.ts";

describe("facts", () => {
  test("carry the words that state them, by offsets of the description as it is", () => {
    const description = "生成数量。默认值：２  ．范围值：1-4";
    const { facts } = mineProse(description, { type: "integer" });
    const quoted = facts.map(({ keyword, value, cue, start, end }) => [
      keyword,
      value,
      cue,
      description.slice(start, end),
    ]);
    expect(quoted).toEqual([
      ["default", 2, "默认值", "默认值：２"],
      ["minimum", 1, "范围值", "范围值：1-4"],
      ["maximum", 4, "范围值", "范围值：1-4"],
    ]);
  });

  test("lie inside the description, whatever it says", () => {
    const pieces = [
      "默认值",
      ":",
      "范围",
      "1-50",
      "0.5",
      " ",
      "\n",
      "枚举值",
      "a、b",
      "“",
      "(",
      ")",
      "[",
      "最多",
      "张",
      "max ",
      "`",
    ];
    const description = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 })
      .map((parts) => parts.join(""));
    const type = fc.constantFrom("string", "integer", "number", "boolean", "array", "object", null);
    fc.assert(
      fc.property(description, type, (text, kind) => {
        for (const { start, end } of mineProse(text, { type: kind }).facts) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      tries(100),
    );
  });

  test("end where a unit at the end of the text ends", () => {
    const { facts } = mineProse("1-50张", { type: "array" });
    expect(facts.map(({ keyword, start, end }) => [keyword, start, end])).toEqual([
      ["minItems", 0, 5],
      ["maxItems", 0, 5],
    ]);
  });

  test("are read from the beginning of a text that is too long, and from no more", () => {
    const padding = " ".repeat(maxProseLength);
    expect(mineProse(`默认值：1${padding}`, { type: "integer" }).keywords).toEqual({ default: 1 });
    expect(mineProse(`${padding}默认值：1`, { type: "integer" }).keywords).toEqual({});
  });
});

describe("types", () => {
  test.each([
    ["string", "2"],
    [["string", "null"], "2"],
    ["integer", 2],
    ["number", 2],
    [["integer", "string"], 2],
    [undefined, 2],
    [null, 2],
    ["unknown-type", 2],
  ])("%j makes the default %j", (type, value) => {
    expect(mineProse("默认值：2", type === undefined ? {} : { type }).keywords).toEqual({ default: value });
  });

  test.each(["boolean", "array", "object", "null"])("%s has no number as its default", (type) => {
    expect(mineProse("默认值：2", { type }).keywords).toEqual({});
  });

  test("an unsafe integer is not rounded but left alone", () => {
    expect(mineProse("默认值：15218022503948752270", { type: "integer" }).keywords).toEqual({});
    expect(mineProse("最大值：18446744073709551615", { type: "integer" }).keywords).toEqual({});
  });
});

describe("conflicts", () => {
  test.each([
    [
      "string",
      "默认值：landscape_4_3 范围（3：4、4：3）",
      { default: "landscape_4_3" },
      ["enum", "outside-list", "landscape_4_3"],
    ],
    ["integer", "默认值：200，范围：1-100", { default: 200 }, ["minimum", "outside-range", 200]],
    ["integer", "最小值：10，最大值：1", {}, ["minimum", "empty-range", 1]],
    ["integer", "默认值：5。默认为 7", {}, ["default", "stated-twice", 7]],
  ])("%s: %s", (type, description, keywords, conflict) => {
    const mined = mineProse(description, { type });
    expect(mined.keywords).toEqual(keywords);
    expect(mined.conflicts.map(({ keyword, reason, against }) => [keyword, reason, against])).toContainEqual(conflict);
  });

  test("the same said twice is no conflict", () => {
    const mined = mineProse("默认为 1 生成速度。1.0是默认值。", { type: "number" });
    expect([mined.keywords, mined.conflicts]).toEqual([{ default: 1 }, []]);
  });

  test.each([
    [{ default: 7 }, ["default", "declared-otherwise", 7]],
    [{ enum: [6, 7] }, ["default", "outside-declared", [6, 7]]],
    [{ maximum: 4 }, ["default", "outside-declared", 4]],
  ])("what the schema declares wins: %j", (declared, conflict) => {
    const mined = mineProse("默认值：5", { type: "integer", declared });
    expect(mined.keywords).toEqual({});
    expect(mined.conflicts.map(({ keyword, reason, against }) => [keyword, reason, against])).toEqual([conflict]);
  });

  test("what the schema declares as well is neither repeated nor a conflict", () => {
    const mined = mineProse("默认值：5，范围：1-10", { type: "integer", declared: { default: 5, minimum: 1 } });
    expect([mined.keywords, mined.conflicts]).toEqual([{ maximum: 10 }, []]);
  });
});
