import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/json.ts";
import { at, json, normalize, operationPage, page } from "./normalize-pages.ts";

const paths: JsonObject = { "/x": { get: { responses: {} } } };

describe("the server of a gateway", () => {
  const serverOf = (...pages: readonly JsonObject[]): unknown =>
    at(
      normalize(pages.map((openapi, n) => page({ paths: { [`/x${n}`]: paths["/x"] ?? {} }, ...openapi }))).document,
      "x-docket-gateways",
      "g",
      "server",
    );
  const servers = (...urls: readonly string[]): JsonObject => ({ servers: urls.map((url) => ({ url })) });

  test.each([
    { name: "is the one named", pages: [servers("https://api.example.com")], want: "https://api.example.com" },
    {
      name: "has no slash at its end",
      pages: [servers("https://api.example.com/v1/")],
      want: "https://api.example.com/v1",
    },
    { name: "is none when none is named", pages: [{ servers: [] }], want: undefined },
    { name: "is no template", pages: [servers("{{BASE_URL}}", "http://{host}/x")], want: undefined },
    { name: "is no path", pages: [servers("/v1", "")], want: undefined },
    { name: "carries no credentials", pages: [servers("https://user:secret@api.example.com")], want: undefined },
    {
      name: "is of no other scheme",
      pages: [servers("ftp://api.example.com", "javascript:alert(1)")],
      want: undefined,
    },
    {
      name: "is the one that most pages name",
      pages: [servers("https://a.example"), servers("https://b.example"), servers("https://b.example")],
      want: "https://b.example",
    },
    {
      name: "has its variables filled",
      pages: [{ servers: [{ url: "https://{region}.example", variables: { region: { default: "eu" } } }] }],
      want: "https://eu.example",
    },
    {
      name: "may be named by an operation",
      pages: [{ paths: { "/x": { get: { responses: {}, servers: [{ url: "https://op.example" }] } } } }],
      want: "https://op.example",
    },
  ])("$name", ({ pages, want }) => {
    expect(serverOf(...pages)).toBe(want);
  });

  test("that pages disagree about is reported", () => {
    const { codes } = normalize([
      page({ paths: { "/a": paths["/x"] ?? {} }, ...servers("https://a.example") }),
      page({ paths: { "/b": paths["/x"] ?? {} }, ...servers("https://b.example") }),
    ]);
    expect(codes).toEqual(["servers-differ"]);
  });

  test("is what the configuration says", () => {
    const { document, codes } = normalize([page({ paths, ...servers("https://a.example") })], {
      gateways: { g: { queue: "fal", server: "https://configured.example/", auth: "none" } },
    });
    expect(at(document, "x-docket-gateways", "g")).toEqual({
      auth: "none",
      queue: "fal",
      server: "https://configured.example",
    });
    expect(codes).toEqual([]);
  });
});

describe("how callers prove who they are", () => {
  const schemes = (scheme: JsonObject): JsonObject => ({ paths, components: { securitySchemes: { it: scheme } } });

  test.each([
    { name: "http bearer", scheme: { type: "http", scheme: "bearer" }, want: "bearer" },
    { name: "the invalid type bearer", scheme: { type: "bearer" }, want: "bearer" },
    {
      name: "the invalid type apikey",
      scheme: { type: "apikey", in: "header", name: "Authorization" },
      want: "bearer",
    },
    {
      name: "fal's key",
      scheme: { type: "apiKey", in: "header", name: "Authorization", description: "Authorization: Key <id>:<secret>" },
      want: "key",
    },
    { name: "nothing", scheme: {}, want: "bearer" },
  ])("$name means $want", ({ scheme, want }) => {
    const { document } = normalize([page(schemes(scheme))]);
    expect(at(document, "x-docket-gateways", "g", "auth")).toBe(want);
    expect(at(document, "paths", "/x", "get", "security")).toEqual([{ [want]: [] }]);
    expect(Object.keys(Object(at(document, "components", "securitySchemes")))).toEqual([want]);
  });

  test("is a choice for an operation of gateways that differ", () => {
    const { document } = normalize([page({ paths }, "a"), page({ paths }, "b"), page({ paths }, "c")], {
      gateways: {
        a: { queue: "fal", auth: "key" },
        b: { queue: "fal-gateway", auth: "bearer" },
        c: { queue: "fal", auth: "none" },
      },
    });
    expect(at(document, "paths", "/x", "get", "security")).toEqual([{ bearer: [] }, { key: [] }, {}]);
  });
});

describe("the part of an operation in a queue", () => {
  const submitted: JsonObject = {
    type: "object",
    properties: { request_id: { type: "string" }, response_url: { type: "string" } },
  };
  const submit = (path: string, gatewayId = "g"): ReturnType<typeof page> =>
    operationPage(`POST ${path}`, json({ type: "object" }, submitted), gatewayId);
  const read = (path: string, schema: JsonObject, gatewayId = "g"): ReturnType<typeof page> =>
    operationPage(`GET ${path}`, json(undefined, schema), gatewayId);
  const roleOf = (document: JsonObject, path: string, method = "post"): unknown =>
    at(document, "paths", path, method, "x-docket-queue");
  const images: JsonObject = { type: "object", properties: { images: { type: "array", items: {} } } };

  test.each([
    { key: "GET /fal-ai/flux-1/requests/{request_id}", want: { role: "result" } },
    { key: "GET /fal-ai/{model_name}/requests/{request_id}", want: { role: "result" } },
    { key: "GET /fal-ai/flux-1/requests/{request_id}/status", want: { role: "status" } },
    { key: "GET /{model_name}/requests/{request_id}/status", want: { role: "status" } },
    { key: "PUT /fal-ai/flux-1/requests/{request_id}/cancel", want: { role: "cancel" } },
    { key: "GET /fal-ai/flux-1/requests/{request_id}/status/stream", want: undefined },
    { key: "GET /fal-ai/flux-1/requests", want: undefined },
    { key: "GET /requests/{id}", want: undefined },
    { key: "POST /fal-ai/flux-1/requests/{request_id}", want: undefined },
  ])("$key: $want", ({ key, want }) => {
    const [method = "", path = ""] = key.split(" ");
    const { document } = normalize([operationPage(key, json(undefined))]);
    expect(roleOf(document, path, method.toLowerCase())).toEqual(want);
  });

  test("is to submit where the answer holds a request id and addresses of a queue", () => {
    const { document } = normalize([submit("/fal-ai/flux-1/dev")]);
    expect(roleOf(document, "/fal-ai/flux-1/dev")).toEqual({
      role: "submit",
      endpoint: "fal-ai/flux-1/dev",
      protocols: { g: "fal-gateway" },
    });
  });

  test.each([
    {
      name: "a request id for tracing",
      schema: { type: "object", properties: { code: {}, request_id: {}, data: {} } },
    },
    { name: "no request id", schema: { type: "object", properties: { response_url: {} } } },
    { name: "text", schema: { type: "string" } },
  ])("is none where the answer is $name", ({ schema }) => {
    const { document } = normalize([operationPage("POST /kling/v1/videos", json({ type: "object" }, schema))]);
    expect(roleOf(document, "/kling/v1/videos")).toBeUndefined();
  });

  test("is to submit where the same gateway reads the id, or the page documents no answer", () => {
    const bare = { type: "object", properties: { request_id: { type: "string" } } };
    const pages = [
      operationPage("POST /fal-ai/veo3", json({ type: "object" }, bare)),
      operationPage("POST /fal-ai/flux-pro/kontext/max", json({ type: "object" }, { type: "object", properties: {} })),
      read("/fal-ai/{model_name}/requests/{request_id}", { type: "object" }),
    ];
    const { document } = normalize(pages);
    expect(at(roleOf(document, "/fal-ai/veo3"), "role")).toBe("submit");
    expect(at(roleOf(document, "/fal-ai/flux-pro/kontext/max"), "role")).toBe("submit");
  });

  test("looks through references and alternatives", () => {
    const { document } = normalize([
      page({
        paths: { "/fal-ai/x": { post: json({ type: "object" }, { $ref: "#/components/schemas/Answer" }) } },
        components: {
          schemas: {
            Answer: { anyOf: [{ $ref: "#/components/schemas/Answer" }, { $ref: "#/components/schemas/Submitted" }] },
            Submitted: submitted,
          },
        },
      }),
    ]);
    expect(at(roleOf(document, "/fal-ai/x"), "role")).toBe("submit");
  });

  test("names the protocol of each gateway, by path where the configuration says so", () => {
    const { document } = normalize([submit("/fal-ai/x", "a"), submit("/fal-ai/x", "b"), submit("/other/x", "b")], {
      gateways: {
        a: { queue: "fal" },
        b: { queue: "none", protocols: [{ path: "/fal-ai/**", queue: "fal-gateway" }] },
      },
    });
    expect(at(roleOf(document, "/fal-ai/x"), "protocols")).toEqual({ a: "fal", b: "fal-gateway" });
    expect(roleOf(document, "/other/x")).toBeUndefined();
  });

  describe("the output", () => {
    const outputOf = (...pages: readonly ReturnType<typeof page>[]): unknown =>
      at(roleOf(normalize([submit("/fal-ai/flux-1/dev"), ...pages]).document, "/fal-ai/flux-1/dev"), "output");

    test("is what the read of its app answers", () => {
      expect(outputOf(read("/fal-ai/flux-1/requests/{request_id}", images))).toEqual(images);
    });

    test("of another app is not its", () => {
      expect(outputOf(read("/fal-ai/flux-pro/requests/{request_id}", images))).toBeUndefined();
    });

    test("of the read that names more of it wins", () => {
      expect(
        outputOf(
          read("/fal-ai/{app}/requests/{request_id}", { type: "object", properties: { any: {} } }),
          read("/fal-ai/flux-1/requests/{request_id}", images),
        ),
      ).toEqual(images);
    });

    test("of a read for every model counts if declared, and not if it is one model's example", () => {
      const path = "/fal-ai/{app}/requests/{request_id}";
      const example = { content: { "application/json": { example: { images: [] } } }, description: "" };
      expect(outputOf(read(path, images))).toEqual(images);
      expect(outputOf(operationPage(`GET ${path}`, { responses: { "200": example } }))).toBeUndefined();
    });

    test("stays a reference to a component", () => {
      const output = outputOf(
        page({
          paths: { "/fal-ai/flux-1/requests/{id}": { get: json(undefined, { $ref: "#/components/schemas/Output" }) } },
          components: { schemas: { Output: images } },
        }),
      );
      expect(output).toEqual({ $ref: "#/components/schemas/Output" });
    });
  });
});
