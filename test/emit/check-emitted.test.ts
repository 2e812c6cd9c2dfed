import { describe, expect, it } from "vitest";
import { checkEmitted } from "../../generator/emit/check-emitted.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { emitAll } from "./emit-all.ts";
import { fluxDocument } from "./flux-document.ts";

const { plan } = planPackage(fluxDocument, {
  name: "@docket/fal",
  version: "0.1.0",
  generatorVersion: "0.1.0",
  sources: [],
});
const files = emitAll(plan);

function refusals(path: string, change: (text: string) => string): readonly string[] {
  const changed = files.map((file) => (file.path === path ? { path, text: change(file.text) } : file));
  return checkEmitted(changed, plan).map(({ message, line }) => `${line}: ${message}`);
}

describe("checkEmitted", () => {
  it("lets through what was emitted", () => {
    expect(checkEmitted(files, plan)).toEqual([]);
  });

  it.each([
    ["globalThis.PWN = 1;", "ExpressionStatement is not allowed."],
    ["export const x = PWN();", "A value is not allowed."],
    ["export const x: Schema = defineClient(PWN());", "A call is not allowed."],
    ["export const x: Schema = PWN({ gateways });", "A call is not allowed."],
    ["export const x: Schema = defineClient({ gateways }, {});", "A call is not allowed."],
    ["export const x: Schema = defineClient({ gateways: PWN });", "A call is not allowed."],
    ["export const x: Schema = defineClient({ PWN });", "A name is not one of Docket's."],
    ["export const x = { a: PWN } as const;", "A value is not allowed."],
    ["export const x = { [PWN]: 1 } as const;", "A value is not allowed."],
    ["export const x = { a: `b` } as const;", "NoSubstitutionTemplateLiteral is not allowed."],
    ["export const x = { a: /b/ } as const;", "RegularExpressionLiteral is not allowed."],
    ["export const x = { ...gateways } as const;", "SpreadAssignment is not allowed."],
    ["export const x = { __proto__: {} } as const;", "A value is not allowed."],
    ["export const x = { a: 1, a: 2 } as const;", "A value is not allowed."],
    ["export const x = { a: +1 } as const;", "An operator is not allowed."],
    ["export const x = { a: 1n } as const;", "BigIntLiteral is not allowed."],
    ["export const x = [() => 1] as const;", "ArrowFunction is not allowed."],
    ["export const { x } = { x: 1 } as const;", "ObjectBindingPattern is not allowed."],
    ["export let x = 1;", "A value is not allowed."],
    ["export default 1;", "ExportAssignment is not allowed."],
    ["enum E { A }", "EnumDeclaration is not allowed."],
    ["namespace N {}", "ModuleDeclaration is not allowed."],
    ["declare global {}", "ModuleDeclaration is not allowed."],
    ["class C {}", "ClassDeclaration is not allowed."],
    ["function f() {}", "FunctionDeclaration is not allowed."],
    ["import './gateways.js';\nimport 'node:fs';", "A module is not one of Docket's."],
    ["import * as paths from './paths.js';", "NamespaceImport is not allowed."],
    ["export { gateways as x } from 'https://evil.example/x.js';", "A module is not one of Docket's."],
    ["export { gateways as x } from '../../../x.js';", "A module is not one of Docket's."],
    ["export type x = PWN;", "A name is not one of Docket's."],
    ["export type Schema2 = import('node:fs').Stats;", "ImportType is not allowed."],
    ["export type Id = Id extends string ? 1 : 2;", "ConditionalType is not allowed."],
    ["export type Id = `a`;", "NoSubstitutionTemplateLiteral is not allowed."],
    ["// a comment", "The text holds a comment that is not allowed."],
    ["/* a comment */", "The text holds a comment that is not allowed."],
    ["/** @ts-ignore */", "The text holds a comment that is not allowed."],
    ["label: {}", "LabeledStatement is not allowed."],
    ["export type Id = 'a\u202e';", "The text holds the unseen character U+202E."],
    ["export type Id = ;;{", "The text is no TypeScript."],
  ])("refuses %s", (statement, want) => {
    expect(refusals("src/index.ts", (text) => `${text}${statement}\n`).join()).toContain(want);
  });

  it.each([
    ["a default", "src/defaults.ts", "num_inference_steps: 28", "num_inference_steps: 29"],
    ["a default's type", "src/defaults.ts", "num_inference_steps: 28", 'num_inference_steps: "28"'],
    ["the sign of zero", "src/constraints.ts", "minimum: 0", "minimum: -0"],
    ["the order of values", "src/constraints.ts", '["jpeg", "png"]', '["png", "jpeg"]'],
    ["a path", "src/endpoints.ts", '"/fal-ai/flux-lora"', '"/fal-ai/flux-1/dev"'],
    ["a server", "src/gateways.ts", "https://queue.fal.run", "https://evil.example"],
    ["a field", "src/endpoints/fal-ai-flux-lora.ts", "guidance_scale: 3.5", "guidance: 3.5"],
    ["an absent table", "src/endpoints/fal-ai-flux-lora.ts", "export const defaults", "export const endpoints"],
  ])("refuses tables in which the plan does not find %s", (_, path, from, to) => {
    expect(refusals(path, (text) => text.replace(from, to)).join()).toMatch(
      /The table \w+ does not hold what the plan says/,
    );
  });

  it.each([
    "../x.ts",
    "/etc/x",
    "src/../x.ts",
    "src//x.ts",
    "C:\\x",
    ".npmrc",
    "src/a b.ts",
    `src/${"x".repeat(200)}.ts`,
    "README.MD",
  ])("refuses the path %.40s", (path) => {
    expect(checkEmitted([...files, { path, text: "" }], plan)).toMatchObject([
      { code: "output-refused", severity: "error" },
    ]);
  });

  it("says where", () => {
    expect(refusals("README.md", (text) => text.replace("# @docket", "# \u200b@docket"))).toEqual([
      "1: The text holds the unseen character U+200B.",
    ]);
  });
});
