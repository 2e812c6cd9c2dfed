import { describe, expect, it } from "vitest";
import { parseExample } from "../../generator/read/parse-example.ts";

describe("parseExample", () => {
  it.each([
    { text: "plain words", want: "plain words" },
    { text: '{"a": [1, null]}', want: { a: [1, null] } },
    { text: '{\r\n "a": "1",//任务id\r\n "b": {}, }', want: { a: "1", b: {} } },
    { text: '{"a": 1 /* one */, # two\n "b": 2}', want: { a: 1, b: 2 } },
    { text: '{"list": [ {"u": 1}, .... ], "more": …}', want: { list: [{ u: 1 }] } },
    { text: '{“a”：“b”，"c"：1}', want: { a: "b", c: 1 } },
    { text: '{"m": "image, file“, "n": 1}', want: { m: "image, file", n: 1 } },
    { text: "{'a': True, 'b': None, 'c': \"it's\"}", want: { a: true, b: null, c: "it's" } },
    { text: '{"x": {{var}}, "y": "{{z}}"}', want: { x: "{var}", y: "{{z}}" } },
    {
      text: '{"url": "https://a.example//b", "c": "# no comment"}',
      want: { url: "https://a.example//b", c: "# no comment" },
    },
    { text: '{"a": {"b": [1, 2', want: { a: { b: [1, 2] } } },
    { text: "{ nothing like it", want: "{ nothing like it" },
    { text: "[]", want: [] },
    { text: '{\\n  \\"a\\": \\"b\\",\\n  \\"c\\": {}\\n}', want: { a: "b", c: {} } },
    { text: '{\\"path\\": \\"C:\\\\\\\\a\\"}', want: { path: "C:\\a" } },
  ])("reads $text", ({ text, want }) => {
    expect(JSON.parse(JSON.stringify(parseExample(text)))).toEqual(want);
  });

  it("leaves text that nests too deep as text", () => {
    const text = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    expect(parseExample(text)).toBe(text);
  });

  it("ends on quotes without an end", () => {
    expect(parseExample(`{${"'“".repeat(100_000)}x`)).toBeTypeOf("string");
  });
});
