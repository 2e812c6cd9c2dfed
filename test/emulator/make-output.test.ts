import { describe, expect, it } from "vitest";
import type { Schema } from "../../generator/document.ts";
import { makeOutput, type OutputFacts } from "../../generator/emulator/make-output.ts";
import { sampleValue } from "../../generator/emulator/sample-value.ts";

const file = { url: "https://x/0.jpg", width: 8, height: 6, content_type: "image/jpeg", file_name: "0.jpg" };
const facts: OutputFacts = { files: [file, file], prompt: "sea", seed: 7n, inferenceTime: 1.5, flagged: false };
const link: Schema = { type: "object", properties: { url: { type: "string" } } };

describe("makeOutput", () => {
  it("has the shape of fal's image models where no schema is known", () => {
    expect(makeOutput(undefined, {}, facts)).toEqual({
      images: [file, file],
      seed: 7n,
      prompt: "sea",
      timings: { inference: 1.5 },
      has_nsfw_concepts: [false, false],
    });
  });

  it.each<{ name: string; properties: { readonly [name: string]: Schema }; want: object }>([
    { name: "one file", properties: { image: link }, want: { image: { url: "https://x/0.jpg" } } },
    {
      name: "a list of files",
      properties: { outputs: { type: "array", items: link } },
      want: { outputs: [{ url: "https://x/0.jpg" }, { url: "https://x/0.jpg" }] },
    },
    {
      name: "a file by reference",
      properties: { image: { $ref: "#/components/schemas/File" } },
      want: { image: { url: "https://x/0.jpg", width: 8 } },
    },
    {
      name: "a file or null",
      properties: { image: { anyOf: [{ type: "null" }, link] } },
      want: { image: { url: "https://x/0.jpg" } },
    },
    {
      name: "what it knows",
      properties: { seed: { type: "integer" }, prompt: { type: "string" } },
      want: { seed: 7n, prompt: "sea" },
    },
    {
      name: "the rest by schema",
      properties: { text: { type: "string", default: "hi" }, score: { type: "number", minimum: 2 } },
      want: { text: "hi", score: 2 },
    },
  ])("fills $name", ({ properties, want }) => {
    const schemas = { File: { type: "object", properties: { url: {}, width: {} } } } as const;
    expect(makeOutput({ type: "object", properties }, schemas, facts)).toEqual(want);
  });
});

describe("sampleValue", () => {
  it.each<{ schema: Schema; want: unknown }>([
    { schema: { const: 1 }, want: 1 },
    { schema: { type: "string", examples: ["a"] }, want: "a" },
    { schema: { enum: ["b", "c"] }, want: "b" },
    { schema: { type: "string", minLength: 8 }, want: "string--" },
    { schema: { type: "string", maxLength: 3 }, want: "str" },
    { schema: { type: "integer", exclusiveMinimum: 0 }, want: 1 },
    { schema: { type: "number", maximum: -2 }, want: -2 },
    { schema: { type: ["null", "boolean"] }, want: false },
    { schema: { type: "null" }, want: null },
    { schema: {}, want: null },
    { schema: { type: "array", items: { const: 1 }, minItems: 2 }, want: [1, 1] },
    { schema: { properties: { a: { const: 1 } } }, want: { a: 1 } },
    {
      schema: { allOf: [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }] },
      want: { a: 1, b: 2 },
    },
    { schema: { oneOf: [{ type: "null" }, { const: 5 }] }, want: 5 },
  ])("of $schema is $want", ({ schema, want }) => {
    expect(sampleValue(schema, {})).toEqual(want);
  });

  it("ends on schemas that contain themselves", () => {
    const schemas = { Node: { type: "object", properties: { next: { $ref: "#/components/schemas/Node" } } } } as const;
    expect(JSON.stringify(sampleValue({ $ref: "#/components/schemas/Node" }, schemas)).length).toBeLessThan(200);
    expect(
      sampleValue({ $ref: "#/components/schemas/Loop" }, { Loop: { $ref: "#/components/schemas/Loop" } }),
    ).toBeNull();
  });
});
