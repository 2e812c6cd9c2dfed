import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/json.ts";
import { bodyOf, json, normalize, operationPage } from "./normalize-pages.ts";

interface Case {
  readonly name: string;
  readonly given: JsonObject;
  readonly want: JsonObject;
  readonly codes?: readonly string[];
}

/** Each schema is one property of a request body: what a page states, and what the document says. */
const cases: readonly Case[] = [
  { name: "nullable becomes a type", given: { type: "string", nullable: true }, want: { type: ["null", "string"] } },
  {
    name: "a nullable enum takes null too",
    given: { type: "string", enum: ["a"], nullable: true },
    want: { type: ["null", "string"], enum: ["a", null] },
  },
  {
    name: "a nullable composition becomes an alternative",
    given: { allOf: [{ type: "string" }], nullable: true, description: "d" },
    want: { description: "d", anyOf: [{ allOf: [{ type: "string" }] }, { type: "null" }] },
  },
  {
    name: "texts of values go below the description",
    given: {
      type: "string",
      enum: ["a", "b", "c"],
      description: "模式",
      "x-apifox-enum": [
        { value: "a", name: "甲", description: "默认 b" },
        { value: "b", name: "", description: "" },
        { value: "c", name: "c", description: "丙" },
      ],
    },
    want: { type: "string", enum: ["a", "b", "c"], description: "模式\n- a: 甲, 默认 b\n- c: 丙" },
  },
  {
    name: "texts of values in their older form",
    given: { type: "integer", enum: [1, 2], "x-apifox": { enumDescriptions: { 1: "一" } } },
    want: { type: "integer", enum: [1, 2], description: "- 1: 一" },
  },
  { name: "null of 3.1 is taken under 3.0", given: { type: "null" }, want: { type: "null" } },
  {
    name: "boolean exclusive bounds",
    given: { type: "number", minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: false },
    want: { type: "number", exclusiveMinimum: 0, maximum: 1 },
  },
  {
    name: "example becomes examples",
    given: { type: "string", example: "a" },
    want: { type: "string", examples: ["a"] },
  },
  {
    name: "a list of items becomes a tuple",
    given: { type: "array", items: [{ type: "string" }, { type: "number" }] },
    want: { type: "array", prefixItems: [{ type: "string" }, { type: "number" }] },
  },
  { name: "type undefined is any type", given: { type: "undefined" }, want: {} },
  { name: "int is integer", given: { type: "int" }, want: { type: "integer" } },
  { name: "String is string", given: { type: "String" }, want: { type: "string" } },
  { name: "file is binary text", given: { type: "file" }, want: { type: "string", format: "binary" } },
  { name: "an unknown type is any type", given: { type: "wobble" }, want: {}, codes: ["unknown-type"] },
  {
    name: "a number in quotes bounds nothing",
    given: { type: "integer", minimum: "1;PWN();//", maximum: "3" },
    want: { type: "integer" },
    codes: ["invalid-keyword", "invalid-keyword"],
  },
  {
    name: "an infinite number bounds nothing",
    given: { type: "number", maximum: Number.POSITIVE_INFINITY },
    want: { type: "number" },
    codes: ["invalid-keyword"],
  },
  {
    name: "a negative length bounds nothing",
    given: { type: "string", maxLength: -1 },
    want: { type: "string" },
    codes: ["invalid-keyword"],
  },
  {
    name: "a boolean default in quotes",
    given: { type: "boolean", default: "false" },
    want: { type: "boolean", default: false },
  },
  {
    name: "a number default on a string",
    given: { type: "string", default: 2 },
    want: { type: "string", default: "2" },
  },
  {
    name: "a default of another type is dropped",
    given: { type: "integer", default: "auto" },
    want: { type: "integer" },
    codes: ["default-unfit"],
  },
  {
    name: "a default takes the spelling of its list",
    given: { type: "string", enum: ["jpeg", "png"], default: "JPEG" },
    want: { type: "string", enum: ["jpeg", "png"], default: "jpeg" },
  },
  {
    name: "a default outside of its list is dropped",
    given: { type: "string", enum: ["1:1"], default: "Any" },
    want: { type: "string", enum: ["1:1"] },
    codes: ["default-unfit"],
  },
  { name: "a null default says nothing", given: { type: "string", default: null }, want: { type: "string" } },
  { name: "a template is no default", given: { type: "string", default: "Bearer {{KEY}}" }, want: { type: "string" } },
  {
    name: "enum values are written in their type, once",
    given: { type: "integer", enum: ["1", 1, 2] },
    want: { type: "integer", enum: [1, 2] },
  },
  {
    name: "an enum value of another type widens the type",
    given: { type: "integer", enum: [1, "auto"] },
    want: { type: ["integer", "string"], enum: [1, "auto"] },
  },
  { name: "an empty enum says nothing", given: { type: "string", enum: [] }, want: { type: "string" } },
  {
    name: "names of properties lose stray spaces",
    given: { type: "object", properties: { "urls ": { type: "string" } }, required: ["urls "] },
    want: { type: "object", properties: { urls: { type: "string" } }, required: ["urls"] },
    codes: ["stray-space-in-name"],
  },
  {
    name: "invisible characters in names and values are reported and kept",
    given: { type: "object", properties: { "ad\u200bmin": { type: "string", enum: ["a\u202eb"] } } },
    want: { type: "object", properties: { "ad\u200bmin": { type: "string", enum: ["a\u202eb"] } } },
    codes: ["invisible-character", "invisible-character"],
  },
  {
    name: "required names only what is there",
    given: { type: "object", properties: { a: {} }, required: ["a", "01KV0A4T77"] },
    want: { type: "object", properties: { a: {} }, required: ["a"] },
    codes: ["unknown-required"],
  },
  {
    name: "required: true of a property moves up",
    given: { type: "object", properties: { a: { type: "string", required: true } } },
    want: { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
  },
  {
    name: "a property that is no object is dropped",
    given: { type: "object", properties: { a: 1, b: { type: "string" } } },
    want: { type: "object", properties: { b: { type: "string" } } },
    codes: ["misplaced-value"],
  },
  {
    name: "true is any value",
    given: { anyOf: [true, { type: "string" }] },
    want: { anyOf: [{ type: "string" }, {}] },
  },
  {
    name: "names of Object's own methods are ordinary",
    given: { type: "object", properties: { constructor: { type: "string" }, ["__proto__"]: { type: "number" } } },
    want: { type: "object", properties: { ["__proto__"]: { type: "number" }, constructor: { type: "string" } } },
  },
  {
    name: "keywords that name other documents go",
    given: { $schema: "http://evil", $id: "http://evil", $anchor: "a", type: "string" },
    want: { type: "string" },
  },
  {
    name: "vendor extensions go",
    given: { type: "string", "x-go-type": "evil()", "x-docket-origin": {} },
    want: { type: "string" },
  },
];

describe("a schema", () => {
  test.each(cases)("$name", ({ given, want, codes = [] }) => {
    const body = { type: "object", properties: { it: given } };
    const result = normalize([operationPage("POST /x", json(body))]);
    expect(bodyOf(result.document, "/x")).toEqual({ type: "object", properties: { it: want } });
    expect(result.codes).toEqual(codes);
  });
});
