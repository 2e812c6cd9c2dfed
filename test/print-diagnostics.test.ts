import { describe, expect, it } from "vitest";
import { type Diagnostic, diagnose } from "../generator/diagnostic.ts";
import { paintFor } from "../generator/paint.ts";
import { countDiagnostics, printDiagnostics } from "../generator/print-diagnostics.ts";

const plain = paintFor({ colour: false });
const text = `a: 1\n  生成: 默认值\n${"x".repeat(300)}\n`;
const sources = new Map([["specs/page.txt", text]]);
const at = (line: number, column: number): Diagnostic =>
  diagnose("no-operation", "what is wrong", {
    place: { file: "specs/page.txt", line, column },
    hint: "what to do",
  });

describe("printDiagnostics", () => {
  it.each([
    {
      name: "shows the line and a caret under the column",
      given: at(1, 4),
      want: "specs/page.txt:1:4 note no-operation what is wrong\n  | 1 | a: 1\n  |   |    ^\n  hint: what to do\n",
    },
    {
      name: "is as wide as the ideographs before the caret",
      given: at(2, 7),
      want: "specs/page.txt:2:7 note no-operation what is wrong\n  | 2 |   生成: 默认值\n  |   |   \u3000\u3000  ^\n  hint: what to do\n",
    },
    {
      name: "says nothing more of a line that is not there",
      given: at(9, 1),
      want: "specs/page.txt:9:1 note no-operation what is wrong\n  hint: what to do\n",
    },
    {
      name: "needs no place",
      given: diagnose("no-operation", "what is wrong", { pointer: "/paths" }),
      want: "note no-operation what is wrong\n  at /paths\n",
    },
  ])("$name", ({ given, want }) => {
    expect(printDiagnostics([given], sources, plain)).toBe(want);
  });

  it("shows the part of a long line around the column", () => {
    const [, excerpt = "", caret = ""] = printDiagnostics([at(3, 200)], sources, plain).split("\n");
    expect(excerpt).toBe(`  | 3 | …${"x".repeat(100)}…`);
    expect(caret.indexOf("^")).toBe("  | 3 | …".length + 50);
  });

  it("shows the first of many alike, and counts the others", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => at(index % 3, 1));
    const printed = printDiagnostics([...many, diagnose("invalid-path", "another")], sources, plain);
    expect(printed.match(/what is wrong/g)).toHaveLength(50);
    expect(printed).toContain("error invalid-path another\n");
    expect(printed).toMatch(/specs\/page\.txt note no-operation 19950 more like these\n$/);
  });

  it("lets no escape of a document through", () => {
    const evil = diagnose("no-operation", "\u001b[2J", {
      place: { file: "\u001b.txt", line: 1, column: 1 },
      hint: "\u009b",
    });
    const printed = printDiagnostics([evil], new Map([["\u001b.txt", "\u001b[31m\u202e"]]), plain);
    expect(printed.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe("countDiagnostics", () => {
  it("counts by severity, worst first", () => {
    expect(countDiagnostics([at(1, 1), at(2, 1)])).toBe("2 notes");
    expect(countDiagnostics([])).toBe("");
  });
});
