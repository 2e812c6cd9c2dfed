import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { printPaths } from "../../generator/emit/emit-paths.ts";
import { findForbiddenComments } from "../../generator/emit/find-forbidden-comments.ts";
import { findForbiddenSyntax } from "../../generator/emit/find-forbidden-syntax.ts";
import { isPlainTypes } from "../../generator/emit/is-plain-types.ts";
import { knownNames } from "../../generator/emit/known-names.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { tries } from "../tries.ts";
import { fluxDocument } from "./flux-document.ts";

const { plan } = planPackage(fluxDocument, { name: "x", version: "1.0.0", generatorVersion: "0.1.0", sources: [] });
const names = knownNames(plan);
const printed = `/* eslint-disable */\n${printPaths(fluxDocument)}`.replace("/* eslint-disable */", "/** A header. */");

/** What the look at the syntax tree says. */
function isAllowed(text: string): boolean {
  const source = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2023, false);
  return findForbiddenSyntax(source, names).length === 0 && findForbiddenComments(text).length === 0;
}

describe("isPlainTypes", () => {
  it("knows what is printed for a document", () => {
    expect(isPlainTypes(printed, names)).toBe(true);
  });

  it.each([
    "",
    "export interface paths {}",
    "type T = string;",
    'export type Id = "a" | "b" | (string & {});',
    "interface K { a?: T[]; readonly b: paths[\"a\"]['b'][]; 200: -1; get?: never; readonly: null; readonly readonly: true }".replace(
      " }",
      "; }",
    ),
    "export interface K { [name: string]: [T, ...K[]] | Record<string, never>; }",
    "type WithRequired<T, K extends PropertyKey> = T & { [P in K & keyof NonNullable<T>]-?: NonNullable<T>[P]; };",
    "/** One. */\n/** Two: https://a.example */ type T = /** in between */ string; /** The end. */",
  ])("takes %s", (text) => {
    expect(isPlainTypes(text, names)).toBe(true);
    expect(isAllowed(text)).toBe(true);
  });

  it.each([
    "type T = PWN;",
    "interface PWN {}",
    "type T = string",
    "type T = string; PWN();",
    "interface K extends T {}",
    "interface K { #a: string; }",
    "interface K { a(): string; }",
    "interface K { get a: string; }",
    "interface K { readonly\na: string; }",
    "interface K { [P in T]-?: string; }",
    "type T = { [P in K]-?: string; a: string; };",
    "export interface\nK {}",
    "type T = K\n[];",
    "type T = K\n<T>;",
    "type T = (T: string) => K;",
    "type T = `a`;",
    "type T = import('a').T;",
    "type T = typeof globalThis;",
    'type T = "a;',
    "type T = 1n;",
    "type T = any;",
    "// a\ntype T = string;",
    "/* a */ type T = string;",
    "/** @ts-ignore */ type T = string;",
    "/** a type T = string;",
    "type T = string; /** */ // PWN",
    "declare const T: string;",
    "import T from 'a';",
    `type T = ${"(".repeat(300)}string${")".repeat(300)};`,
  ])("leaves to the syntax: %s", (text) => {
    expect(isPlainTypes(text, names)).toBe(false);
  });

  it("takes nothing that the look at the syntax refuses", () => {
    const tokens = printed.split(/(\s+|[{}[\]();:?,<>|&"/*-])/);
    const at = fc.nat({ max: tokens.length - 1 });
    const change = fc.tuple(at, at, fc.constantFrom("drop", "swap", "copy", "break"));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const changed = [...tokens];
        for (const [from, to, how] of changes) {
          if (how === "break") changed.splice(from, 0, "\n");
          else changed.splice(to, how === "swap" ? 1 : 0, ...(how === "drop" ? [] : [tokens[from] ?? ""]));
          if (how === "drop") changed.splice(from, 1);
        }
        const text = changed.join("");
        expect(isPlainTypes(text, names) && !isAllowed(text)).toBe(false);
      }),
      tries(300),
    );
  });
});
