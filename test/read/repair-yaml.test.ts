import { describe, expect, it } from "vitest";
import { cutExcerpt } from "../../generator/read/excerpt.ts";
import { repairYaml } from "../../generator/read/repair-yaml.ts";

const repair = (text: string): string | undefined => repairYaml(cutExcerpt({ path: "p", text }))?.excerpt.text;

describe("repairYaml", () => {
  it.each([
    { text: 'd: 默认值: "auto"', want: "d: '默认值: \"auto\"'\n" },
    { text: "a:\n  d: it's: so\n  e: 1", want: "a:\n  d: 'it''s: so'\n  e: 1\n" },
    { text: "d: ends with a colon:", want: "d: 'ends with a colon:'\n" },
    { text: "d: ,comma", want: "d: ',comma'\n" },
    { text: "- ,comma", want: "- ',comma'\n" },
    { text: "d: !不要", want: "d: '!不要'\n" },
    { text: "d: a: b\n   goes on\ne: 1", want: "d: 'a: b\n   goes on'\ne: 1\n" },
    { text: "- d: a: b", want: "- d: 'a: b'\n" },
  ])("quotes $text", ({ text, want }) => {
    expect(repair(text)).toBe(want);
  });

  it.each([
    "a: b",
    "a: '16: 9'",
    'a: "x: y"',
    "a: >-\n  text: with: colons\n  , comma\nb: 1",
    "a: 'open\n  text: more: x'",
    "a: {b: c, d: e}",
    "a: http://x.example/y",
    "a: !!js/function x",
    "- a: b\n- c: d",
  ])("leaves %s alone", (text) => {
    expect(repair(text)).toBeUndefined();
  });

  it("says where", () => {
    const source = { path: "p", text: "head\na: b\nd: x: y\n" };
    expect(repairYaml(cutExcerpt(source, 5))?.places).toEqual([{ file: "p", line: 3, column: 4 }]);
  });
});
