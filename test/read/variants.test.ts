import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSource } from "../../generator/read/read-source.ts";

/*
 * Sites print the same page in two ways, and crawlers keep or lose its layout. Both texts are a function of the page's
 * Markdown, so each fenced page of the case folders stands for all of its variants: they must say the same.
 */
const root = new URL("../cases/read/", import.meta.url);
const pages = readdirSync(root).filter((name) => /^apifox-page-(?:fenced|with-mix-ins)/.test(name));

const punctuation: ReadonlyMap<string, string> = new Map([
  ["：", ":"],
  ["，", ","],
  ["（", "("],
  ["）", ")"],
  ["；", ";"],
  ["？", "?"],
  ["！", "!"],
]);

function toAscii(text: string): string {
  return text.replace(/[：，（）；？！]/g, (sign) => punctuation.get(sign) ?? sign);
}

/** Full-width punctuation becomes ASCII, heading marks and fences are dropped. */
function keepLayout(markdown: string): string {
  const lines = toAscii(markdown)
    .split("\n")
    .filter((line) => !line.startsWith("```"));
  return `Skip to content\n\n${lines.map((line) => line.replace(/^#{1,6} /, "")).join("\n")}\n\nKites — all of them`;
}

/** And each line is trimmed, runs of spaces collapse, blank lines go. */
function loseLayout(markdown: string): string {
  const lines = keepLayout(markdown)
    .split("\n")
    .map((line) => line.trim().replace(/ +/g, " "));
  return lines.filter((line) => line !== "").join("\n");
}

const variants = [
  { name: "with its layout", derive: keepLayout },
  { name: "without its layout", derive: loseLayout },
  { name: "with nothing but its indentation lost", derive: (text: string) => text.replaceAll(/^ +/gm, "") },
  { name: "with Windows line ends", derive: (text: string) => text.replaceAll("\n", "\r\n") },
  {
    name: "without its layout, with Windows line ends",
    derive: (text: string) => loseLayout(text).replaceAll("\n", "\r\n"),
  },
];

/** The operations and schemas, with what the derivation changes in texts evened out. */
function say(text: string): unknown {
  const { documents, diagnostics } = readSource({ path: "page", bytes: new TextEncoder().encode(text) });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const even = (_: string, value: unknown): unknown =>
    typeof value === "string" ? toAscii(value).replace(/\s|```(?:json)?/g, "") : value;
  return JSON.parse(
    JSON.stringify(
      documents.map((document) => document.openapi),
      even,
    ),
  );
}

describe.each(pages)("%s", (page) => {
  const markdown = readFileSync(new URL(`${page}/input.md`, root), "utf8");

  it.each(variants)("says the same $name", ({ derive }) => {
    expect(say(derive(markdown))).toEqual(say(markdown));
  });
});
