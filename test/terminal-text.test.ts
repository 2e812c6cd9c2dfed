import { describe, expect, it } from "vitest";
import { quote, safe } from "../generator/terminal-text.ts";

describe("safe: U11 X01 X02 X03", () => {
  it.each([
    { given: "生成图像的大小。", want: "生成图像的大小。" },
    { given: "a\u001b[2Jb\u009bc\u0007", want: "a\\u{1b}[2Jb\\u{9b}c\\u{7}" },
    { given: "one\ntwo\tthree\r", want: "one\\ntwo three\\u{d}" },
    { given: "::error file=x::PWN", want: "\\::error file=x::PWN" },
    { given: "  ::add-mask::a", want: "  \\::add-mask::a" },
    { given: "a\n::error::PWN", want: "a\\n::error::PWN" },
    { given: "foo ##[add-path]/tmp/evil", want: "foo ##\\[add-path]/tmp/evil" },
    { given: "##vso[task.setvariable variable=PATH]x", want: "##vso\\[task.setvariable variable=PATH]x" },
    { given: "ad\u200bmin \u202e\u2066", want: "ad\\u{200b}min \\u{202e}\\u{2066}" },
    { given: "\ud800 lone", want: "\\u{d800} lone" },
    { given: "🐯 tiger", want: "🐯 tiger" },
  ])("$given", ({ given, want }) => {
    expect(safe(given)).toBe(want);
  });

  it("cuts long text with a mark", () => {
    expect(safe("x".repeat(500), 10)).toBe(`${"x".repeat(10)}…`);
  });
});

describe("quote", () => {
  it("escapes the quotes of the text", () => {
    expect(quote('say "hi"')).toBe('"say \\"hi\\""');
  });
});
