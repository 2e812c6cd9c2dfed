import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/json.ts";
import { at, bodyOf, json, normalize, operationPage } from "./normalize-pages.ts";

const body: JsonObject = {
  type: "object",
  properties: {
    size: { type: "string", description: "可选值:square pro、square", default: "square" },
    steps: { type: "integer", description: "默认值:28 范围值:0-50" },
  },
  required: ["size"],
};
const schemaPath = "$.paths['/fal-ai/flux-lora'].post.requestBody.content['application/json'].schema";

function overlay(...actions: readonly Json[]): ReturnType<typeof normalize> {
  const document: JsonObject = { overlay: "1.0.0", info: { title: "t", version: "1" }, actions };
  return normalize([operationPage("POST /fal-ai/flux-lora", json(body))], {
    overlays: [{ file: "overlays/fix.yaml", document }],
  });
}

function properties(...actions: readonly Json[]): unknown {
  return at(bodyOf(overlay(...actions).document, "/fal-ai/flux-lora"), "properties");
}

describe("an overlay", () => {
  test("updates keywords, each with the origin overlay; the others keep theirs", () => {
    const update = { minimum: 1, description: "Steps." };
    expect(at(properties({ target: `${schemaPath}.properties.steps`, update }), "steps")).toEqual({
      type: "integer",
      description: "Steps.",
      default: 28,
      minimum: 1,
      maximum: 50,
      "x-docket-origin": { default: "prose", maximum: "prose", minimum: "overlay" },
    });
  });

  test("that confirms what prose said vouches for it, and for nothing else", () => {
    const steps = at(properties({ target: `${schemaPath}.properties.steps`, update: { default: 28 } }), "steps");
    expect(at(steps, "x-docket-origin")).toEqual({ default: "overlay", maximum: "prose", minimum: "prose" });
  });

  test("adds properties, items of lists and whole schemas", () => {
    const result = overlay({
      target: schemaPath,
      update: { properties: { seed: { type: "integer" }, "a/b": { type: "string" } }, required: ["size", "steps"] },
    });
    const schema = bodyOf(result.document, "/fal-ai/flux-lora");
    expect(at(schema, "properties", "seed")).toEqual({ type: "integer", "x-docket-origin": { type: "overlay" } });
    expect(at(schema, "properties", "a/b", "type")).toBe("string");
    expect(at(schema, "required")).toEqual(["size", "steps"]);
    expect(result.codes.filter((code) => code.startsWith("overlay"))).toEqual([]);
  });

  test("removes a property, and an item of a list by its value", () => {
    expect(properties({ target: `${schemaPath}.properties.size`, remove: true })).not.toHaveProperty("size");
    const size = at(
      properties({ target: `${schemaPath}.properties.size.enum[?@ == 'square pro']`, remove: true }),
      "size",
    );
    expect(at(size, "enum")).toEqual(["square"]);
    expect(at(size, "x-docket-origin", "enum")).toBe("overlay");
  });

  test("replaces a property by removing it first", () => {
    const size = at(
      properties(
        { target: `${schemaPath}.properties.size`, remove: true },
        { target: schemaPath, update: { properties: { size: { type: "string", enum: ["square_hd"] } } } },
      ),
      "size",
    );
    expect(size).toEqual({
      type: "string",
      enum: ["square_hd"],
      "x-docket-origin": { enum: "overlay", type: "overlay" },
    });
  });

  test("removes several items of one list", () => {
    const required = bodyOf(
      overlay({ target: `${schemaPath}.properties.size.enum[*]`, remove: true }).document,
      "/fal-ai/flux-lora",
    );
    expect(at(required, "properties", "size", "enum")).toBeUndefined();
  });

  test("appends an item when the list itself is its target", () => {
    const size = at(properties({ target: `${schemaPath}.properties.size.enum`, update: "portrait" }), "size");
    expect(at(size, "enum")).toEqual(["portrait", "square", "square pro"]);
  });

  test.each([
    {
      name: "selects nothing",
      action: { target: "$.paths['/gone']", update: {} },
      code: "overlay-unmatched",
      severity: "warning",
    },
    { name: "is no JSONPath", action: { target: "$.paths[", update: {} }, code: "overlay-invalid", severity: "error" },
    { name: "is missing", action: { update: {} }, code: "overlay-invalid", severity: "error" },
  ])("whose target $name is reported", ({ action, code, severity }) => {
    const found = overlay(action).diagnostics.filter((diagnostic) => diagnostic.code.startsWith("overlay"));
    expect(found).toMatchObject([{ code, severity, file: "overlays/fix.yaml" }]);
  });

  test("that is no overlay is reported", () => {
    const { codes } = normalize([operationPage("POST /x", json(body))], {
      overlays: [{ file: "o", document: { openapi: "3.1.0" } }],
    });
    expect(codes).toContain("overlay-invalid");
  });

  test("that refers to what is not there is reported", () => {
    const result = overlay({ target: schemaPath, update: { properties: { a: { $ref: "#/components/schemas/No" } } } });
    expect(result.codes).toContain("unresolved-reference");
  });

  test("cannot reach through a prototype", () => {
    const { document } = overlay({ target: "$.paths", update: { ["__proto__"]: { polluted: true } } });
    expect(at(document, "paths", "/fal-ai/flux-lora")).toBeDefined();
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});
