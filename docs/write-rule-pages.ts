import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { printRulePages } from "../generator/diff/rules/print-rule-pages.ts";
import { rules } from "../generator/diff/rules/rules.ts";

const folder = fileURLToPath(new URL("rules/", import.meta.url));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { path, text } of printRulePages(rules)) writeFileSync(`${folder}${path}`, text);
