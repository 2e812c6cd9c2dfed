import { describe, expect, it } from "vitest";
import type { Document, Operation, Schema } from "../../generator/document.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import type { PlannedField } from "../../generator/plan.ts";

const options = { name: "@docket/x", version: "1.0.0", generatorVersion: "0.1.0", sources: [] };

function submit(endpoint: string, schema?: Schema, more: Partial<Operation> = {}): Operation {
  return {
    operationId: endpoint,
    ...(schema === undefined ? {} : { requestBody: { content: { "application/json": { schema } } } }),
    responses: { default: { description: "" } },
    "x-docket-gateways": ["a"],
    "x-docket-queue": { role: "submit", endpoint, protocols: { a: "fal" } },
    ...more,
  };
}

function documentOf(
  operations: Readonly<Record<string, Operation>>,
  schemas: Readonly<Record<string, Schema>> = {},
): Document {
  return {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    "x-docket-gateways": {
      b: { auth: "none", queue: "fal-gateway" },
      a: { server: "https://a.example", auth: "key", queue: "fal" },
    },
    paths: Object.fromEntries(Object.entries(operations).map(([path, post]) => [path, { post }])),
    components: { schemas, securitySchemes: {} },
  };
}

function planInput(schema: Schema, schemas: Readonly<Record<string, Schema>> = {}) {
  const { plan, diagnostics } = planPackage(documentOf({ "/m": submit("m", schema) }, schemas), options);
  return { endpoint: plan.endpoints[0], codes: diagnostics.map(({ code }) => code), plan };
}

describe("planPackage", () => {
  it("plans endpoints and gateways by their ids", () => {
    const { plan } = planPackage(documentOf({ "/x/b": submit("x/b"), "/x/a": submit("x/a") }), options);
    expect(plan.endpoints.map(({ id, slug, typeName }) => [id, slug, typeName])).toEqual([
      ["x/a", "x-a", "XA"],
      ["x/b", "x-b", "XB"],
    ]);
    expect(plan.gateways).toEqual([
      { id: "a", server: "https://a.example", auth: "key", protocol: "fal", cancel: true, endpoints: ["x/a", "x/b"] },
      { id: "b", auth: "none", protocol: "fal-gateway", cancel: false, endpoints: [] },
    ]);
  });

  it.each<[string, Partial<Operation>, string]>([
    ["the summary", { summary: " FLUX " }, "FLUX"],
    ["the id when the summary is the path", { summary: "/m" }, "m"],
    ["the id without a summary", {}, "m"],
  ])("titles an endpoint by %s", (_, more, want) => {
    const { plan } = planPackage(documentOf({ "/m": submit("m", {}, more) }), options);
    expect(plan.endpoints[0]?.title).toBe(want);
  });

  it.each([
    ["https://a.example/x y", "https://a.example/x%20y"],
    ["javascript:alert(1)", undefined],
    ["no link", undefined],
  ])("takes the documentation link %s as %s", (url, want) => {
    const { plan } = planPackage(documentOf({ "/m": submit("m", {}, { externalDocs: { url } }) }), options);
    expect(plan.endpoints[0]?.documentation).toBe(want);
  });

  it.each<[string, Document, string]>([
    ["two operations of one endpoint", documentOf({ "/a": submit("m"), "/b": submit("m") }), "duplicate-endpoint"],
    ["an input that is no object", documentOf({ "/a": submit("m", { type: "array" }) }), "input-not-object"],
    [
      "a protocol that no runtime knows",
      { ...documentOf({}), "x-docket-gateways": { a: { auth: "none", queue: "carrier-pigeon" } } },
      "unknown-protocol",
    ],
    [
      "a default that the field does not take",
      documentOf({ "/a": submit("m", { type: "object", properties: { n: { type: "integer", default: "auto" } } }) }),
      "default-unfit",
    ],
  ])("reports %s", (_, document, code) => {
    expect(planPackage(document, options).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });
});

describe("an input", () => {
  const schemas = {
    Base: { type: "object", properties: { prompt: { type: "string" } }, required: ["prompt"] },
    Chain: { $ref: "#/components/schemas/Base" },
    Size: { type: "string", description: "How large.", enum: ["s", "m"], default: "s" },
  } as const;

  it.each<[string, Schema]>([
    ["of its own", schemas.Base],
    ["behind references", { $ref: "#/components/schemas/Chain" }],
    ["in parts", { allOf: [{ $ref: "#/components/schemas/Base" }, { description: "More." }] }],
    ["with alternatives that only demand fields", { ...schemas.Base, oneOf: [{ required: ["prompt"] }] }],
  ])("has its fields, %s", (_, schema) => {
    const { endpoint, codes } = planInput(schema, schemas);
    expect(endpoint?.fields.map(({ name, required, types }) => [name, required, types])).toEqual([
      ["prompt", true, ["string"]],
    ]);
    expect(endpoint?.required).toEqual(["prompt"]);
    expect(codes).toEqual([]);
  });

  it("takes any object where no schema is stated", () => {
    const { plan, diagnostics } = planPackage(documentOf({ "/m": submit("m") }), options);
    expect(plan.endpoints[0]?.input).toEqual({ type: "object", additionalProperties: true });
    expect(diagnostics).toEqual([]);
  });

  it("merges a field that several parts state", () => {
    const { endpoint } = planInput({
      allOf: [{ properties: { n: { type: "integer" } } }, { properties: { n: { minimum: 1, description: "Count." } } }],
    });
    expect(endpoint?.input.properties?.n).toEqual({
      allOf: [{ type: "integer" }, { minimum: 1, description: "Count." }],
      description: "Count.",
    });
  });

  it("of alternatives has the fields that all have alike", () => {
    const both = { type: "string", default: "x" } as const;
    const { endpoint } = planInput({
      oneOf: [
        {
          type: "object",
          properties: { both, one: {}, n: { type: "integer", maximum: 1 } },
          required: ["both", "one"],
        },
        { type: "object", properties: { both, n: { type: "integer", maximum: 2 } }, required: ["both"] },
      ],
    });
    expect(endpoint?.fields).toEqual([
      {
        name: "both",
        required: true,
        deprecated: false,
        types: ["string"],
        default: { value: "x", origin: "schema" },
        limits: [],
      },
      { name: "n", required: false, deprecated: false, types: ["integer"], limits: [] },
    ]);
    expect(endpoint?.required).toEqual(["both"]);
  });

  it.each([
    ["the same members", { name: { type: "string" } }, { name: { type: "string" } }, ["name"]],
    ["other members", { name: { type: "string" } }, { name: { type: "integer" } }, undefined],
    ["members in one only", { name: { type: "string" } }, undefined, undefined],
  ] as const)("of alternatives that give a field %s keeps what is alike", (_, one, other, want) => {
    const style = (properties: Schema["properties"]): Schema => ({
      type: "object",
      properties: { style: { type: "object", ...(properties === undefined ? {} : { properties }) } },
    });
    const { endpoint } = planInput({ oneOf: [style(one), style(other)] });
    expect(endpoint?.fields[0]?.members?.fields.map(({ name }) => name)).toEqual(want);
  });

  it("ends where references or parts run in rings", () => {
    const ring: Record<string, Schema> = {
      A: { $ref: "#/components/schemas/B" },
      B: { $ref: "#/components/schemas/A" },
      C: { allOf: [{ $ref: "#/components/schemas/C" }] },
    };
    expect(planInput({ $ref: "#/components/schemas/A" }, ring).endpoint?.fields).toEqual([]);
    expect(planInput({ $ref: "#/components/schemas/C" }, ring).endpoint?.fields).toEqual([]);
  });
});

describe("a field", () => {
  const field = (schema: Schema, schemas: Readonly<Record<string, Schema>> = {}): Partial<PlannedField> => {
    const found = planInput({ type: "object", properties: { f: schema } }, schemas).endpoint?.fields[0];
    const {
      name: _,
      required: __,
      deprecated: ___,
      ...rest
    } = found ?? { name: "", required: false, deprecated: false };
    return rest;
  };
  const prose = (keyword: string) => ({ "x-docket-origin": { [keyword]: "prose" } }) as const;

  it.each<[Schema, Partial<PlannedField>]>([
    [{}, { types: [], limits: [] }],
    [{ type: ["string", "null"] }, { types: ["null", "string"], limits: [] }],
    [
      { enum: ["a", 1, 1.5, null, true, [], {}, "a"] },
      {
        types: ["array", "boolean", "integer", "null", "number", "object", "string"],
        values: { list: ["a", 1, 1.5, null, true, [], {}], origin: "schema", open: false },
        limits: [],
      },
    ],
    [{ const: "x" }, { types: ["string"], values: { list: ["x"], origin: "schema", open: false }, limits: [] }],
    [
      { type: "string", enum: ["a"], ...prose("enum") },
      { types: ["string"], values: { list: ["a"], origin: "prose", open: true }, limits: [] },
    ],
    [
      { anyOf: [{ type: "string", enum: ["a"] }, { type: "object" }] },
      { types: ["object", "string"], values: { list: ["a"], origin: "schema", open: true }, limits: [] },
    ],
    [{ anyOf: [{ type: "string" }, {}] }, { types: [], limits: [] }],
    [
      { type: "integer", minimum: 0, maximum: 50, ...prose("maximum") },
      {
        types: ["integer"],
        limits: [
          { keyword: "minimum", value: 0, origin: "schema" },
          { keyword: "maximum", value: 50, origin: "prose" },
        ],
      },
    ],
    [
      { type: "integer", default: 28, ...prose("default") },
      { types: ["integer"], default: { value: 28, origin: "prose" }, limits: [] },
    ],
    [
      { $ref: "#/components/schemas/Size", default: "m" },
      {
        types: ["string"],
        description: "How large.",
        values: { list: ["s", "m"], origin: "schema", open: false },
        default: { value: "m", origin: "schema" },
        limits: [],
      },
    ],
  ])("of %j", (schema, want) => {
    expect(
      field(schema, { Size: { type: "string", description: "How large.", enum: ["s", "m"], default: "s" } }),
    ).toEqual(want);
  });

  it("has no limit that is no finite number", () => {
    const schema: Schema = JSON.parse(
      '{"type":"integer","minimum":"1;PWN();//","maximum":1e400,"multipleOf":{"valueOf":1}}',
    );
    expect(field(schema)).toEqual({ types: ["integer"], limits: [] });
  });

  it.each<[unknown, Schema, boolean]>([
    [1, { type: "number" }, true],
    [1.5, { type: "integer" }, false],
    [null, { type: "string" }, false],
    [null, { type: ["string", "null"] }, true],
    ["c", { enum: ["a", "b"] }, false],
    ["c", { enum: ["a", "b"], ...prose("enum") }, true],
    [100, { type: "integer", maximum: 50 }, true],
    [[1, "a"], { type: "array", items: { type: "integer" } }, false],
    [[1, "a"], { prefixItems: [{ type: "integer" }, { type: "string" }] }, true],
    [[], { prefixItems: [{ type: "integer" }] }, false],
    [{ a: 1 }, { type: "object", properties: { a: { type: "string" } } }, false],
    [{ b: 1 }, { type: "object", properties: { a: {} }, additionalProperties: false }, false],
    [{ b: 1 }, { type: "object", additionalProperties: { type: "string" } }, false],
    [{}, { type: "object", required: ["a"] }, false],
    ["a", { anyOf: [{ type: "integer" }, { enum: ["a"] }] }, true],
    ["a", { oneOf: [{ type: "integer" }, { type: "boolean" }] }, false],
    ["a", { allOf: [{ type: "string" }, { const: "b" }] }, false],
  ])("with default %j fits %j: %s", (value, schema, fits) => {
    const given: Schema = JSON.parse(JSON.stringify({ ...schema, default: value }));
    expect(field(given).default !== undefined).toBe(fits);
  });
});

describe("models", () => {
  const object = (properties: Schema["properties"]): Schema => ({ type: "object", properties: properties ?? {} });
  const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

  it("are the components that endpoints reach, named without shadowing", () => {
    const { plan } = planInput(
      object({ a: ref("File"), b: { default: { $ref: "#/components/schemas/Data" } }, $ref: ref("By~1Name") }),
      {
        File: object({ self: ref("File"), inner: { type: "array", items: ref("image") } }),
        image: object({}),
        Image: object({}),
        Data: object({}),
        Unused: object({}),
        "By/Name": object({}),
      },
    );
    expect(plan.models.map(({ name, typeName, side }) => [name, typeName, side])).toEqual([
      ["By/Name", "ByName", "input"],
      ["File", "FileSchema", "input"],
      ["image", "Image", "input"],
    ]);
  });

  it("tell what is taken from what is only answered", () => {
    const queue = {
      role: "submit",
      endpoint: "m",
      protocols: { a: "fal" },
      output: object({ x: ref("Out"), y: ref("Both") }),
    } as const;
    const { plan } = planPackage(
      documentOf(
        { "/m": submit("m", object({ x: ref("Both") }), { "x-docket-queue": queue }) },
        { Out: object({}), Both: object({}) },
      ),
      options,
    );
    expect(plan.models.map(({ name, side }) => [name, side])).toEqual([
      ["Both", "input"],
      ["Out", "output"],
    ]);
  });
});
