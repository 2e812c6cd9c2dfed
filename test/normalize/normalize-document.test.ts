import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isObject, type Json, type JsonObject } from "../../generator/json.ts";
import { matchGlob } from "../../generator/normalize/match-glob.ts";
import { safeName } from "../../generator/normalize/safe-name.ts";
import { mark } from "../../generator/place.ts";
import { tries } from "../tries.ts";
import { at, bodyOf, json, normalize, operationPage, page } from "./normalize-pages.ts";

const text: JsonObject = { type: "string" };

describe("the document", () => {
  const pages = [
    page(
      {
        servers: [{ url: "https://a.example" }],
        paths: {
          "/b": {
            post: json({ $ref: "#/components/schemas/B" }, { type: "object", properties: { z: text, a: text } }),
          },
          "/a/{id}": {
            get: { tags: ["z", "a"], responses: { "404": { description: "no" }, "200": { description: "yes" } } },
          },
        },
        components: {
          schemas: {
            B: { type: "object", required: ["y", "x"], properties: { y: { enum: ["b", "a", 10, 9] }, x: {} } },
          },
        },
      },
      "one",
    ),
    page({ paths: { "/b": { post: json({ type: "object", properties: { y: { enum: ["c"] } } }) } } }, "two"),
  ];

  test("is the same whatever the order of pages and keys", () => {
    const want = JSON.stringify(normalize(pages).document);
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), (seed, reversed) => {
        const shuffled = pages.map((each) => ({
          ...each,
          document: { ...each.document, openapi: shuffleKeys(each.document.openapi, seed) },
        }));
        const given = reversed ? shuffled.reverse() : shuffled;
        expect(JSON.stringify(normalize(given).document)).toBe(want);
      }),
      tries(30),
    );
  });

  test("begins with what a reader looks for, and sorts what has no order", () => {
    const { document } = normalize(pages);
    expect(Object.keys(document)).toEqual([
      "openapi",
      "info",
      "x-docket-gateways",
      "paths",
      "components",
      "x-docket-differences",
    ]);
    expect(Object.keys(Object(at(document, "paths")))).toEqual(["/a/{id}", "/b"]);
    expect(at(document, "paths", "/a/{id}", "get", "tags")).toEqual(["a", "z"]);
    expect(at(bodyOf(document, "/b"), "properties", "y", "enum")).toEqual([9, 10, "a", "b", "c"]);
  });

  test("drops components that no operation leads to", () => {
    const { document } = normalize([
      page({ paths: { "/x": { get: json(undefined) } }, components: { schemas: { Unused: text } } }),
    ]);
    expect(Object.keys(Object(at(document, "components", "schemas")))).toEqual(["GatewayError"]);
  });

  test("keeps nothing of the documentation tool", () => {
    const { document } = normalize([
      operationPage("POST /x", {
        ...json({ type: "object", "x-apifox-orders": [], properties: {} }),
        "x-apifox-folder": "f",
        "x-run-in-apifox": "https://app.apifox.com/x",
        "x-docket-queue": { role: "submit" },
        callbacks: {},
      }),
    ]);
    expect(JSON.stringify(document)).not.toMatch(/apifox|callbacks|x-docket-queue|x-docket-page/);
  });
});

describe("rings of schemas", () => {
  const $ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
  const normalizeSchemas = (schemas: JsonObject): ReturnType<typeof normalize> =>
    normalize([
      page({
        paths: { "/x": { post: json({ type: "object", properties: { it: $ref("A") } }) } },
        components: { schemas },
      }),
    ]);

  test("through properties and maps stay", () => {
    const A = { type: "object", properties: { next: $ref("A") }, additionalProperties: $ref("A") };
    const { document, codes } = normalizeSchemas({ A });
    expect(at(document, "components", "schemas", "A")).toEqual(A);
    expect(codes).toEqual([]);
  });

  test.each([
    { name: "an alternative", schemas: { A: { anyOf: [$ref("A"), text] } }, want: { anyOf: [text, {}] } },
    { name: "a list", schemas: { A: { type: "array", items: $ref("A") } }, want: { type: "array", items: {} } },
    {
      name: "another schema",
      schemas: { A: { allOf: [$ref("B")] }, B: { anyOf: [$ref("A"), text] } },
      want: { allOf: [$ref("B")] },
    },
  ])("through $name are cut", ({ schemas, want }) => {
    const { document, codes } = normalizeSchemas(schemas);
    expect(at(document, "components", "schemas", "A")).toEqual(want);
    expect(codes).toEqual(["recursive-schema"]);
  });
});

describe("a version", () => {
  const swagger: JsonObject = {
    swagger: "2.0",
    host: "api.example.com",
    basePath: "/v1",
    schemes: ["https"],
    paths: {
      "/x": {
        post: {
          consumes: ["application/json"],
          produces: ["application/json"],
          parameters: [{ in: "body", name: "body", schema: { $ref: "#/definitions/Input" } }],
          responses: { "200": { description: "ok", schema: { $ref: "#/definitions/Input" } } },
        },
      },
    },
    definitions: { Input: { type: "object", properties: { a: { type: "string", "x-nullable": true } } } },
  };

  test("2.0 is upgraded", () => {
    const { document, codes } = normalize([
      { gatewayId: "g", document: { file: "f", format: "openapi", openapi: swagger } },
    ]);
    expect(bodyOf(document, "/x")).toEqual({ $ref: "#/components/schemas/Input" });
    expect(at(document, "components", "schemas", "Input", "properties", "a")).toEqual({ type: ["null", "string"] });
    expect(at(document, "x-docket-gateways", "g", "server")).toBe("https://api.example.com/v1");
    expect(codes).toEqual([]);
  });

  test.each(["3.0.0", "3.0.9", "3.1.1", "3.2.0"])("%s is read", (openapi) => {
    const { document, codes } = normalize([page({ openapi, paths: { "/x": { get: json(undefined) } } })]);
    expect(at(document, "openapi")).toBe("3.1.0");
    expect(codes).toEqual([]);
  });

  test.each([{ openapi: "4.0.0" }, { openapi: 3.1 }, { openapi: null }])("$openapi is refused", ({ openapi }) => {
    expect(normalize([page({ openapi, paths: {} })]).codes).toEqual(["unsupported-version"]);
  });
});

describe("a hostile document", () => {
  const nest = (levels: number, inner: JsonObject): JsonObject =>
    Array.from({ length: levels }).reduce<JsonObject>((schema) => ({ allOf: [schema] }), inner);

  test("nested too deep is refused", () => {
    const { document, codes } = normalize([operationPage("POST /x", json(nest(2000, text)))]);
    expect(codes).toEqual(["nesting-too-deep"]);
    expect(at(document, "paths")).toEqual({});
  });

  test("nested deep is read", () => {
    expect(normalize([operationPage("POST /x", json(nest(200, text)))]).codes).toEqual([]);
  });

  test("whose keys are names of Object's methods is read", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
    const schemas = Object.fromEntries(names.map((name) => [name, text]));
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
    const { document, codes } = normalize([
      page({ paths: { "/x": { post: json({ type: "object", properties }) } }, components: { schemas } }),
    ]);
    expect(Object.keys(Object(at(bodyOf(document, "/x"), "properties"))).sort()).toEqual([...names].sort());
    expect(codes).toEqual([]);
  });

  test("with many operations and schemas is read in the same way", () => {
    const count = 2000;
    const schemas = Object.fromEntries(Array.from({ length: count }, (_, n) => [`S${n}`, text]));
    const paths = Object.fromEntries(
      Array.from({ length: count }, (_, n) => [`/p${n}`, { post: json({ $ref: `#/components/schemas/S${n}` }) }]),
    );
    const { document } = normalize([page({ paths, components: { schemas } })]);
    expect(Object.keys(Object(at(document, "paths")))).toHaveLength(count);
  });

  test("has its diagnostics point into the page", () => {
    const source = { path: "g/page.yaml", text: "first\nsecond\n" };
    const schema = mark({ $ref: "#/components/schemas/No" }, { source, start: 6 });
    expect(normalize([operationPage("POST /x", json(schema))]).diagnostics).toMatchObject([
      { code: "unresolved-reference", file: "g/page.yaml", line: 2, column: 1 },
    ]);
  });
});

describe("a pattern of paths", () => {
  test.each([
    { pattern: "/fal-ai/**", path: "/fal-ai/flux-1/dev", want: true },
    { pattern: "/fal-ai/*", path: "/fal-ai/flux-1/dev", want: false },
    { pattern: "/fal-ai/*", path: "/fal-ai/veo3", want: true },
    { pattern: "/*/dev", path: "/flux/dev", want: true },
    { pattern: "/v1/videos", path: "/v1/videos", want: true },
    { pattern: "/v1/videos", path: "/v1/videos/x", want: false },
    { pattern: "/v1.videos", path: "/v1xvideos", want: false },
    { pattern: "**", path: "/anything/at/all", want: true },
    { pattern: "", path: "/x", want: false },
    { pattern: `${"*a".repeat(50)}b`, path: `/${"a".repeat(5000)}`, want: false },
  ])("$pattern and $path: $want", ({ pattern, path, want }) => {
    expect(matchGlob(pattern, path)).toBe(want);
  });
});

describe("a name", () => {
  test("is fit for a reference, and a function of its text alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (given) => {
        const name = safeName(given, "Schema");
        expect(name).toMatch(/^[A-Za-z0-9._-]{1,200}$/);
        expect(safeName(given, "Schema")).toBe(name);
      }),
      tries(100),
    );
  });

  test.each([
    { given: "Image", want: "Image" },
    { given: "v1.Image-Size_2", want: "v1.Image-Size_2" },
    { given: "Result<List>", want: "Result_List" },
    { given: "", want: /^Schema_[0-9a-f]{6}$/ },
    { given: "..", want: /^Schema_[0-9a-f]{6}$/ },
    { given: "图片消息", want: "ImageMessage" },
    { given: "图片生成请求", want: "ImageGenerationRequest" },
    { given: "错误码", want: "ErrorCode" },
    { given: "云盘图片id", want: "YunPanImageId" },
    { given: "創建聊天補全", want: "ChuangJianChatBuQuan" },
    { given: "Result«List«消息»»", want: "Result_List_Message" },
    { given: "Открыть «Список»", want: "Otkryt_Spisok" },
    { given: "Café", want: "Cafe" },
    { given: "リクエスト", want: "rikuesuto" },
    { given: "图".repeat(1_000_000), want: /^(?:Tu){40}_[0-9a-f]{6}$/ },
    { given: "a\uE000b", want: /^a_b_[0-9a-f]{6}$/ },
    { given: "x".repeat(200), want: "x".repeat(200) },
    { given: `${"x".repeat(200)} y`, want: /^x{80}_[0-9a-f]{6}$/ },
    { given: "x".repeat(1_000_000), want: /^x{80}_[0-9a-f]{6}$/ },
  ])("$given", ({ given, want }) => {
    expect(safeName(given, "Schema")).toMatch(
      typeof want === "string" ? new RegExp(`^${want.replaceAll(".", "\\.")}$`) : want,
    );
  });
});

/** The same value with the keys of each object in another order. */
function shuffleKeys(value: JsonObject, seed: number): JsonObject;
function shuffleKeys(value: Json, seed: number): Json;
function shuffleKeys(value: Json, seed: number): Json {
  if (Array.isArray(value)) return value.map((item) => shuffleKeys(item, seed));
  if (!isObject(value)) return value;
  const rank = (key: string): number =>
    [...key].reduce((sum, char) => (sum * 31 + char.charCodeAt(0) + seed) | 0, seed);
  const keys = Object.keys(value).sort((one, other) => rank(one) - rank(other));
  return Object.fromEntries(keys.map((key) => [key, shuffleKeys(value[key] ?? null, seed)]));
}
