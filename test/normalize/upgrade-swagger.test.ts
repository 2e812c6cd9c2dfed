import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/json.ts";
import { upgradeSwagger } from "../../generator/normalize/upgrade-swagger.ts";
import { normalizeProject } from "../../generator/pipeline.ts";
import { placeOf } from "../../generator/place.ts";
import { readSource } from "../../generator/read/read-source.ts";
import { at } from "./normalize-pages.ts";

function upgrade(post: JsonObject, more: JsonObject = {}): JsonObject {
  const paths = { "/x": { post: { responses: {}, ...post } } };
  return upgradeSwagger({ swagger: "2.0", paths, definitions: { A: { type: "string" } }, ...more });
}

const requestOf = (document: JsonObject): unknown => at(document, "paths", "/x", "post", "requestBody");
const answerOf = (document: JsonObject): unknown => at(document, "paths", "/x", "post", "responses", "200", "content");
const text = { type: "string" };

describe("a body of Swagger 2.0", () => {
  const schema = { $ref: "#/definitions/A" };
  const upgraded = { $ref: "#/components/schemas/A" };

  it.each<{ name: string; parameters: readonly JsonObject[]; more?: JsonObject; own?: JsonObject; want: unknown }>([
    {
      name: "is JSON where nobody says more",
      parameters: [{ in: "body", name: "b", required: true, description: "d", schema }],
      want: { description: "d", required: true, content: { "application/json": { schema: upgraded } } },
    },
    {
      name: "is what the operation says, before what the document says",
      parameters: [{ in: "body", name: "b", schema }],
      own: { consumes: ["text/csv"] },
      more: { consumes: ["application/xml"] },
      want: { required: false, content: { "text/csv": { schema: upgraded } } },
    },
    {
      name: "takes a media type that is no list",
      parameters: [{ in: "body", name: "b", schema }],
      own: { consumes: "text/csv" },
      want: { required: false, content: { "text/csv": { schema: upgraded } } },
    },
    {
      name: "may be shared",
      parameters: [{ $ref: "#/parameters/B" }],
      more: { parameters: { B: { in: "body", name: "b", schema } } },
      want: { required: false, content: { "application/json": { schema: upgraded } } },
    },
    {
      name: "keeps all that a form says of its fields",
      parameters: [
        { in: "formData", name: "size", type: "string", enum: ["a", "b"], default: "a", description: "d" },
        { in: "formData", name: "tags", type: "array", items: text, collectionFormat: "multi", required: true },
      ],
      own: { consumes: ["application/x-www-form-urlencoded"] },
      want: {
        required: true,
        content: {
          "application/x-www-form-urlencoded": {
            schema: {
              type: "object",
              properties: {
                size: { type: "string", enum: ["a", "b"], default: "a", description: "d" },
                tags: { type: "array", items: text },
              },
              required: ["tags"],
            },
          },
        },
      },
    },
    {
      name: "with a file is multipart",
      parameters: [{ in: "formData", name: "image", type: "file" }],
      own: { consumes: ["application/x-www-form-urlencoded"] },
      want: {
        required: false,
        content: {
          "multipart/form-data": {
            schema: { type: "object", properties: { image: { type: "string", format: "binary" } } },
          },
        },
      },
    },
    { name: "is none where there is none", parameters: [{ in: "query", name: "q", type: "string" }], want: undefined },
  ])("$name", ({ parameters, more, own, want }) => {
    expect(requestOf(upgrade({ parameters, ...own }, more))).toEqual(want);
  });

  it("of a path goes to its operations", () => {
    const parameters = [
      { in: "body", name: "b", schema: text },
      { in: "query", name: "q", type: "string" },
    ];
    const document = upgradeSwagger({ swagger: "2.0", paths: { "/x": { parameters, post: { responses: {} } } } });
    expect(requestOf(document)).toEqual({ required: false, content: { "application/json": { schema: text } } });
    expect(at(document, "paths", "/x", "parameters")).toEqual([{ in: "query", name: "q", schema: text }]);
  });
});

describe("an answer of Swagger 2.0", () => {
  const produces = ["application/xml"];
  const file = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };

  it.each<{ name: string; response: JsonObject; own?: JsonObject; more?: JsonObject; want: unknown }>([
    {
      name: "JSON where nobody says more",
      response: { schema: text },
      want: { "application/json": { schema: text } },
    },
    {
      name: "what the document says",
      response: { schema: text },
      more: { produces },
      want: { "application/xml": { schema: text } },
    },
    {
      name: "what the operation says, before what the document says",
      response: { schema: text },
      own: { produces: ["text/plain"] },
      more: { produces },
      want: { "text/plain": { schema: text } },
    },
    { name: "a file where nobody says more", response: { schema: { type: "file" } }, want: file },
    { name: "nothing", response: { description: "d" }, want: undefined },
  ])("is $name", ({ response, own, more, want }) => {
    expect(answerOf(upgrade({ responses: { 200: response }, ...own }, more))).toEqual(want);
  });
});

describe("what stands in a Swagger 2.0 document", () => {
  it("stays as it is where it is data", () => {
    const data = { type: "file", $ref: "#/definitions/A" };
    const A = {
      type: "object",
      example: data,
      properties: { default: { $ref: "#/definitions/A" }, a: { enum: [data] } },
    };
    expect(at(upgrade({}, { definitions: { A } }), "components", "schemas", "A")).toEqual({
      type: "object",
      example: data,
      properties: { default: { $ref: "#/components/schemas/A" }, a: { enum: [data] } },
    });
  });

  it("keeps names that every object has", () => {
    const properties = Object.fromEntries(["__proto__", "constructor", "toString"].map((name) => [name, text]));
    const document = upgrade({}, { definitions: Object.fromEntries([["__proto__", { type: "object", properties }]]) });
    const schemas = Object(at(document, "components", "schemas"));
    expect(Object.keys(schemas)).toEqual(["__proto__"]);
    const [schema] = Object.values(schemas);
    expect(Object.keys(Object(at(schema, "properties")))).toEqual(["__proto__", "constructor", "toString"]);
  });

  it.each<{ name: string; broken: JsonObject }>([
    { name: "parameters that are none", broken: { parameters: [null, 5, {}, { in: "" }, { $ref: 5 }, { name: "a" }] } },
    { name: "parameters that are no list", broken: { parameters: {} } },
    {
      name: "responses that are none",
      broken: { responses: { 200: null, 201: 5, 202: { schema: null, headers: [] } } },
    },
    { name: "responses that are no map", broken: { responses: [] } },
    { name: "media types that are none", broken: { consumes: [null, 5], produces: {} } },
  ])("is passed over: $name", ({ broken }) => {
    expect(upgrade(broken).openapi).toMatch(/^3\./);
  });

  it.each(["definitions", "parameters", "responses", "securityDefinitions", "paths"])(
    "is passed over: odd %s",
    (key) => {
      for (const odd of [null, 5, "x", [], { a: null, b: 5, c: { in: "" } }]) {
        expect(upgradeSwagger({ swagger: "2.0", paths: {}, [key]: odd }).openapi).toMatch(/^3\./);
      }
    },
  );
});

describe("places of a Swagger 2.0 document", () => {
  const source = [
    'swagger: "2.0"',
    "info: { title: t, version: '1' }",
    "definitions:",
    "  A:",
    "    properties:",
    "      a: { type: integer, default: x }",
    "paths:",
    "  /x:",
    "    post:",
    "      parameters:",
    "        - { in: body, name: b, schema: { properties: { b: { type: integer, default: y } } } }",
    "        - { in: formData, name: c, type: integer, default: z }",
    "      responses:",
    "        200: { description: d, schema: { $ref: '#/definitions/A' } }",
    "",
  ].join("\n");

  it("survive the upgrade", () => {
    const { documents } = readSource({ path: "a.yaml", bytes: new TextEncoder().encode(source) });
    const upgraded = upgradeSwagger(documents[0]?.openapi ?? {});
    const schema = at(upgraded, "components", "schemas", "A", "properties", "a");
    expect(placeOf(schema, "default")).toEqual({ file: "a.yaml", line: 6, column: 36 });
    expect(placeOf(at(upgraded, "paths", "/x", "post"))).toEqual({ file: "a.yaml", line: 10, column: 7 });
  });

  it("are those of the diagnostics", () => {
    const { diagnostics } = normalizeProject({
      config: {
        package: "@acme/client",
        version: "1.0.0",
        output: "generated",
        gateways: [{ id: "g", documents: [], queue: "fal-gateway", protocols: [] }],
        overlays: [],
      },
      pages: [{ path: "a.yaml", gateway: "g", bytes: new TextEncoder().encode(source) }],
      overlays: [],
    });
    expect(diagnostics.map(({ code, line }) => `${code} ${line}`).sort()).toEqual([
      "default-unfit 11",
      "default-unfit 12",
      "default-unfit 6",
    ]);
  });
});
