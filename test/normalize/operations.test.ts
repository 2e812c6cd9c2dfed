import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/json.ts";
import { answerOf, at, bodyOf, json, normalize, operationPage, page } from "./normalize-pages.ts";

const text: JsonObject = { type: "string" };
const empty: JsonObject = { responses: { "200": { description: "" } } };

function pathsOf(document: JsonObject): readonly string[] {
  return Object.keys(Object(at(document, "paths")));
}

describe("a path", () => {
  test.each([
    { given: "/v1/images", want: "/v1/images" },
    { given: "v1/images", want: "/v1/images" },
    { given: "/v1//images", want: "/v1/images" },
    { given: "/v1/images/", want: "/v1/images/" },
    { given: "/", want: "/" },
    { given: "/BASE_URL/fal-ai/flux-1/dev", want: "/fal-ai/flux-1/dev" },
    { given: "/{{BASE_URL}}/v1/x", want: "/v1/x" },
    { given: "/kites/:id/:14308/a:b", want: "/kites/{id}/:14308/a:b" },
    { given: "{{baseUrl}}/v1/x", want: "/v1/x" },
    { given: "/{base_url}/v1/x", want: "/v1/x" },
    { given: "{{my-host}}/v1/x", want: "/v1/x" },
    { given: "/{host}/status", want: "/{host}/status" },
    { given: "/v1/{{model}}/x", want: "/v1/{model}/x" },
    { given: "/{{model}}/x", want: "/{model}/x" },
    { given: "https://api.example.com/v1/x", want: "/v1/x" },
    { given: "https://{{host}}/v1/x", want: "/v1/x" },
    { given: "/v1/x#stream", want: "/v1/x" },
    { given: "/base/url", want: "/base/url" },
    { given: "/tasks/{任务id}", want: "/tasks/{task_id}" },
    { given: "/{模型名称}/{编号}", want: "/{model_name}/{id}" },
    { given: "/x/{甲}", want: "/x/{param1}" },
    { given: "/v1/models/{model}:generate", want: "/v1/models/{model}:generate" },
    { given: "/__proto__/constructor", want: "/__proto__/constructor" },
  ])("$given is called at $want", ({ given, want }) => {
    const { document, codes } = normalize([operationPage(`POST ${given}`, empty)]);
    expect(pathsOf(document)).toEqual([want]);
    expect(codes).toEqual([]);
  });

  test.each(["/x/{id}/{id}", "/x/{}", "/x/{a}{b}", "/x/{a", "/x/}{", "/x/{ }", "/x/{a/b}"])("%s is refused", (path) => {
    const { document, diagnostics } = normalize([operationPage(`GET ${path}`, empty)]);
    expect(pathsOf(document)).toEqual([]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["invalid-path", "error"]]);
  });

  test("with a parameter in its query moves it there", () => {
    const declared = { name: "x", in: "path", required: true, schema: { type: "number" } };
    const { document, codes } = normalize([
      operationPage("GET /w?lat={x}", { ...json(undefined), parameters: [declared] }),
    ]);
    expect(at(document, "paths", "/w", "get", "parameters")).toEqual([
      { name: "lat", in: "query", required: true, schema: { type: "number" } },
    ]);
    expect(codes).toEqual([]);
  });

  test("with a colon is a verb where parameters stand in braces, unless it is declared or names a value", () => {
    const declared = { name: "own", in: "path", required: true, schema: text };
    const paths = {
      "/agents/{id}": { post: empty },
      "/agents/:search": { post: empty },
      "/drains/:idOrUrl": { post: empty },
      "/sites/:siteId": { post: empty },
      "/agents/x/:own": { post: { ...empty, parameters: [declared] } },
    };
    const { document, codes } = normalize([page({ paths })]);
    expect(pathsOf(document)).toEqual([
      "/agents/:search",
      "/agents/x/{own}",
      "/agents/{id}",
      "/drains/{idOrUrl}",
      "/sites/{siteId}",
    ]);
    expect(codes).toEqual([]);
  });

  test("with a query makes a parameter of it", () => {
    const { document } = normalize([operationPage("POST /v1/gemini?alt=sse", empty)]);
    expect(at(document, "paths", "/v1/gemini", "post", "parameters")).toEqual([
      { name: "alt", in: "query", required: true, schema: { type: "string", enum: ["sse"] } },
    ]);
  });

  test("declares the parameters that it has, and no others", () => {
    const declared = { name: "other", in: "path", required: true, schema: text };
    const { document, codes } = normalize([operationPage("GET /x/{id}", { ...empty, parameters: [declared] })]);
    expect(at(document, "paths", "/x/{id}", "get", "parameters")).toEqual([
      { name: "id", in: "path", required: true, schema: text },
    ]);
    expect(codes).toEqual(["unknown-path-parameter"]);
  });
});

describe("a parameter", () => {
  const header = (name: string): JsonObject => ({ name, in: "header", required: true, schema: text });

  test.each(["Authorization", "content-type", "Accept", "X-Api-Key", " authorization "])(
    "%s is the client's",
    (name) => {
      const { document } = normalize([operationPage("GET /x", { ...empty, parameters: [header(name)] })]);
      expect(at(document, "paths", "/x", "get", "parameters")).toBeUndefined();
    },
  );

  test("of another header stays", () => {
    const { document } = normalize([operationPage("GET /x", { ...empty, parameters: [header("anthropic-version")] })]);
    expect(at(document, "paths", "/x", "get", "parameters")).toEqual([header("anthropic-version")]);
  });

  test("of the path item reaches each operation, unless it has its own", () => {
    const shared = [
      { name: "a", in: "query", schema: text },
      { name: "b", in: "query", schema: text },
    ];
    const own = { name: "b", in: "query", schema: { type: "integer" } };
    const { document } = normalize([
      page({ paths: { "/x": { parameters: shared, get: { ...empty, parameters: [own] }, delete: empty } } }),
    ]);
    expect(at(document, "paths", "/x", "get", "parameters")).toEqual([shared[0], own]);
    expect(at(document, "paths", "/x", "delete", "parameters")).toEqual(shared);
  });

  test("that has its type beside its name gets a schema", () => {
    const parameter = { name: "size", in: "query", type: "integer", default: "5", example: "{{size}}" };
    const { document } = normalize([operationPage("GET /x", { ...empty, parameters: [parameter] })]);
    expect(at(document, "paths", "/x", "get", "parameters")).toEqual([
      { name: "size", in: "query", schema: { type: "integer", default: 5 } },
    ]);
  });

  test("without a name or place is dropped", () => {
    const parameters = [{ in: "query" }, { name: "x" }, { name: "x", in: "body" }, null, 5];
    const { document } = normalize([operationPage("GET /x", { ...empty, parameters })]);
    expect(at(document, "paths", "/x", "get", "parameters")).toBeUndefined();
  });
});

describe("responses", () => {
  const answer = (schema: JsonObject, description = ""): JsonObject => ({
    description,
    content: { "application/json": { schema } },
  });
  const a = { type: "object", properties: { a: text } };
  const b = { type: "object", properties: { b: text } };

  test("of one status that Apifox kept apart become alternatives", () => {
    const responses = { "200": answer(a, "ok"), "x-200:成功": answer(b), "x-404:记录不存在": answer(b) };
    const { document } = normalize([operationPage("GET /x", { responses })]);
    expect(answerOf(document, "/x", "get")).toEqual({ anyOf: [a, b] });
    expect(at(document, "paths", "/x", "get", "responses", "404", "description")).toBe("记录不存在");
  });

  test.each([
    { given: "2xx", want: "2XX" },
    { given: "200 OK", want: "200" },
    { given: "Default", want: "default" },
  ])("under $given are under $want", ({ given, want }) => {
    const { document } = normalize([operationPage("GET /x", { responses: { [given]: answer(a) } })]);
    expect(answerOf(document, "/x", "get", want)).toEqual(a);
  });

  test("under a key that is no status are dropped", () => {
    const { document, codes } = normalize([
      operationPage("GET /x", { responses: { ok: answer(a), "999": answer(a) } }),
    ]);
    expect(Object.keys(Object(at(document, "paths", "/x", "get", "responses")))).toEqual(["200", "default"]);
    expect(codes).toEqual(["invalid-status", "invalid-status"]);
  });

  test("always hold an error, the gateways' own unless the page documents one", () => {
    const { document } = normalize([
      operationPage("GET /x", empty),
      operationPage("GET /y", { responses: { default: answer(a) } }),
    ]);
    expect(answerOf(document, "/x", "get", "default")).toEqual({ $ref: "#/components/schemas/GatewayError" });
    expect(answerOf(document, "/y", "get", "default")).toEqual(a);
  });
});

describe("a body", () => {
  const withExample = (schema: JsonObject | undefined, example: unknown): ReturnType<typeof normalize> => {
    const media = JSON.parse(JSON.stringify({ schema, example }));
    return normalize([
      operationPage("POST /x", { responses: { "200": { description: "", content: { "application/json": media } } } }),
    ]);
  };

  test.each([
    { name: "no schema", schema: undefined },
    { name: "an empty schema", schema: {} },
    { name: "an object without properties", schema: { type: "object", properties: {}, "x-apifox-orders": [] } },
  ])("with $name takes that of its example", ({ schema }) => {
    const { document } = withExample(schema, {
      id: "a",
      n: 1,
      logs: null,
      ok: true,
      list: [{ x: 1 }, { x: 1.5, y: "" }],
    });
    expect(answerOf(document, "/x")).toEqual({
      type: "object",
      properties: {
        id: text,
        n: { type: "integer" },
        logs: {},
        ok: { type: "boolean" },
        list: { type: "array", items: { type: "object", properties: { x: { type: "number" }, y: text } } },
      },
      "x-docket-origin": { type: "prose" },
    });
  });

  test.each([
    { name: "JSON", example: '{"a": 1}', want: { a: { type: "integer" } } },
    { name: "JSON with comments", example: '{\r\n  "a": 1, // the a\r\n}', want: { a: { type: "integer" } } },
    { name: "JSON cut short", example: '{"a": 1, "b": [', want: { a: { type: "integer" }, b: { type: "array" } } },
  ])("with an example that is text of $name is read", ({ example, want }) => {
    const { document } = withExample({ type: "object", properties: {} }, example);
    expect(at(answerOf(document, "/x"), "properties")).toEqual(want);
  });

  test.each([
    { name: "a schema that says something", schema: { type: "object", properties: { b: text } }, example: { a: 1 } },
    { name: "an example of another type", schema: { type: "object" }, example: [1] },
    { name: "an example without structure", schema: { type: "object" }, example: "{{body}}" },
    { name: "a template in brackets", schema: { type: "object" }, example: "[object Object]" },
    { name: "an example nested too deep to read", schema: { type: "object" }, example: "[".repeat(100_000) },
  ])("with $name keeps its schema", ({ schema, example }) => {
    expect(answerOf(withExample(schema, example).document, "/x")).toEqual(schema);
  });

  test("mixes of items in an example are any value", () => {
    const { document } = withExample(undefined, { list: [1, "a"], grid: [[1], [2.5]] });
    expect(at(answerOf(document, "/x"), "properties")).toEqual({
      list: { type: "array", items: {} },
      grid: { type: "array", items: { type: "array", items: { type: "number" } } },
    });
  });

  test("is required when its schema requires a property", () => {
    const required = { type: "object", properties: { a: text }, required: ["a"] };
    const { document } = normalize([
      operationPage("POST /x", json(required)),
      operationPage("POST /y", json({ type: "object", properties: { a: text } })),
      operationPage("POST /z", json({ anyOf: [required, text] })),
    ]);
    const isRequired = (path: string): unknown => at(document, "paths", path, "post", "requestBody", "required");
    expect([isRequired("/x"), isRequired("/y"), isRequired("/z")]).toEqual([true, undefined, undefined]);
  });

  test.each([
    { name: "without content may be anything", body: { required: true }, want: { "application/json": { schema: {} } } },
    {
      name: "that leads nowhere may be anything",
      body: { $ref: "#/no" },
      want: { "application/json": { schema: {} } },
    },
    { name: "of stated emptiness is none", body: { content: {} }, want: undefined },
  ])("$name", ({ body, want }) => {
    const { document } = normalize([operationPage("POST /x", { requestBody: body })]);
    expect(at(document, "paths", "/x", "post", "requestBody", "content")).toEqual(want);
  });

  test("of a GET becomes query parameters when it is a form, and goes otherwise", () => {
    const form = { type: "object", properties: { id: text }, required: ["id"] };
    const body = (mediaType: string): JsonObject => ({
      ...empty,
      requestBody: { content: { [mediaType]: { schema: form } } },
    });
    const { document, codes } = normalize([
      operationPage("GET /form", body("multipart/form-data")),
      operationPage("GET /json", body("application/json")),
    ]);
    expect(at(document, "paths", "/form", "get", "parameters")).toEqual([
      { name: "id", in: "query", required: true, schema: text },
    ]);
    expect(at(document, "paths", "/json", "get", "requestBody")).toBeUndefined();
    expect(codes).toEqual(["body-on-get", "body-on-get"]);
  });

  test("has its media type without parameters", () => {
    const content = { "application/json; charset=utf-8": { schema: text } };
    const { document } = normalize([operationPage("POST /x", { ...empty, requestBody: { content } })]);
    expect(bodyOf(document, "/x")).toEqual(text);
  });
});

describe("an operation", () => {
  const idOf = (document: JsonObject, method: string, path: string): unknown =>
    at(document, "paths", path, method, "operationId");

  test.each([
    { key: "POST /fal-ai/flux-1/dev", want: "postFalAiFlux1Dev" },
    { key: "GET /v1/tasks/{task_id}", want: "getV1TasksByTaskId" },
    { key: "DELETE /", want: "delete" },
    { key: "GET /v1/任务", want: "getV1Task" },
  ])("$key is called $want", ({ key, want }) => {
    const [method = "", path = ""] = key.split(" ");
    const { document } = normalize([operationPage(key, empty)]);
    expect(idOf(document, method.toLowerCase(), path)).toBe(want);
  });

  test("keeps the id that its page declares, unless another has it too", () => {
    const { document, codes } = normalize([
      operationPage("GET /a", { ...empty, operationId: "listThings" }),
      operationPage("GET /b", { ...empty, operationId: "twice" }),
      operationPage("GET /c", { ...empty, operationId: "twice" }),
    ]);
    expect([idOf(document, "get", "/a"), idOf(document, "get", "/b"), idOf(document, "get", "/c")]).toEqual([
      "listThings",
      "getB",
      "getC",
    ]);
    expect(codes).toEqual(["repeated-operation-id", "repeated-operation-id"]);
  });

  test("whose name another path would have too is told apart", () => {
    const { document } = normalize([operationPage("GET /a-b", empty), operationPage("GET /a/b", empty)]);
    const ids = [idOf(document, "get", "/a-b"), idOf(document, "get", "/a/b")];
    expect(new Set(ids).size).toBe(2);
    expect(ids).toContain("getAB");
  });

  test("links the documentation that its description names", () => {
    const description = "官方文档: https://fal.ai/models/fal-ai/flux-1/dev";
    const { document } = normalize([operationPage("GET /x", { ...empty, description })]);
    expect(at(document, "paths", "/x", "get", "externalDocs")).toEqual({
      url: "https://fal.ai/models/fal-ai/flux-1/dev",
    });
  });

  test("of a method that fetch does not have is reported", () => {
    const item = { GET: empty, connect: empty, query: empty, additionalOperations: { COPY: empty } };
    const { document, codes } = normalize([page({ paths: { "/x": item }, webhooks: { done: { post: empty } } })]);
    expect(Object.keys(Object(at(document, "paths", "/x")))).toEqual(["get"]);
    expect(codes).toEqual(["webhooks-left-out", "unsupported-method", "unsupported-method", "unsupported-method"]);
  });
});
