import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generator/json.ts";
import { at, bodyOf, json, normalize, operationPage, page } from "./normalize-pages.ts";

/** A document whose one operation takes a reference, with these schemas as its components. */
function referring(reference: string, schemas: JsonObject, more: JsonObject = {}): ReturnType<typeof normalize> {
  const paths = { "/x": { post: json({ $ref: reference }) } };
  return normalize([page({ paths, components: { schemas }, ...more })]);
}

describe("a reference", () => {
  test.each([
    { name: "plain", reference: "#/components/schemas/A", schemas: { A: { type: "string" } }, want: "A" },
    { name: "percent-encoded", reference: "#/components/schemas/A%3CB%3E", schemas: { "A<B>": {} }, want: "A_B" },
    {
      name: "to a name in Chinese",
      reference: "#/components/schemas/图片",
      schemas: { 图片: {} },
      want: "Image",
    },
    { name: "to a generic", reference: "#/components/schemas/R%C2%ABL%C2%BB", schemas: { "R«L»": {} }, want: "R_L" },
    {
      name: "into a schema",
      reference: "#/components/schemas/A/properties/b",
      schemas: { A: { type: "object", properties: { b: { type: "string" } } } },
      want: "A_b",
    },
    {
      name: "into the definitions of a schema",
      reference: "#/components/schemas/A/definitions/b",
      schemas: { A: { type: "object", definitions: { b: { type: "string" } } } },
      want: "A_b",
    },
    {
      name: "into a tuple",
      reference: "#/components/schemas/A/items/0",
      schemas: { A: { type: "array", items: [{ type: "string" }] } },
      want: "A_prefixItems_0",
    },
    {
      name: "on through a reference",
      reference: "#/components/schemas/A/properties/b/properties/c",
      schemas: {
        A: { type: "object", properties: { b: { $ref: "#/components/schemas/B" } } },
        B: { type: "object", properties: { c: { type: "string" } } },
      },
      want: "B_c",
    },
    {
      name: "through others",
      reference: "#/components/schemas/A",
      schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/C" }, C: { type: "string" } },
      want: "C",
    },
  ])("$name points at a component", ({ reference, schemas, want }) => {
    const { document, codes } = referring(reference, schemas);
    expect(bodyOf(document, "/x")).toEqual({ $ref: `#/components/schemas/${want}` });
    expect(at(document, "components", "schemas", want)).toBeDefined();
    expect(codes).toEqual([]);
  });

  test("to definitions of the document's root is moved", () => {
    const { document } = referring("#/definitions/M", {}, { definitions: { M: { type: "string" } } });
    expect(at(document, "components", "schemas", "M")).toEqual({ type: "string" });
  });

  test.each([
    { name: "nowhere", reference: "#/components/schemas/No", schemas: {}, codes: ["unresolved-reference"] },
    { name: "outside", reference: "http://169.254.169.254/latest", schemas: {}, codes: ["external-reference"] },
    { name: "to a file", reference: "file:///etc/passwd", schemas: {}, codes: ["external-reference"] },
    { name: "by the tool's number", reference: "#/definitions/123", schemas: {}, codes: ["native-reference"] },
    { name: "through a prototype", reference: "#/constructor/name", schemas: {}, codes: ["unresolved-reference"] },
    {
      name: "through a ring",
      reference: "#/components/schemas/A/properties/b",
      schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } },
      codes: ["unresolved-reference", "reference-ring", "reference-ring"],
    },
    {
      name: "in a ring",
      reference: "#/components/schemas/A",
      schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } },
      codes: ["reference-ring", "reference-ring", "reference-ring"],
    },
  ])("$name is reported and lets any value through", ({ reference, schemas, codes }) => {
    const result = referring(reference, schemas);
    expect(bodyOf(result.document, "/x")).toEqual({});
    expect(result.codes).toEqual(codes);
  });

  test("keeps its description, and its constraints in an allOf", () => {
    const schemas = { A: { type: "object", properties: { a: { type: "string" } } } };
    const $ref = "#/components/schemas/A";
    const properties = { told: { $ref, description: "d" }, bound: { $ref, description: "d", required: ["a"] } };
    const paths = { "/x": { post: json({ type: "object", properties }) } };
    const { document } = normalize([page({ paths, components: { schemas } })]);
    expect(at(bodyOf(document, "/x"), "properties")).toEqual({
      told: { $ref, description: "d" },
      bound: { description: "d", allOf: [{ $ref }, { required: ["a"] }] },
    });
  });

  test("in parameters, bodies, responses and path items is put in place", () => {
    const { document, codes } = normalize([
      page({
        paths: { "/x/{id}": { $ref: "#/components/pathItems/Item" } },
        components: {
          pathItems: {
            Item: {
              parameters: [{ $ref: "#/components/parameters/Id" }],
              post: {
                requestBody: { $ref: "#/components/requestBodies/Body" },
                responses: { "200": { $ref: "#/components/responses/Done" } },
              },
            },
          },
          parameters: { Id: { name: "id", in: "path", required: true, schema: { type: "string" } } },
          requestBodies: { Body: { content: { "application/json": { schema: { type: "string" } } } } },
          responses: { Done: { description: "done" } },
        },
      }),
    ]);
    const operation = at(document, "paths", "/x/{id}", "post");
    expect(at(operation, "parameters")).toEqual([
      { name: "id", in: "path", required: true, schema: { type: "string" } },
    ]);
    expect(bodyOf(document, "/x/{id}")).toEqual({ type: "string" });
    expect(at(operation, "responses", "200")).toEqual({ description: "done" });
    expect(codes).toEqual([]);
  });

  test("chains and rings of thousands are followed by iteration", () => {
    const count = 5000;
    const chain = Object.fromEntries(
      Array.from({ length: count }, (_, n) => [`S${n}`, { $ref: `#/components/schemas/S${n + 1}` }]),
    );
    const ring = Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        `R${n}`,
        { type: "object", properties: { next: { $ref: `#/components/schemas/R${(n + 1) % count}` } } },
      ]),
    );
    const { document, codes } = referring("#/components/schemas/S0", {
      ...chain,
      [`S${count}`]: { $ref: "#/components/schemas/R0", description: "d" },
      ...ring,
    });
    expect(bodyOf(document, "/x")).toEqual({ $ref: "#/components/schemas/R0" });
    expect(
      Object.keys(Object(at(document, "components", "schemas"))).filter((name) => name.startsWith("R")),
    ).toHaveLength(count);
    expect(codes).toEqual([]);
  });
});

describe("a mix-in", () => {
  const refs = {
    "01JB6G": { $ref: "#/components/schemas/Base", "x-apifox-overrides": { gone: null, data: { type: "array" } } },
  };
  const Base = {
    type: "object",
    properties: { code: { type: "integer" }, gone: { type: "string" }, data: { type: "string" } },
    required: ["code"],
  };
  const want = {
    type: "object",
    properties: { code: { type: "integer" }, data: { type: "array" }, own: { type: "string" } },
    required: ["code", "own"],
  };

  test.each([
    { name: "of Apifox", prefix: "x-apifox-" },
    { name: "of Apidog", prefix: "x-apidog-" },
    { name: "half cleaned", prefix: "x--" },
  ])("$name adds its properties", ({ prefix }) => {
    const renamed = JSON.parse(JSON.stringify(refs).replaceAll("x-apifox-", prefix));
    const schema = {
      type: "object",
      properties: { own: { type: "string" } },
      required: ["01JB6G", "own"],
      [`${prefix}refs`]: renamed,
      [`${prefix}orders`]: ["01JB6G", "own"],
    };
    const paths = { "/x": { post: json(schema) } };
    const { document, codes } = normalize([page({ paths, components: { schemas: { Base } } })]);
    expect(bodyOf(document, "/x")).toEqual(want);
    expect(codes).toEqual([]);
  });

  test("that an export expanded already changes nothing", () => {
    const schema = {
      type: "object",
      properties: { code: { type: "number" }, gone: {}, data: {} },
      required: ["data"],
      "x-apifox-refs": { "01JB6G": { $ref: "#/components/schemas/Base" } },
    };
    const { document } = normalize([
      page({ paths: { "/x": { post: json(schema) } }, components: { schemas: { Base } } }),
    ]);
    expect(bodyOf(document, "/x")).toEqual({
      type: "object",
      properties: { code: { type: "number" }, gone: {}, data: {} },
      required: ["data"],
    });
  });

  test("that mixes in itself ends", () => {
    const Ring = { type: "object", "x-apifox-refs": { A: { $ref: "#/components/schemas/Ring" } } };
    const { codes } = normalize([
      operationPage("POST /y", json(undefined)),
      page({
        paths: { "/x": { post: json({ $ref: "#/components/schemas/Ring" }) } },
        components: { schemas: { Ring } },
      }),
    ]);
    expect(codes).toEqual([]);
  });
});
