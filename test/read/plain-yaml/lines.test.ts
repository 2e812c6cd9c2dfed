import { describe, expect, it } from "vitest";
import { decodeDoubleQuoted } from "../../../generator/read/plain-yaml/decode-double-quoted.ts";
import { foldLines } from "../../../generator/read/plain-yaml/fold-lines.ts";
import { unfoldLines } from "../../../generator/read/plain-yaml/unfold-lines.ts";

describe("unfoldLines", () => {
  it.each([
    { text: "a\nb", want: "a b" },
    { text: "a \t\n  b  \n\tc", want: "a b c" },
    { text: "a\n\nb\n\n\nc", want: "a\nb\n\nc" },
    { text: "\na\n", want: " a " },
    { text: "a\r\n\r\nb", want: "a\nb" },
    { text: "a\u00a0\n\u00a0b", want: "a\u00a0 \u00a0b" },
  ])("makes $want of $text", ({ text, want }) => {
    expect(unfoldLines(text)).toBe(want);
  });
});

describe("foldLines", () => {
  it.each([
    { lines: ["a", "b"], want: "a b" },
    { lines: ["a", "", "b", "", "", "c"], want: "a\nb\n\nc" },
    { lines: ["", "", "a"], want: "\n\na" },
    { lines: ["a", " b", " c", "d"], want: "a\n b\n c\nd" },
    { lines: ["a", "", " b", "", "c"], want: "a\n\n b\n\nc" },
    { lines: [" a", "b"], want: " a\nb" },
    { lines: [], want: "" },
  ])("makes $want of $lines", ({ lines, want }) => {
    expect(foldLines(lines)).toBe(want);
  });
});

describe("decodeDoubleQuoted", () => {
  it.each([
    { text: 'a\\n\\t\\"\\\\\\/', want: 'a\n\t"\\/' },
    { text: "\\x41\\u4f60\\ud83d\\ude00\\U0001F600", want: "A你😀😀" },
    { text: "\\0\\a\\b\\e\\f\\r\\v\\N\\_\\L\\P\\ ", want: "\0\x07\b\x1b\f\r\v\u0085\u00a0\u2028\u2029 " },
    { text: "a \n  b", want: "a b" },
    { text: "a\n\n  b\n", want: "a\nb " },
    { text: "a\\t \n b", want: "a\t b" },
    { text: "a \\\n  b", want: "a b" },
    { text: "a\\\r\n\r\n b", want: "a b" },
    { text: " a ", want: " a " },
  ])("makes $want of $text", ({ text, want }) => {
    expect(decodeDoubleQuoted(text)).toBe(want);
  });

  it.each(["\\q", "\\x4", "\\uD83", "\\U00110000", "\\xZZ"])("does not know %s", (text) => {
    expect(decodeDoubleQuoted(text)).toBeUndefined();
  });
});
