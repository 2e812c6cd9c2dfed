import { describe, expect, it } from "vitest";
import { isUnclosedQuote, opensBlockScalar, readYamlLine } from "../../generator/read/yaml-line.ts";

describe("readYamlLine", () => {
  it.each([
    { text: "type: string", want: { dashes: 0, key: "type", value: "string", json: false } },
    { text: "properties:", want: { dashes: 0, key: "properties", value: "", json: false } },
    { text: "- name: a", want: { dashes: 1, key: "name", value: "a", json: false } },
    { text: "- - x", want: { dashes: 2, value: "x", json: false } },
    { text: "- &ref_0", want: { dashes: 1, value: "", json: false } },
    { text: "schema: &ref_0", want: { dashes: 0, key: "schema", value: "", json: false } },
    { text: "x-200:成功:", want: { dashes: 0, key: "x-200:成功", value: "", json: false } },
    { text: "'200':", want: { dashes: 0, key: "200", value: "", json: false } },
    { text: "'it''s: ' : 1", want: { dashes: 0, key: "it's: ", value: "1", json: false } },
    { text: '"type": "text",', want: { dashes: 0, key: "type", value: '"text",', json: true } },
    { text: "https://a.example/b", want: { dashes: 0, value: "https://a.example/b", json: false } },
    { text: "16:9", want: { dashes: 0, value: "16:9", json: false } },
    { text: "# a: comment", want: { dashes: 0, value: "# a: comment", json: false } },
    { text: "", want: { dashes: 0, value: "", json: false } },
  ])("reads $text", ({ text, want }) => {
    expect(readYamlLine(text)).toEqual(want);
  });
});

describe("scalars that go on", () => {
  it.each([">-", "|", "|2+", ">"])("%s opens a block", (value) => expect(opensBlockScalar(value)).toBe(true));
  it.each(["", "> x", "|-x", "a"])("%j opens none", (value) => expect(opensBlockScalar(value)).toBe(false));
  it.each(["'a", '"a', "'it''s", '"a\\"'])("%s is not closed", (value) => expect(isUnclosedQuote(value)).toBe(true));
  it.each(["'a'", '"a"', "'it''s'", "a", ""])("%j is closed or no quote", (value) =>
    expect(isUnclosedQuote(value)).toBe(false),
  );
});
