import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/json.ts";
import { answerOf, at, bodyOf, json, normalize, operationPage, page } from "./normalize-pages.ts";

const text: JsonObject = { type: "string" };

describe("the same operation of two gateways", () => {
  interface Case {
    readonly name: string;
    readonly one: JsonObject;
    readonly other: JsonObject;
    readonly want: JsonObject;
    readonly codes?: readonly string[];
  }
  const differ = ["gateways-differ"];
  const prose = (...keywords: readonly string[]): JsonObject => ({
    "x-docket-origin": Object.fromEntries(keywords.map((keyword) => [keyword, "prose"])),
  });

  /** What two gateways say about one property of the body, in both orders. */
  const cases: readonly Case[] = [
    {
      name: "equal",
      one: { type: "integer", minimum: 1 },
      other: { minimum: 1, type: "integer" },
      want: { type: "integer", minimum: 1 },
    },
    {
      name: "ranges: the wider",
      one: { type: "integer", minimum: 1, maximum: 4 },
      other: { type: "integer", minimum: 0, maximum: 50 },
      want: { type: "integer", minimum: 0, maximum: 50 },
      codes: differ,
    },
    {
      name: "an exclusive bound is tighter than the same bound",
      one: { type: "number", exclusiveMinimum: 0 },
      other: { type: "number", minimum: 0 },
      want: { type: "number", minimum: 0 },
      codes: differ,
    },
    {
      name: "a bound that only one states warns",
      one: { type: "integer", maximum: 4 },
      other: { type: "integer" },
      want: { type: "integer", maximum: 4, ...prose("maximum") },
    },
    {
      name: "lists: both",
      one: { type: "string", enum: ["a"] },
      other: { type: "string", enum: ["b"] },
      want: { type: "string", enum: ["a", "b"] },
      codes: differ,
    },
    {
      name: "a list that only one states stays open",
      one: { type: "string", enum: ["a"] },
      other: text,
      want: { type: "string", enum: ["a"], ...prose("enum") },
    },
    {
      name: "equal defaults",
      one: { ...text, default: "a" },
      other: { ...text, default: "a" },
      want: { ...text, default: "a" },
    },
    { name: "a default that one states", one: { ...text, default: "a" }, other: text, want: { ...text, default: "a" } },
    {
      name: "defaults that disagree go",
      one: { ...text, default: "a" },
      other: { ...text, default: "b" },
      want: text,
      codes: differ,
    },
    { name: "integer and number", one: { type: "integer" }, other: { type: "number" }, want: { type: "number" } },
    { name: "null is added", one: text, other: { type: ["string", "null"] }, want: { type: ["null", "string"] } },
    {
      name: "null alone is added",
      one: { type: "null" },
      other: { type: "array", items: text },
      want: { type: ["array", "null"], items: text },
    },
    {
      name: "who says nothing opens nothing",
      one: {},
      other: { type: "integer", minimum: 1 },
      want: { type: "integer", minimum: 1 },
    },
    {
      name: "other types are alternatives",
      one: { type: "string", enum: ["square"], description: "d" },
      other: { type: "object", properties: { width: { type: "integer" } } },
      want: {
        description: "d",
        anyOf: [
          { type: "string", enum: ["square"] },
          { type: "object", properties: { width: { type: "integer" } } },
        ],
      },
      codes: differ,
    },
    {
      name: "an alternative that is there already",
      one: { anyOf: [text, { type: "array", items: text }] },
      other: { type: "array", items: text },
      want: { anyOf: [{ type: "array", items: text }, text] },
      codes: differ,
    },
    {
      name: "objects: all properties, required where both require",
      one: { type: "object", properties: { a: text, b: text }, required: ["a", "b"] },
      other: { type: "object", properties: { a: text, c: text }, required: ["a"] },
      want: { type: "object", properties: { a: text, b: text, c: text }, required: ["a"] },
      codes: differ,
    },
    {
      name: "other properties are refused only by both",
      one: { type: "object", properties: { a: text }, additionalProperties: false },
      other: { type: "object", properties: { a: text } },
      want: { type: "object", properties: { a: text } },
    },
    {
      name: "items are united",
      one: { type: "array", items: { type: "integer" } },
      other: { type: "array", items: { type: "number" } },
      want: { type: "array", items: { type: "number" } },
    },
    { name: "patterns that differ go", one: { ...text, pattern: "a" }, other: { ...text, pattern: "b" }, want: text },
  ];

  describe.each([
    { order: "one, other", ids: ["a", "b"] },
    { order: "other, one", ids: ["b", "a"] },
  ] as const)("$order", ({ ids: [first, second] }) => {
    test.each(cases)("$name", ({ one, other, want, codes = [] }) => {
      const body = (schema: JsonObject): JsonObject => json({ type: "object", properties: { it: schema } });
      const result = normalize([
        operationPage("POST /x", body(one), first),
        operationPage("POST /x", body(other), second),
      ]);
      expect(at(bodyOf(result.document, "/x"), "properties", "it")).toEqual(want);
      expect(at(result.document, "paths", "/x", "post", "x-docket-gateways")).toEqual(["a", "b"]);
      expect(result.codes).toEqual(codes);
    });
  });

  test("is one whatever its path parameters are called", () => {
    const { document } = normalize([
      operationPage("GET /jobs/{job_id}", json(undefined), "a", { id: "1" }),
      operationPage("GET /jobs/{任务id}", json(undefined), "b", { id: "2" }),
    ]);
    expect(Object.keys(Object(at(document, "paths")))).toEqual(["/jobs/{job_id}"]);
    expect(at(document, "paths", "/jobs/{job_id}", "get", "parameters")).toEqual([
      { name: "job_id", in: "path", required: true, schema: text },
    ]);
  });

  test("requires a query parameter only if both do", () => {
    const query = (name: string): JsonObject => ({ name, in: "query", required: true, schema: text });
    const { document } = normalize([
      operationPage("GET /x", { ...json(undefined), parameters: [query("both"), query("one")] }, "a"),
      operationPage("GET /x", { ...json(undefined), parameters: [query("both")] }, "b"),
    ]);
    expect(at(document, "paths", "/x", "get", "parameters")).toEqual([
      { name: "both", in: "query", required: true, schema: text },
      { name: "one", in: "query", schema: text },
    ]);
  });

  test("opens a body that is a reference, to unite it with one that is not", () => {
    const { document } = normalize([
      operationPage("POST /x", json({ type: "object", properties: { a: text } }), "a"),
      page(
        {
          paths: { "/x": { post: json({ $ref: "#/components/schemas/Input" }) } },
          components: {
            schemas: { Input: { type: "object", properties: { b: { $ref: "#/components/schemas/B" } } }, B: text },
          },
        },
        "b",
      ),
    ]);
    expect(bodyOf(document, "/x")).toEqual({
      type: "object",
      properties: { a: text, b: { $ref: "#/components/schemas/B" } },
    });
    expect(Object.keys(Object(at(document, "components", "schemas")))).toEqual(["B", "GatewayError"]);
  });
});

describe("several pages of one gateway for one operation", () => {
  const chat = (id: string, property: string, title = `Chat ${property}`): ReturnType<typeof operationPage> => {
    const body = { type: "object", properties: { [property]: text }, required: [property] };
    return operationPage("POST /v1/chat", json(body, { type: "object", properties: { [property]: text } }), "g", {
      id,
      title,
    });
  };

  test("give named alternatives", () => {
    const { document, codes } = normalize([chat("11", "stream"), chat("7", "tools")]);
    expect(bodyOf(document, "/v1/chat")).toEqual({
      anyOf: [
        { $ref: "#/components/schemas/PostV1ChatRequest_11" },
        { $ref: "#/components/schemas/PostV1ChatRequest_7" },
      ],
    });
    expect(at(document, "components", "schemas", "PostV1ChatRequest_7")).toEqual({
      title: "Chat tools",
      type: "object",
      properties: { tools: text },
      required: ["tools"],
    });
    expect(at(answerOf(document, "/v1/chat"), "anyOf")).toHaveLength(2);
    expect(at(document, "paths", "/v1/chat", "post", "description")).toBe("- Chat tools\n- Chat stream");
    expect(at(document, "paths", "/v1/chat", "post", "requestBody", "required")).toBe(true);
    expect(codes).toEqual(["pages-merged"]);
  });

  test("collapse where they are equal", () => {
    const { document } = normalize([chat("1", "a", "One"), chat("2", "a", "Two"), chat("3", "b")]);
    expect(at(bodyOf(document, "/v1/chat"), "anyOf")).toHaveLength(2);
    expect(bodyOf(normalize([chat("1", "a", "One"), chat("2", "a", "Two")]).document, "/v1/chat")).toMatchObject({
      properties: { a: text },
    });
  });

  test("keep their names when pages are added, reordered or retitled", () => {
    const names = (pages: Parameters<typeof normalize>[0]): readonly string[] =>
      Object.keys(Object(at(normalize(pages).document, "components", "schemas")));
    const before = names([chat("100", "a"), chat("20", "b")]);
    expect(names([chat("20", "b"), chat("100", "a")])).toEqual(before);
    expect(names([chat("100", "a", "Another title"), chat("20", "b")])).toEqual(before);
    expect(names([chat("100", "a"), chat("20", "b"), chat("300", "c")])).toEqual(expect.arrayContaining([...before]));
  });

  test("are matched across gateways by their API id", () => {
    const twin = (id: string, property: string): ReturnType<typeof operationPage> => {
      const one = chat(id, property);
      return { ...one, gatewayId: "h" };
    };
    const { document } = normalize([chat("1", "a"), chat("2", "b"), twin("1", "a2"), twin("2", "b2")]);
    expect(at(bodyOf(document, "/v1/chat"), "anyOf")).toHaveLength(2);
    expect(at(document, "components", "schemas", "PostV1ChatRequest_1", "properties")).toEqual({ a: text, a2: text });
  });

  test.each([
    { name: "the same id", one: { id: "1", title: "A" }, other: { id: "1", title: "B" } },
    { name: "no id and the same title", one: { title: "A" }, other: { title: "A" } },
    { name: "no identity at all", one: {}, other: {} },
    { name: "an id on one of them and the same title", one: { id: "1", title: "A" }, other: { title: "A" } },
  ])("with $name count once in the same words, and both in different ones", ({ one, other }) => {
    const told = (property: string): ReturnType<typeof normalize> => {
      const first = operationPage("POST /x", json({ type: "object", properties: { a: text } }), "g", one);
      const second = operationPage("POST /x", json({ type: "object", properties: { [property]: text } }), "g", other);
      return normalize([first, { ...second, document: { ...second.document, file: "g/copy" } }]);
    };
    const same = told("a");
    expect(same.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["repeated-page", "note"]]);
    const { document, diagnostics } = told("b");
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toContainEqual([
      "duplicate-operation",
      "warning",
    ]);
    expect(bodyOf(document, "/x")).toEqual({ type: "object", properties: { a: text, b: text } });
  });

  test("of one path that a document spells in two ways are told apart by their operation ids", () => {
    const get = (operationId: string, name: string, property: string): JsonObject => ({
      get: {
        ...json(undefined, { type: "object", properties: { [property]: text } }),
        operationId,
        parameters: [{ name, in: "path", required: true, schema: text }],
      },
    });
    const paths = { "/users/{id}": get("byId", "id", "a"), "/users/{name}": get("byName", "name", "b") };
    const { document, codes } = normalize([page({ paths })]);
    expect(codes).toEqual(["pages-merged"]);
    expect(Object.keys(Object(at(document, "paths")))).toEqual(["/users/{id}"]);
    expect(at(answerOf(document, "/users/{id}", "get"), "anyOf")).toHaveLength(2);
  });
});

describe("components of one name", () => {
  const using = (id: string, User: JsonObject, gatewayId = "g"): ReturnType<typeof page> =>
    page(
      {
        paths: { [`/x${id}`]: { post: { ...json({ $ref: "#/components/schemas/User" }), "x-docket-page": { id } } } },
        components: { schemas: { User } },
      },
      gatewayId,
      `${gatewayId}/${id}`,
    );

  test("that are equal are one", () => {
    const { document } = normalize([using("1", { type: "object" }), using("2", { type: "object" })]);
    expect(bodyOf(document, "/x2")).toEqual({ $ref: "#/components/schemas/User" });
  });

  test("that differ stay apart in one gateway, the oldest with the bare name", () => {
    const pages = [using("10", { type: "string" }), using("9", { type: "integer" })];
    for (const given of [pages, [...pages].reverse()]) {
      const { document } = normalize(given);
      expect(bodyOf(document, "/x9")).toEqual({ $ref: "#/components/schemas/User" });
      expect(bodyOf(document, "/x10")).toEqual({ $ref: "#/components/schemas/User_10" });
    }
  });

  test("that differ only in what they refer to stay apart", () => {
    const linked = (id: string, leaf: JsonObject): ReturnType<typeof page> =>
      page({
        paths: { [`/x${id}`]: { post: { ...json({ $ref: "#/components/schemas/Root" }), "x-docket-page": { id } } } },
        components: {
          schemas: {
            Root: { type: "object", properties: { leaf: { $ref: "#/components/schemas/Leaf" } } },
            Leaf: leaf,
          },
        },
      });
    const { document } = normalize([linked("1", text), linked("2", { type: "integer" })]);
    expect(bodyOf(document, "/x2")).toEqual({ $ref: "#/components/schemas/Root_2" });
    expect(at(document, "components", "schemas", "Root_2", "properties", "leaf")).toEqual({
      $ref: "#/components/schemas/Leaf_2",
    });
  });

  test("that differ are united across gateways", () => {
    const { document, codes } = normalize([
      using("1", { type: "object", properties: { a: text } }, "g"),
      using("2", { type: "object", properties: { b: text } }, "h"),
    ]);
    expect(at(document, "components", "schemas", "User", "properties")).toEqual({ a: text, b: text });
    expect(codes).toEqual(["gateways-differ"]);
  });
});
