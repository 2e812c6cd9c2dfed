import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { printRulePages } from "../../../generator/diff/rules/print-rule-pages.ts";
import { rules } from "../../../generator/diff/rules/rules.ts";

const folder = fileURLToPath(new URL("../../../docs/rules/", import.meta.url));

describe("docs/rules", () => {
  const pages = printRulePages(rules);

  it("holds a page for each rule and nothing else (npm run docs:rules)", () => {
    expect(readdirSync(folder).sort()).toEqual(pages.map(({ path }) => path).sort());
  });

  it.each(pages)("$path is what the table says (npm run docs:rules)", ({ path, text }) => {
    expect(readFileSync(`${folder}${path}`, "utf8")).toBe(text);
  });
});
