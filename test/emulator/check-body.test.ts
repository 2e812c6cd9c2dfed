import { describe, expect, it } from "vitest";
import type { Schema } from "../../generator/document.ts";
import { checkBody } from "../../generator/emulator/check-body.ts";
import type { WireValue } from "../../generator/emulator/wire-value.ts";

const object = (properties: { readonly [name: string]: Schema }, more: Schema = {}): Schema => ({
  type: "object",
  properties,
  ...more,
});
const size: Schema = {
  anyOf: [
    { type: "string", enum: ["square"] },
    object({ width: { type: "integer", maximum: 100 } }, { required: ["width"] }),
  ],
};

/** `type at.path` of each issue. */
function issues(
  schema: Schema,
  value: WireValue,
  schemas: { readonly [name: string]: Schema } = {},
): readonly string[] {
  return checkBody(schema, value, schemas).map(({ type, loc }) => `${type} ${loc.slice(1).join(".")}`.trim());
}

describe("checkBody", () => {
  it.each<{ name: string; schema: Schema; value: WireValue; want: readonly string[] }>([
    { name: "anything", schema: {}, value: [1, null], want: [] },
    { name: "a boolean", schema: { type: "boolean" }, value: 1, want: ["bool_type"] },
    { name: "an integer", schema: { type: "integer" }, value: 1.5, want: ["int_type"] },
    { name: "a large integer", schema: { type: "integer" }, value: 2n ** 60n, want: [] },
    { name: "a number", schema: { type: "number" }, value: "1", want: ["float_type"] },
    { name: "an array", schema: { type: "array" }, value: {}, want: ["list_type"] },
    { name: "an object", schema: { type: "object" }, value: [], want: ["dict_type"] },
    { name: "null", schema: { type: "null" }, value: 0, want: ["none_required"] },
    { name: "one of two types", schema: { type: ["string", "null"] }, value: null, want: [] },
    { name: "a closed list", schema: { enum: ["a", "b"] }, value: "c", want: ["literal_error"] },
    { name: "a listed object", schema: { enum: [{ a: 1 }] }, value: { a: 1 }, want: [] },
    {
      name: "an open list",
      schema: { enum: ["a"], "x-docket-origin": { enum: "prose" } },
      value: "c",
      want: [],
    },
    { name: "a constant", schema: { const: 3 }, value: 4, want: ["literal_error"] },
    { name: "items", schema: { items: { type: "string" } }, value: ["a", 1], want: ["string_type 1"] },
    {
      name: "a tuple",
      schema: { prefixItems: [{ type: "string" }], items: false },
      value: ["a", 1],
      want: ["extra_forbidden 1"],
    },
    { name: "a missing member", schema: object({}, { required: ["a"] }), value: {}, want: ["missing a"] },
    {
      name: "an inherited name",
      schema: object({}, { required: ["constructor"] }),
      value: {},
      want: ["missing constructor"],
    },
    { name: "a member", schema: object({ a: { type: "string" } }), value: { a: 1, b: 2 }, want: ["string_type a"] },
    {
      name: "a closed object",
      schema: object({}, { additionalProperties: false }),
      value: { b: 2 },
      want: ["extra_forbidden b"],
    },
    {
      name: "a map",
      schema: object({}, { additionalProperties: { type: "string" } }),
      value: { b: 2 },
      want: ["string_type b"],
    },
    { name: "all of", schema: { allOf: [{ type: "number" }, { maximum: 1 }] }, value: 2, want: ["less_than_equal"] },
    { name: "any of: a name", schema: size, value: "square", want: [] },
    { name: "any of: an object", schema: size, value: { width: 5 }, want: [] },
    { name: "any of: the nearest speaks", schema: size, value: { width: 500 }, want: ["less_than_equal width"] },
    { name: "any of: a wrong name", schema: size, value: "round", want: ["literal_error"] },
  ])("$name", ({ schema, value, want }) => {
    expect(issues(schema, value)).toEqual(want);
  });

  it("follows references, also to themselves", () => {
    const schemas = { Tree: object({ next: { $ref: "#/components/schemas/Tree" }, name: { type: "string" } }) };
    const tree = { $ref: "#/components/schemas/Tree" };
    expect(issues(tree, { next: { next: { name: 1 } } }, schemas)).toEqual(["string_type next.next.name"]);
    expect(issues({ $ref: "#/components/schemas/Loop" }, 1, { Loop: { $ref: "#/components/schemas/Loop" } })).toEqual(
      [],
    );
  });

  it.each<{ schema: Schema; value: WireValue; want: object }>([
    { schema: { minimum: 1 }, value: 0, want: { type: "greater_than_equal", ctx: { ge: 1 }, input: 0 } },
    { schema: { maximum: 4 }, value: 5, want: { msg: "Input should be less than or equal to 4", ctx: { le: 4 } } },
    { schema: { exclusiveMinimum: 0 }, value: 0, want: { type: "greater_than", ctx: { gt: 0 } } },
    { schema: { exclusiveMaximum: 1 }, value: 1n, want: { type: "less_than", ctx: { lt: 1 } } },
    { schema: { multipleOf: 0.1 }, value: 0.25, want: { type: "multiple_of" } },
    { schema: { minLength: 1 }, value: "", want: { type: "string_too_short", ctx: { min_length: 1 } } },
    { schema: { maxLength: 1 }, value: "😀😀", want: { msg: "String should have at most 1 characters" } },
    { schema: { minItems: 1 }, value: [], want: { type: "too_short", msg: "List should have at least 1 items" } },
    { schema: { maxItems: 0 }, value: [1], want: { type: "too_long" } },
    {
      schema: { maxProperties: 0 },
      value: { a: 1 },
      want: { type: "too_long", msg: "Dictionary should have at most 0 items" },
    },
  ])("says $want", ({ schema, value, want }) => {
    expect(checkBody(schema, value, {})).toMatchObject([want]);
  });

  it.each<{ schema: Schema; value: WireValue }>([
    { schema: { minimum: 1, maximum: 4, multipleOf: 0.1 }, value: 1.3 },
    { schema: { maxLength: 2 }, value: "😀😀" },
    { schema: { minimum: 1, minLength: 1, minItems: 1, minProperties: 1 }, value: true },
  ])("lets $value pass $schema", ({ schema, value }) => {
    expect(checkBody(schema, value, {})).toEqual([]);
  });

  it("lists the values it would have taken", () => {
    expect(checkBody({ enum: ["a", "b", 3] }, "c", {})[0]?.msg).toBe("Input should be 'a', 'b' or 3");
  });
});
