import { describe, expect, it } from "vitest";
import { isTypeText, readTypeText } from "../../generator/read/doc-text-type.ts";
import { readNativePath } from "../../generator/read/native-path.ts";
import { splitGluedValues } from "../../generator/read/split-glued-values.ts";
import { splitLines } from "../../generator/read/split-lines.ts";
import { splitCells } from "../../generator/read/table-row.ts";

describe("splitLines", () => {
  it.each([
    { text: "a\nb", want: ["a", "b"] },
    { text: "a\r\nb\rc\n", want: ["a", "b", "c", ""] },
    { text: "", want: [""] },
  ])("parts $text", ({ text, want }) => {
    const lines = splitLines({ path: "p", text });
    expect(lines.map((line) => line.text)).toEqual(want);
    expect(lines.map((line) => text.slice(line.start, line.end))).toEqual(want);
  });

  it("stops at the most", () => {
    expect(splitLines({ path: "p", text: "\n".repeat(100) }, 3)).toHaveLength(3);
  });
});

describe("splitCells", () => {
  it.each([
    { row: "| a | b |", want: ["a", "b"] },
    { row: "a | b | |", want: ["a", "b", ""] },
    { row: "|a\\|b|c|", want: ["a|b", "c"] },
    { row: "no row", want: [] },
  ])("parts $row", ({ row, want }) => {
    const cells = splitCells(row);
    expect(cells.map((cell) => cell.text)).toEqual(want);
  });
});

describe("types of rendered pages", () => {
  it.each([
    { text: "string", want: { type: "string" } },
    { text: "string<date-time>", want: { type: "string", format: "date-time" } },
    { text: "enum<string>", want: { type: "string" } },
    { text: "array[string]", want: { type: "array", items: { type: "string" } } },
    { text: "array[object {3}]", want: { type: "array", items: { type: "object" } } },
    { text: "object {0}", want: { type: "object" } },
    { text: "string | null", want: { type: ["string", "null"] } },
    { text: "file", want: { type: "string", format: "binary" } },
    { text: "any", want: {} },
  ])("reads $text", ({ text, want }) => {
    expect(isTypeText(text)).toBe(true);
    expect(readTypeText(text)).toEqual(want);
  });

  it.each(["", "strings", "a string", "string 必需", "必需", "stringstring"])("%j is no type", (text) => {
    expect(isTypeText(text)).toBe(false);
  });
});

describe("splitGluedValues", () => {
  it.each([
    { lines: ["MID_JOURNEYNIJI_JOURNEY"], samples: ["MID_JOURNEY"], want: ["MID_JOURNEY", "NIJI_JOURNEY"] },
    { lines: ["redblue"], samples: ["blue"], want: ["red", "blue"] },
    { lines: ["redblue"], samples: [], want: [] },
    { lines: ["redorangeblue"], samples: ["red"], want: [] },
    { lines: ["gen2gen3gen4"], samples: ["gen3"], want: ["gen2", "gen3", "gen4"] },
    { lines: ["16:9``9:16``1:1"], samples: [], want: ["16:9", "9:16", "1:1"] },
    { lines: ["510"], samples: ["10"], want: ["5", "10"] },
    { lines: ["16:99:161:1"], samples: ["16:9"], want: [] },
    { lines: ["red、blue"], samples: [], want: ["red", "blue"] },
    { lines: ["red", "blue"], samples: ["red"], want: ["red", "blue"] },
    { lines: ["red"], samples: ["red"], want: ["red"] },
    { lines: [], samples: ["red"], want: [] },
  ])("parts $lines with $samples", ({ lines, samples, want }) => {
    expect(splitGluedValues(lines, samples)).toEqual(want);
  });
});

describe("readNativePath", () => {
  it.each([
    { text: "/kites", want: { path: "/kites" } },
    { text: "kites?a=1", want: { path: "/kites" } },
    { text: "{{host}}/kites#x", want: { path: "/kites" } },
    { text: "https://a.example/kites", want: { path: "/kites", server: "https://a.example" } },
    { text: "", want: { path: "/" } },
  ])("reads $text", ({ text, want }) => {
    expect(readNativePath(text)).toEqual(want);
  });
});
