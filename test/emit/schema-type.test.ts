import { describe, expect, it } from "vitest";
import type { Schema } from "../../generator/document.ts";
import { printFlatType } from "../../generator/emit/print-flat-type.ts";
import { schemaType } from "../../generator/emit/schema-type.ts";

const prose = { "x-docket-origin": { enum: "prose" } } as const;

const cases: readonly { readonly given: Schema; readonly want: string; readonly name?: string }[] = [
  { given: {}, want: "unknown" },
  { given: { not: {} }, want: "never" },
  { given: { type: "string" }, want: "string" },
  { given: { type: "number" }, want: "number" },
  { given: { type: "integer" }, want: "number" },
  { given: { type: "boolean" }, want: "boolean" },
  { given: { type: "null" }, want: "null" },
  { given: { type: ["string", "null"] }, want: "string | null" },
  { given: { type: ["integer", "number"] }, want: "number" },
  { given: { type: "string", format: "binary" }, want: "string" },
  // Integers beyond 2^53
  { given: { type: "integer", format: "int64" }, want: "number | bigint" },
  { given: { type: "integer", maximum: 2 ** 64 }, want: "number | bigint" },
  { given: { type: "integer", maximum: 10 }, want: "number", name: "seed" },
  { given: { type: "integer" }, want: "number | bigint", name: "seed" },
  { given: { type: ["integer", "null"] }, want: "number | bigint | null", name: "image_seed" },
  // Known values
  { given: { const: "a" }, want: '"a"' },
  { given: { const: null }, want: "null" },
  { given: { const: [1, { a: true }] }, want: "readonly [1, { a: true }]" },
  { given: { enum: ["a", "b", "a"] }, want: '"a" | "b"' },
  { given: { enum: [1, "1", true, null] }, want: '1 | "1" | true | null' },
  { given: { type: ["string", "null"], enum: ["a"] }, want: '"a" | null' },
  { given: { type: "string", enum: [] }, want: "string" },
  { given: { type: "string", enum: ["a", "b"], ...prose }, want: '"a" | "b" | (string & {})' },
  { given: { enum: ["a"], ...prose }, want: '"a" | (string & {})' },
  { given: { type: "integer", enum: [1, 2], ...prose }, want: "1 | 2 | (number & {})" },
  { given: { type: ["string", "null"], enum: ["a"], ...prose }, want: '"a" | (string & {}) | null' },
  { given: { enum: ["yes", "on", "null"], type: "string" }, want: '"yes" | "on" | "null"' },
  // Arrays
  { given: { type: "array" }, want: "readonly unknown[]" },
  { given: { type: "array", items: { type: "string" } }, want: "readonly string[]" },
  { given: { type: "array", items: { enum: ["a", "b"] } }, want: 'readonly ("a" | "b")[]' },
  {
    given: { type: "array", items: { type: "array", items: { type: "number" } } },
    want: "readonly (readonly number[])[]",
  },
  { given: { type: "array", items: false }, want: "readonly never[]" },
  { given: { prefixItems: [{ type: "number" }, { type: "string" }], items: false }, want: "readonly [number, string]" },
  { given: { prefixItems: [{ type: "number" }] }, want: "readonly [number, ...unknown[]]" },
  // Objects
  { given: { type: "object" }, want: "{ [key: string]: unknown }" },
  { given: { type: "object", additionalProperties: false }, want: "{ [key: string]: never }" },
  { given: { type: "object", additionalProperties: { type: "number" } }, want: "{ [key: string]: number }" },
  { given: { properties: { a: { type: "string" } } }, want: "{ a?: string }" },
  { given: { properties: { a: {}, b: {} }, required: ["b", "absent"] }, want: "{ a?: unknown; b: unknown }" },
  {
    given: { type: "object", properties: { a: {} }, additionalProperties: true },
    want: "{ [key: string]: unknown; a?: unknown }",
  },
  {
    given: { type: "object", properties: { a: {} }, additionalProperties: { type: "number" } },
    want: "{ [key: string]: unknown; a?: unknown }",
  },
  { given: { type: "object", patternProperties: { "^x": { type: "number" } } }, want: "{ [key: string]: number }" },
  { given: { type: ["object", "null"], properties: { a: {} } }, want: "{ a?: unknown } | null" },
  {
    given: { type: "object", properties: JSON.parse('{"__proto__":{"type":"string"}}') },
    want: "{ __proto__?: string }",
  },
  {
    given: { type: "object", properties: { "a b": {}, "": {}, "1": {} } },
    want: '{ "1"?: unknown; "a b"?: unknown; ""?: unknown }',
  },
  // References
  { given: { $ref: "#/components/schemas/Image" }, want: "FalImage" },
  { given: { $ref: "#/components/schemas/Absent" }, want: "unknown" },
  { given: { $ref: "#/components/schemas/constructor" }, want: "unknown" },
  { given: { type: "array", items: { $ref: "#/components/schemas/Image" } }, want: "readonly FalImage[]" },
  // Combinations
  { given: { anyOf: [{ type: "string" }, { type: "null" }] }, want: "string | null" },
  { given: { anyOf: [{ enum: ["a", "b"] }, { type: "string" }] }, want: '"a" | "b" | (string & {})' },
  { given: { anyOf: [{ enum: ["a"] }, { $ref: "#/components/schemas/Image" }] }, want: '"a" | FalImage' },
  { given: { oneOf: [{ type: "number" }, {}] }, want: "unknown" },
  {
    given: { allOf: [{ $ref: "#/components/schemas/Image" }, { properties: { a: {} } }] },
    want: "FalImage & { a?: unknown }",
  },
  { given: { allOf: [{}, { type: "string" }] }, want: "string" },
  { given: { type: "object", anyOf: [{ required: ["a"] }, { required: ["b"] }] }, want: "{ [key: string]: unknown }" },
  {
    given: { type: "object", properties: { a: {} }, oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    want: "{ a?: unknown }",
  },
  { given: { type: "string", anyOf: [{ format: "uri" }, { format: "uuid" }] }, want: "string" },
];

describe("schemaType", () => {
  it.each(cases)("$given → $want", ({ given, want, name = "" }) => {
    const typeNames = new Map([["Image", "FalImage"]]);
    expect(printFlatType(schemaType(given, { typeNames, access: "readonly" }, name))).toBe(want);
  });

  it("gives arrays of answers to their holder", () => {
    const given: Schema = { type: "array", items: { enum: ["a"] } };
    expect(printFlatType(schemaType(given, { typeNames: new Map(), access: "mutable" }))).toBe('"a"[]');
  });

  it("ends on a schema that is nested deeper than the stack", () => {
    let given: Schema = { type: "string" };
    for (let depth = 0; depth < 10_000; depth += 1) given = { type: "array", items: given };
    expect(printFlatType(schemaType(given, { typeNames: new Map(), access: "mutable" }))).toBe(
      `unknown${"[]".repeat(65)}`,
    );
  });
});
