import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../../generator/diff/compare-documents.ts";
import { printGithub } from "../../../generator/diff/report/print-github.ts";
import { printJson } from "../../../generator/diff/report/print-json.ts";
import { printMarkdown } from "../../../generator/diff/report/print-markdown.ts";
import { printTerminal } from "../../../generator/diff/report/print-terminal.ts";
import type { DiffReport } from "../../../generator/diff/report/report.ts";
import { documentOf, documentWith, operationOf } from "../document-of.ts";

const plain = (_style: string, text: string): string => text;

/** Control characters but the line feed, and what turns text around. */
const unseen = /[^\P{Cc}\n]|\u202e/u;

/** A report on a page in which every word that may be hostile is. */
function hostileReport(payload: string): DiffReport {
  const base = documentWith({ type: "object", properties: { [payload]: { enum: ["a", payload] } } }, undefined);
  const head = documentWith({ type: "object", properties: { [payload]: { enum: ["a"] } } }, undefined);
  return {
    base: payload,
    head: payload,
    findings: compareDocuments(base, head),
    step: "major",
    nextVersion: "2.0.0",
    stale: [],
    expired: [],
  };
}

const payloads = [
  "<img src=x onerror=alert(1)>",
  "<details open ontoggle=alert(1)>",
  "[x](javascript:alert(1))",
  "![](https://evil.example/track.png)",
  "| cell | cell |",
  "a\n::error file=x::PWN",
  "::stop-commands::t",
  "foo ##[add-path]/tmp/evil bar",
  "##vso[task.setvariable variable=PATH]x",
  "\u001b[31mred\u001b[0m",
  "\u202egnp.exe",
  "`code` **bold** _it_ ~~no~~",
  "@org/team closes #1 GH-1 https://evil.example www.evil.example",
  "%0A::error::x",
];

describe.each(payloads)("a page that says %j", (payload) => {
  const report = hostileReport(payload);

  it("leaves Markdown text", () => {
    const text = printMarkdown(report).replaceAll("&#8203;", "\u200b");
    expect(text).not.toMatch(/<(?!\/?(?:details|summary)>)/);
    expect(text).not.toMatch(/(?<!\\)!\[|(?<!\\)\]\(/);
    expect(text).not.toMatch(/@[a-z]|(?<!\\)#\d|\\#\d|GH-\d|:\/\/|www\.[a-z]/);
    expect(text).not.toMatch(unseen);
    for (const line of text.split("\n")) if (line.startsWith("|")) expect(line.match(/(?<!\\)\|/g)?.length).toBe(6);
  });

  it("starts no command of a runner", () => {
    for (const text of [printTerminal(report, plain), printMarkdown(report)]) {
      for (const line of text.split("\n")) expect(line.trimStart()).not.toMatch(/^::/);
      expect(text).not.toMatch(/##(?:vso)?\[/);
    }
    for (const line of printGithub(report).split("\n")) {
      expect(line).toMatch(
        /^(?:$|docket diff: |::(?:error|warning|notice) (?:file=[^:]*,line=\d+,col=\d+,)?title=[^:]*::)/,
      );
      expect(line).not.toMatch(/##(?:vso)?\[|%0A/);
    }
  });

  it("keeps JSON whole and valid", () => {
    const text = printJson(report);
    expect(text).not.toMatch(unseen);
    expect(JSON.parse(text).base).toBe(payload);
  });
});

describe("many changes", () => {
  const schema = (maximum: number) => ({
    type: "object" as const,
    properties: Object.fromEntries(
      Array.from({ length: 900 }, (_, index) => [`field${index}`, { type: "number" as const, maximum }]),
    ),
  });
  const findings = compareDocuments(documentWith(schema(2), undefined), documentWith(schema(1), undefined));
  const report: DiffReport = {
    base: "a",
    head: "b",
    findings,
    step: "major",
    nextVersion: "2.0.0",
    stale: [],
    expired: [],
  };

  it("fit a comment", () => {
    const text = printMarkdown(report);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain("and 860 more, below");
    expect(text.trimEnd().endsWith("</details>")).toBe(true);
  });

  it("give at most ten annotations of a kind", () => {
    const lines = printGithub(report).split("\n");
    expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(10);
    expect(lines.at(-3)).toContain("891 more breaking changes");
  });
});

describe("one cause", () => {
  it("is told once, with every axis and operation it touches", () => {
    const schemas = (type: "string" | "integer") => ({ Pet: { type: "object", properties: { age: { type } } } });
    const body = { $ref: "#/components/schemas/Pet" };
    const paths = Object.fromEntries(
      ["a", "b", "c", "d"].map((path) => [`/${path}`, { post: operationOf(body, body) }]),
    );
    const findings = compareDocuments(
      documentOf({ paths, schemas: schemas("string") }),
      documentOf({ paths, schemas: schemas("integer") }),
    );
    expect(findings.map(({ axis, operations }) => [axis, operations.length])).toEqual([
      ["wire", 4],
      ["source", 4],
    ]);
    const text = printTerminal({ base: "a", head: "b", findings, step: "major", stale: [], expired: [] }, plain);
    expect(text.split("\n").slice(0, 3)).toEqual([
      'breaking Pet.age: the type changed from "string" to "integer"',
      "         wire, source · type-changed",
      "         POST /a, POST /b, POST /c and 1 more",
    ]);
  });
});
