import { describe, expect, it } from "vitest";
import type { Report } from "../../generator/diagnostic.ts";
import { collectInto, type Diagnostic } from "../../generator/diagnostic.ts";
import type { JsonObject } from "../../generator/json.ts";
import { cleanContent } from "../../generator/normalize/clean-content.ts";
import { cleanResponses } from "../../generator/normalize/clean-responses.ts";
import { nameOfComponent } from "../../generator/normalize/component-name.ts";
import { matchGlob } from "../../generator/normalize/match-glob.ts";
import { parseExample } from "../../generator/normalize/parse-example.ts";
import type { UnionContext } from "../../generator/normalize/union-context.ts";
import { unionSchemas } from "../../generator/normalize/union-schemas.ts";

type Pass = (document: JsonObject, report: Report) => JsonObject;

/** What a pass makes of an operation, and the codes it reports. */
function operationAfter(
  pass: Pass,
  operation: JsonObject,
): { readonly operation: unknown; readonly codes: readonly string[] } {
  const diagnostics: Diagnostic[] = [];
  const after = pass({ openapi: "3.1.0", paths: { "/a": { post: operation } } }, collectInto(diagnostics));
  return { operation: JSON.parse(JSON.stringify(after)).paths["/a"].post, codes: diagnostics.map(({ code }) => code) };
}

describe("cleanResponses", () => {
  const body = (schema: unknown): JsonObject => ({
    content: { "application/json": JSON.parse(JSON.stringify({ schema })) },
  });
  const [a, b, c] = [{ type: "string" }, { type: "integer" }, { type: "boolean" }];
  it.each([
    { name: "no response is an empty 200", given: {}, want: { "200": { description: "Not documented." } } },
    { name: "what is no object is none", given: { "200": "ok" }, want: { "200": { description: "Not documented." } } },
    {
      name: "text behind a status",
      given: { "200 OK": {}, "404：没有": {} },
      want: { "200": { description: "" }, "404": { description: "" } },
    },
    {
      name: "ranges and default",
      given: { "4xx": {}, Default: {} },
      want: { "4XX": { description: "" }, default: { description: "" } },
    },
    {
      name: "the tool's name of a response",
      given: { "200": { "x-apifox-name": " 成功 " } },
      want: { "200": { "x-apifox-name": " 成功 ", description: "成功" } },
    },
    {
      name: "a description of its own wins",
      given: { "200": { description: "fine", "x-apifox-name": "成功" } },
      want: { "200": { description: "fine", "x-apifox-name": "成功" } },
    },
    {
      name: "a second response of a status, alone",
      given: { "x-200:成功": {} },
      want: { "200": { description: "成功" } },
    },
    { name: "other extensions are none", given: { "200": {}, "x-note": {} }, want: { "200": { description: "" } } },
    {
      name: "what is no status",
      given: { "200": {}, "600": {}, "20": {}, "2000": {}, ok: {} },
      want: { "200": { description: "" } },
      codes: Array(4).fill("invalid-status"),
    },
  ])("$name", ({ given, want, codes = [] }) => {
    const got = operationAfter(cleanResponses, { responses: given });
    expect(got).toEqual({ operation: { responses: want }, codes });
  });

  it.each([
    { name: "two bodies are alternatives", given: [a, b], want: { anyOf: [a, b] } },
    { name: "three are one list", given: [a, b, c], want: { anyOf: [a, b, c] } },
    { name: "the same body twice is one", given: [a, a], want: a },
    { name: "a body without a schema adds nothing", given: [a, undefined], want: a },
    { name: "nor does it stand in the way", given: [undefined, b], want: b },
  ])("$name", ({ given, want }) => {
    const keys = ["200", "x-200:two", "x-200:three"];
    const responses = Object.fromEntries(given.map((schema, index) => [keys[index] ?? "", body(schema)]));
    const { operation } = operationAfter(cleanResponses, { responses });
    expect(operation).toHaveProperty(["responses", "200", "content", "application/json", "schema"], want);
  });

  it("keeps a media type that only the second response has, and drops what is none", () => {
    const responses = {
      "200": { content: { "application/json": { schema: a } } },
      "x-200:two": { content: { "text/plain": { schema: b }, "image/png": 7 } },
    };
    const { operation } = operationAfter(cleanResponses, { responses });
    expect(operation).toHaveProperty(["responses", "200", "content"], {
      "application/json": { schema: a },
      "text/plain": { schema: b },
    });
  });
});

describe("cleanContent", () => {
  it.each([
    {
      name: "keys are lower case, without parameters",
      given: { "Application/JSON; charset=utf-8": {} },
      want: { "application/json": {} },
    },
    {
      name: "an example that is text is read",
      given: { "application/json": { example: '{"a": 1}' } },
      want: { "application/json": { example: { a: 1 } } },
    },
    {
      name: "an empty example is none",
      given: { "application/json": { example: "  " } },
      want: { "application/json": {} },
    },
    {
      name: "a named example that is text is read",
      given: { "application/json": { examples: { one: { value: '{"a": 1}' } } } },
      want: { "application/json": { example: { a: 1 } } },
    },
  ])("$name", ({ given, want }) => {
    const { operation } = operationAfter(cleanContent, { requestBody: { content: given } });
    expect(operation).toEqual({ requestBody: { content: want } });
  });
});

describe("parseExample", () => {
  it.each([
    ['{"a": 1}', { a: 1 }],
    [" [1, 2,] ", [1, 2]],
    ['{"a": 1,}', { a: 1 }],
    ["plain words", "plain words"],
    ["7", "7"],
    ["{not json", "{not json"],
    [`${"[".repeat(5000)}`, "[".repeat(5000)],
  ])("%.20j is %.20j", (text, want) => {
    expect(parseExample(text)).toEqual(want);
  });
});

describe("nameOfComponent", () => {
  it.each([
    [["components", "schemas", "Image"], [], "Image"],
    [["components", "schemas", "Image", "properties", "size"], [], "Image_size"],
    [["components", "schemas", "Image", "items"], [], "Image_items"],
    [["components", "responses", "Image"], [], "responses_Image"],
    [["definitions", "Image"], [], "Image"],
    [["paths", "/a/b", "post", "requestBody", "content", "application/json", "schema"], [], "a_b_post_requestBody"],
    [["components", "schemas", "Image"], ["Image"], /^Image_[0-9a-z]+$/],
  ])("%j, clear of %j, is %s", (keys, taken, want) => {
    const name = nameOfComponent(keys, new Set(taken));
    if (typeof want === "string") expect(name).toBe(want);
    else expect(name).toMatch(want);
  });
});

describe("matchGlob", () => {
  it.each([
    ["/fal-ai/**", "/fal-ai/flux-1/dev", true],
    ["/fal-ai/*", "/fal-ai/flux-1/dev", false],
    ["/fal-ai/*", "/fal-ai/flux-lora", true],
    ["/**/status", "/a/b/status", true],
    ["/a", "/a/b", false],
    ["/a/**", "/b", false],
  ])("%s and %s: %s", (pattern, path, want) => {
    expect(matchGlob(pattern, path)).toBe(want);
  });
});

describe("the union of two schemas", () => {
  const resolve: UnionContext["resolve"] = () => undefined;
  const context: UnionContext = { resolve, differ: () => undefined, path: [], union: unionSchemas };
  const [text, count] = [{ type: "string" }, { type: "integer" }];
  it.each<{ name: string; one: JsonObject; other: JsonObject; want: JsonObject }>([
    {
      name: "items that both refuse",
      one: { type: "array", items: false },
      other: { type: "array", items: false },
      want: { type: "array", items: false },
    },
    {
      name: "items that one refuses",
      one: { type: "array", items: false },
      other: { type: "array", items: text },
      want: { type: "array" },
    },
    {
      name: "items that one does not describe",
      one: { type: "array" },
      other: { type: "array", items: text },
      want: { type: "array", items: text },
    },
    {
      name: "other properties that both type",
      one: { type: "object", additionalProperties: text },
      other: { type: "object", additionalProperties: text },
      want: { type: "object", additionalProperties: text },
    },
    {
      name: "other properties that one refuses and the other does not speak of",
      one: { type: "object", additionalProperties: false },
      other: { type: "object" },
      want: { type: "object", additionalProperties: false },
    },
    {
      name: "alternatives and one of them",
      one: { anyOf: [text, count] },
      other: count,
      want: { anyOf: [text, count] },
    },
    {
      name: "alternatives and another",
      one: { anyOf: [text, count] },
      other: { type: "boolean" },
      want: { anyOf: [text, count, { type: "boolean" }] },
    },
    {
      name: "alternatives of which two are of a kind stay as they are",
      one: { anyOf: [{ type: "string", maxLength: 1 }, { type: "string", pattern: "^a" }, count] },
      other: { anyOf: [{ type: "string", maxLength: 9 }, count] },
      want: {
        anyOf: [
          { type: "string", maxLength: 1 },
          { type: "string", pattern: "^a" },
          count,
          { type: "string", maxLength: 9 },
        ],
      },
    },
  ])("$name", ({ one, other, want }) => {
    expect(JSON.parse(JSON.stringify(unionSchemas(one, other, context)))).toMatchObject(want);
    if (!Object.hasOwn(want, "items") && want["type"] === "array")
      expect(unionSchemas(one, other, context)).not.toHaveProperty("items");
  });
});
