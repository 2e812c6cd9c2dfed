import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { Schema } from "../../generator/document.ts";
import { describeRange } from "../../generator/emit/describe-range.ts";
import { emitOpenapi } from "../../generator/emit/emit-openapi.ts";
import { fieldDoc } from "../../generator/emit/field-doc.ts";
import type { MemberStructure, TypeStructure } from "../../generator/emit/module-structure.ts";
import { printDoc } from "../../generator/emit/print-doc.ts";
import { printType } from "../../generator/emit/print-type.ts";
import { printValue } from "../../generator/emit/print-value.ts";
import { readTable } from "../../generator/emit/read-table.ts";
import { unsafeCharacter } from "../../generator/emit/text/unsafe-characters.ts";
import type { Json } from "../../generator/json.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { tries } from "../tries.ts";
import { fluxDocument } from "./flux-document.ts";
import { plain } from "./plain.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("__proto__", "constructor", "*/", "`${", "yes", "~", "1e3", "- a", "a: b"),
);
const anyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, true, false, -0),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    anyText,
    fc.array(tie("json"), { maxLength: 4 }),
    fc.array(fc.tuple(anyText, tie("json")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).json;

function readBack(text: string): Json | undefined {
  const source = ts.createSourceFile("t.ts", `const t = ${text} as const;`, ts.ScriptTarget.ES2023);
  const [statement] = source.statements;
  if (statement === undefined || !ts.isVariableStatement(statement)) return undefined;
  const initializer = statement.declarationList.declarations[0]?.initializer;
  return initializer !== undefined && ts.isAsExpression(initializer) ? readTable(initializer.expression) : undefined;
}

describe("printValue", () => {
  it("prints what reads back as the same value, without unseen characters", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = printValue(value, "", 0);
        expect(plain(readBack(text))).toEqual(plain(value));
        expect([...text.matchAll(unsafeCharacter)].filter(([character]) => character !== "\n")).toEqual([]);
      }),
      tries(100),
    );
  });

  it("breaks what does not fit on a line", () => {
    const value = { list: Array.from({ length: 20 }, (_, at) => `item ${at}`), short: [1, 2], empty: {} };
    const lines = printValue(value, "", 0).split("\n");
    expect(lines.slice(0, 3)).toEqual(["{", "  list: [", '    "item 0",']);
    expect(lines.slice(-4)).toEqual(["  ],", "  short: [1, 2],", "  empty: {},", "}"]);
  });
});

describe("emitOpenapi", () => {
  const { plan } = planPackage(fluxDocument, { name: "x", version: "1.0.0", generatorVersion: "0.1.0", sources: [] });
  const emit = (value: Json): string =>
    emitOpenapi({ ...plan, document: { ...fluxDocument, paths: JSON.parse(JSON.stringify({ value })) } }).text;

  it("prints what reads back as the same document", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = emit(value);
        const want: Json = JSON.parse(JSON.stringify(value));
        expect(plain(parse(text).paths.value)).toEqual(plain(want));
        expect([...text.matchAll(unsafeCharacter)].filter(([character]) => character !== "\n")).toEqual([]);
      }),
      tries(60),
    );
  });

  it("prints what the yaml package prints", () => {
    const words = fc.constantFrom(
      "a: b",
      "a #b",
      "- ",
      "%x\ny",
      "---",
      "yes",
      "12",
      "/v1/x",
      "一 行",
      "a\n\n b\n",
      " a",
      "a:",
    );
    const text = fc.oneof(
      words,
      fc.array(words).map((some) => some.join("")),
      fc.string({ unit: "grapheme-ascii" }).filter((text) => text !== "="),
    );
    const tree = fc.letrec<{ json: Json }>((tie) => ({
      json: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom(null, true, 0, -1.5),
        text,
        fc.array(tie("json"), { maxLength: 3 }),
        fc.array(fc.tuple(text, tie("json")), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
      ),
    })).json;
    const options = { aliasDuplicateObjects: false, compat: "yaml-1.1", lineWidth: 0 } as const;
    fc.assert(
      fc.property(tree, (value) => {
        const pathsOf = (text: string): string | undefined => text.split("\npaths:")[1]?.split("\ncomponents:")[0];
        expect(pathsOf(emit(value))).toBe(pathsOf(stringify({ info: 1, paths: { value }, components: 1 }, options)));
      }),
      tries(100),
    );
  });

  it("leaves a key that does not fit on its line to the yaml package", () => {
    const value = { ["k".repeat(2000)]: { a: ["b"] } };
    expect(emit(value)).toContain(`? ${"k".repeat(2000)}\n`);
    expect(parse(emit(value)).paths.value).toEqual(value);
  });

  it.each([
    "yes",
    "no",
    "on",
    "off",
    "y",
    "~",
    "null",
    "",
    "1",
    "0x1f",
    "017",
    "1_000",
    "1:30",
    "e606400",
    "E-606400",
    "2024-01-01",
    ".inf",
    "<<",
    "=",
    "!x",
    "*a",
    "%d",
    "@a",
    "- a",
    "#c",
  ])("quotes %j", (text) => {
    expect(emit([text])).toMatch(/^ {4}- "/m);
    expect(parse(emit([text]), { version: "1.1" }).paths.value).toEqual([text]);
  });
});

describe("printType", () => {
  const string: TypeStructure = { kind: "keyword", name: "string" };
  const literal = (value: string): TypeStructure => ({ kind: "literal", value });
  const union: TypeStructure = { kind: "union", members: [literal("a"), string] };
  const member = (name: string, type: TypeStructure, doc: readonly string[] = []): MemberStructure => ({
    name,
    optional: true,
    doc,
    type,
  });
  const long: TypeStructure = {
    kind: "union",
    members: Array.from({ length: 12 }, (_, at) => literal(`a long value ${at}`)),
  };

  it.each<[TypeStructure, string]>([
    [{ kind: "array", element: union, access: "mutable" }, '("a" | string)[]'],
    [
      { kind: "array", element: { kind: "array", element: string, access: "readonly" }, access: "mutable" },
      "(readonly string[])[]",
    ],
    [{ kind: "tuple", elements: [string], rest: union, access: "readonly" }, 'readonly [string, ...("a" | string)[]]'],
    [{ kind: "keyof", of: union }, 'keyof ("a" | string)'],
    [{ kind: "member", of: { kind: "typeof", name: "t" }, key: literal("k") }, '(typeof t)["k"]'],
    [{ kind: "intersection", members: [union, { kind: "object", members: [] }] }, '("a" | string) & {}'],
    [
      {
        kind: "union",
        members: [{ kind: "intersection", members: [string, { kind: "object", members: [] }] }, string],
      },
      "(string & {}) | string",
    ],
    [{ kind: "mapped", name: "Id", keys: string, optional: "?", type: string }, "{ readonly [Id in string]?: string }"],
    [{ kind: "reference", name: "Fits", parameters: [string, string] }, "Fits<string, string>"],
    [{ kind: "object", members: [member("a b", string)], index: string }, '{ [key: string]: string; "a b"?: string }'],
    [{ kind: "object", members: [member("a", string, ["Why."])] }, "{\n  /** Why. */\n  a?: string;\n}"],
    [
      { kind: "array", element: { kind: "object", members: [member("a", string, ["Why."])] }, access: "mutable" },
      "{\n  /** Why. */\n  a?: string;\n}[]",
    ],
  ])("%j", (type, want) => {
    expect(printType(type, "", 0)).toBe(want);
  });

  it("puts the members of a long union on lines of their own", () => {
    const lines = printType({ kind: "object", members: [member("a", long)] }, "", 0).split("\n");
    expect(lines.slice(0, 3)).toEqual(["{", "  a?:", '    | "a long value 0"']);
  });
});

describe("printDoc", () => {
  it.each<[readonly string[], string]>([
    [[], ""],
    [["One."], "  /** One. */\n"],
    [["One.", "", "Two."], "  /**\n   * One.\n   *\n   * Two.\n   */\n"],
    [
      [`- ${"word ".repeat(30).trim()}`],
      `  /**\n   * - ${"word ".repeat(22).trim()}\n   *   ${"word ".repeat(8).trim()}\n   */\n`,
    ],
  ])("%j", (doc, want) => {
    expect(printDoc(doc, "  ")).toBe(want);
  });
});

describe("fieldDoc", () => {
  it.each<[Schema, unknown]>([
    [{}, []],
    [{ description: "\n\nWhat.\n" }, ["What."]],
    [{ default: 28, "x-docket-origin": { default: "prose" } as const }, ["Default: `28` (prose)"]],
    [
      { description: "What.", default: "a", enum: ["a", "b"] },
      ["What.", "", '- Default: `"a"` (schema)', '- Known values: `"a"`, `"b"` (schema)'],
    ],
    [{ enum: ["a"], "x-docket-origin": { enum: "prose" } as const }, ['Known values: `"a"` (prose); others may pass']],
    [
      { anyOf: [{ enum: ["a"], "x-docket-origin": { enum: "overlay" } as const }, { type: "object" }] },
      ['Known values: `"a"` (overlay); others may pass'],
    ],
    [
      { anyOf: [{ enum: ["a"], "x-docket-origin": { enum: "prose" } as const }, { enum: [1] }] },
      ['Known values: `"a"`, `1` (prose, schema); others may pass'],
    ],
    [{ minimum: 0, maximum: 50, "x-docket-origin": { maximum: "prose" } as const }, ["Range: 0 to 50 (prose, schema)"]],
    [{ deprecated: true }, ["@deprecated"]],
    [{ enum: Array.from({ length: 30 }, (_, at) => at) }, [expect.stringMatching(/`23`, 6 more \(schema\)$/)]],
  ])("%j", (schema, want) => {
    expect(fieldDoc(schema)).toEqual(want);
  });
});

describe("describeRange", () => {
  it.each([
    [{}, []],
    [{ minimum: 1, maximum: 50 }, ["Range: 1 to 50"]],
    [{ minimum: 0 }, ["Range: at least 0"]],
    [{ exclusiveMinimum: 0, maximum: 9 }, ["Range: more than 0, at most 9"]],
    [{ minimum: 0, exclusiveMaximum: 1, multipleOf: 0.1 }, ["Range: at least 0, less than 1, a multiple of 0.1"]],
    [{ multipleOf: 8 }, ["Range: a multiple of 8"]],
    [{ minLength: 1, maxLength: 4000 }, ["Length: 1 to 4000"]],
    [{ maxItems: 4 }, ["Items: at most 4"]],
    [{ minimum: Number.NaN }, []],
  ])("%j", (schema, want) => {
    expect(describeRange(schema).map(({ label, text }) => `${label}: ${text}`)).toEqual(want);
  });
});
