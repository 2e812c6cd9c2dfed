import { describe, expect, it } from "vitest";
import { codeSpan } from "../../../generator/emit/text/code-span.ts";
import { commentLine, commentText } from "../../../generator/emit/text/comment-text.ts";
import { markdownCode, markdownText } from "../../../generator/emit/text/markdown-text.ts";
import { NotFiniteError, numberLiteral } from "../../../generator/emit/text/number-literal.ts";
import { memberKey, objectKey } from "../../../generator/emit/text/object-key.ts";
import { stringLiteral } from "../../../generator/emit/text/string-literal.ts";
import { unsafeCharacter } from "../../../generator/emit/text/unsafe-characters.ts";

const texts = [
  "plain",
  "",
  "quotes \" and ' and `",
  "back\\slash \\u0041",
  "line\nfeed\r\n",
  "\0\x07\x1b[2J\x7f\x9b",
  "\u2028\u2029\u0085",
  "\u202eesrever\u2066\u2069\u061c",
  "ad\u200bmin\ufeff\u00ad\u2060",
  "\ud800 lone \udc00",
  "tag \u{e0041}\u{e007f}",
  "e\u0301 中文 🎨 ❤\ufe0f",
  "</script><!-- `a` -->",
];

describe("stringLiteral", () => {
  it.each(texts)("%j reads back unchanged and shows every character", (text) => {
    const literal = stringLiteral(text);
    expect(JSON.parse(literal)).toBe(text);
    expect(literal.match(unsafeCharacter)).toBeNull();
    expect(literal).not.toMatch(/<[/!]/);
  });
});

describe("numberLiteral", () => {
  it.each([0, -0, 1, -1.5, 1e21, 5e-324, Number.MAX_SAFE_INTEGER])("%d reads back the same", (value) => {
    expect(Object.is(Number(numberLiteral(value)), value)).toBe(true);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("refuses %d", (value) => {
    expect(() => numberLiteral(value)).toThrow(NotFiniteError);
  });
});

describe("objectKey", () => {
  it.each([
    { name: "prompt", want: "prompt" },
    { name: "$ref", want: "$ref" },
    { name: "class", want: "class" },
    { name: "", want: '""' },
    { name: "a-b", want: '"a-b"' },
    { name: "1", want: '"1"' },
    { name: "任务id", want: '"任务id"' },
    { name: "a'];PWN=1;type q=['", want: "\"a'];PWN=1;type q=['\"" },
    { name: "__proto__", want: '["__proto__"]' },
    { name: "constructor", want: "constructor" },
  ])("$name", ({ name, want }) => {
    expect(objectKey(name)).toBe(want);
  });

  it("needs no computed name in a type", () => {
    expect(memberKey("__proto__")).toBe("__proto__");
  });
});

describe("commentText", () => {
  it.each([
    { text: "plain\ntext", want: ["plain", "text"] },
    { text: "a */ b", want: ["a *\\/ b"] },
    { text: "**/ PWN() /**", want: ["**\\/ PWN() /\\**"] },
    { text: "*\n/", want: ["*", "/"] },
    { text: "*\u200b/", want: ["*\\u200b/"] },
    { text: "*\u2028/", want: ["*", "/"] },
    { text: "tab\there  ", want: ["tab  here"] },
    { text: "@ts-expect-error", want: ["\\@ts-expect-error"] },
    { text: "so @ts-ignore this", want: ["so \\@ts-ignore this"] },
    { text: "by @deprecated people, a@b.example", want: ["by \\@deprecated people, a@b.example"] },
    { text: "{@link x}", want: ["{\\@link x}"] },
    { text: "eslint-disable no-var", want: ["\\eslint-disable no-var"] },
    { text: "biome-ignore lint: x", want: ["\\biome-ignore lint: x"] },
    { text: "istanbul ignore file", want: ["\\istanbul ignore file"] },
    { text: "c8 ignore start", want: ["\\c8 ignore start"] },
    { text: "webpackIgnore: true", want: ["\\webpackIgnore: true"] },
    { text: "#__PURE__ @__PURE__", want: ["\\#__PURE__ \\@__PURE__"] },
    { text: "//# sourceMappingURL=x", want: ["//# \\sourceMappingURL=x"] },
    { text: "![t](https://evil.example/t.png)", want: ["\\![t](https://evil.example/t.png)"] },
    { text: "[x](javascript:alert) [y](https://a.example)", want: ["[x]\\(javascript:alert) [y](https://a.example)"] },
    {
      text: "\\![t](https://evil.example/t.png) \\\\!",
      want: ["\\\\\\![t](https://evil.example/t.png) \\\\\\\\!"],
    },
    { text: "\\<img src=x> C:\\a\\b", want: ["\\\\\\<img src=x> C:\\a\\b"] },
    { text: "<img src=x> a < b", want: ["\\<img src=x> a < b"] },
    { text: "default eslinted, 100% @ 5", want: ["default eslinted, 100% \\@ 5"] },
  ])("$text", ({ text, want }) => {
    expect(commentText(text)).toEqual(want);
  });

  it("cuts text over 4 kB with a mark", () => {
    const [line = ""] = commentText("字".repeat(50_000));
    expect(line).toHaveLength(4096 + " […]".length);
    expect(line.endsWith("字 […]")).toBe(true);
  });

  it("folds lines on demand", () => {
    expect(commentLine(" a\n\n b */ ")).toBe("a b *\\/");
  });
});

describe("codeSpan", () => {
  it.each([
    { text: '"a"', want: '`"a"`' },
    { text: "`; evil", want: "'; evil" },
    { text: "*/ x", want: "`*\\/ x`" },
  ])("$text", ({ text, want }) => {
    expect(codeSpan(text)).toBe(want);
  });
});

describe("markdownText", () => {
  it.each([
    { text: "<img src=x onerror=alert(1)>", want: "&lt;img src=x onerror=alert(1)&gt;" },
    { text: "![](https://evil.example/t.png)", want: "\\!\\[\\](https://evil.example/t.png)" },
    { text: "[x](javascript:1)", want: "\\[x\\](javascript:1)" },
    { text: "a | b\nc", want: "a \\| b c" },
    { text: "@org/team #123 `x` *b* _i_", want: "\\@org/team \\#123 \\`x\\` \\*b\\* \\_i\\_" },
    { text: "\u202eabc", want: "\\\\u202eabc" },
  ])("$text", ({ text, want }) => {
    expect(markdownText(text)).toBe(want);
  });
});

describe("markdownCode", () => {
  it.each([
    { text: "a|b", want: "`a\\|b`" },
    { text: "a`b", want: "`` a`b ``" },
    { text: "", want: "` `" },
  ])("$text", ({ text, want }) => {
    expect(markdownCode(text)).toBe(want);
  });
});
