import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { describe, expect, it } from "vitest";
import type { Document, Operation, Schema } from "../../generator/document.ts";
import { printPaths } from "../../generator/emit/emit-paths.ts";
import { compileEmitted, compilers } from "./compile-emitted.ts";
import { fluxDocument } from "./flux-document.ts";

function documentOf(schemas: { readonly [name: string]: Schema }, body: Schema = {}): Document {
  const operation: Operation = {
    operationId: "submit",
    summary: "Submit",
    description: "Two\nlines.",
    deprecated: true,
    parameters: [
      { name: "id", in: "path", required: true, schema: { type: "string" } },
      { name: "page-size", in: "query", description: "How many.", schema: { type: "integer", default: 10 } },
    ],
    requestBody: { required: true, description: "The body.", content: { "application/json": { schema: body } } },
    responses: {
      200: {
        description: "Done.",
        headers: { "x-id": { schema: { type: "string" } } },
        content: { "application/json": { schema: body } },
      },
      default: { description: "An error." },
    },
    "x-docket-gateways": ["a"],
  };
  return {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    "x-docket-gateways": {},
    paths: { "/jobs/{id}": { post: operation } },
    components: { schemas, securitySchemes: {} },
  };
}

const ordinary: Document = documentOf(
  {
    Cat: {
      type: "object",
      properties: { kind: { type: "string" }, lives: { type: "integer", default: 9 } },
      required: ["kind"],
    },
    Dog: {
      type: "object",
      properties: { kind: { type: "string" }, bark: { type: ["string", "null"], enum: ["wuff", "wau"] } },
    },
    Pet: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: {
        propertyName: "kind",
        mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
      },
    },
    Tree: {
      type: "object",
      title: "A tree",
      properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
    },
    Named: {
      allOf: [{ $ref: "#/components/schemas/Cat" }, { type: "object", properties: { name: { const: "x" } } }],
      required: ["lives"],
    },
  },
  {
    type: "object",
    properties: {
      pet: { $ref: "#/components/schemas/Pet" },
      map: { type: "object", additionalProperties: { type: "number" } },
      free: { type: "object" },
      pair: { type: "array", prefixItems: [{ type: "number" }, { type: "string" }] },
      "with space": { type: "string", format: "uri", examples: ["https://a.example"], default: "x" },
    },
    required: ["pet"],
  },
);

describe("printPaths", () => {
  it("prints what openapi-typescript's own entry prints", async () => {
    const schema: OpenAPI3 = JSON.parse(JSON.stringify(ordinary));
    const own = await openapiTS(schema, { defaultNonNullable: false, emptyObjectsUnknown: true, silent: true });
    expect(printPaths(ordinary)).toBe(astToString(own));
  });

  it.each([
    { name: "no operation", paths: {} },
    {
      name: "several operations",
      paths: { ...ordinary.paths, "/more": { get: { operationId: "more", responses: {}, "x-docket-gateways": [] } } },
    },
  ])("prints what openapi-typescript prints for $name", async ({ paths }) => {
    const document = { ...ordinary, paths };
    const schema: OpenAPI3 = JSON.parse(JSON.stringify(document));
    const own = await openapiTS(schema, { defaultNonNullable: false, emptyObjectsUnknown: true, silent: true });
    expect(printPaths(document)).toBe(astToString(own));
  });

  it("lets fields of a component that may be null be required", () => {
    const nullable: Schema = { type: ["object", "null"], properties: { a: { type: "string" } } };
    const text = printPaths(
      documentOf({
        Nullable: nullable,
        Strict: { allOf: [{ $ref: "#/components/schemas/Nullable" }], required: ["a"] },
      }),
    );
    const use = "export const a: components['schemas']['Strict'] = { a: 'x' };";
    for (const [, ts] of compilers) {
      expect(compileEmitted(ts, [{ path: "src/paths.ts", text: `${text}\n${use}` }])).toEqual([]);
    }
  });

  it("writes a property that tells siblings apart once, where a component states it itself", () => {
    const kind = (name: string): Schema => ({ type: "string", enum: [name] });
    const child = (name: string): Schema => ({
      type: "object",
      properties: { kind: kind(name) },
      allOf: [{ $ref: "#/components/schemas/Base" }],
    });
    const text = printPaths(
      documentOf({
        Base: {
          type: "object",
          properties: { kind: { type: "string" } },
          required: ["kind"],
          discriminator: { propertyName: "kind", mapping: { one: "#/components/schemas/One" } },
        },
        One: child("one"),
        Two: child("Two"),
      }),
    );
    for (const [, ts] of compilers) expect(compileEmitted(ts, [{ path: "src/paths.ts", text }])).toEqual([]);
  });

  it("takes values for values, whatever they look like", () => {
    const trap = { allOf: [null], oneOf: ["x"], discriminator: { propertyName: "a" } };
    const text = printPaths(
      documentOf({
        Listed: { type: "object", enum: ["a", "b"] },
        Shaped: { type: "object", properties: { a: { type: "string" } }, enum: ["a"] },
        Example: { type: "object", default: trap, examples: [trap] },
        Fixed: { const: trap },
        Values: { enum: [trap, "a"] },
      }),
    );
    expect(text).toContain('Listed: "a" | "b";');
    expect(text).toContain("a?: string;");
    expect(text).toContain("Fixed: unknown;");
    expect(text).toContain("Values: unknown;");
  });

  it("leaves the document as it was", () => {
    const before = JSON.stringify(ordinary);
    printPaths(ordinary);
    expect(JSON.stringify(ordinary)).toBe(before);
  });

  it("keeps lists from prose open, also in items and beside null", () => {
    const open = { "x-docket-origin": { enum: "prose" } } as const;
    const text = printPaths(
      documentOf({
        A: { type: "string", enum: ["a", "b"], ...open },
        B: { type: "array", items: { enum: [1, 2], ...open } },
        C: { type: ["string", "null"], enum: ["c"], ...open },
        D: { anyOf: [{ type: "string", enum: ["d"] }, { type: "string" }] },
      }),
    );
    expect(text).toContain('A: "a" | "b" | (string & {});');
    expect(text).toContain("B: (1 | 2 | (number & {}))[];");
    expect(text).toContain('C: "c" | (string & {}) | null;');
    expect(text).toContain('D: "d" | (string & {});');
  });

  it("writes names with a percent sign, which openapi-typescript cannot", () => {
    const name = "100% \\uFDD0 %2F";
    const text = printPaths(
      documentOf({ [name]: { properties: { "50%": { $ref: `#/components/schemas/${name}` } }, required: ["50%"] } }),
    );
    expect(text).toContain(String.raw`"100% \\uFDD0 %2F": {`);
    expect(text).toContain(String.raw`"50%": components["schemas"]["100% \\uFDD0 %2F"];`);
  });

  it("follows chains of references to their end, and rings to nothing", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, at) => [`S${at}`, { $ref: `#/components/schemas/S${at + 1}` }]),
    );
    const text = printPaths(
      documentOf({
        ...chain,
        S3000: { type: "string" },
        R: { $ref: "#/components/schemas/Q" },
        Q: { $ref: "#/components/schemas/R" },
      }),
    );
    expect(text).toContain('S0: components["schemas"]["S3000"];');
    expect(text).toContain("R: unknown;");
  });

  it("ends on schemas nested deeper than the stack, and on large rings", () => {
    let deep: Schema = { type: "string" };
    for (let depth = 0; depth < 10_000; depth += 1) deep = { type: "array", items: deep };
    const ring = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, at) => [
        `N${at}`,
        { properties: { next: { $ref: `#/components/schemas/N${(at + 1) % 5_000}` } } },
      ]),
    );
    expect(printPaths(documentOf({ ...ring, deep }))).toContain("N4999");
  });

  it("states known sizes and takes others", () => {
    expect(printPaths(fluxDocument)).toContain('("square_hd" | "square" | "landscape_4_3") | (string & {})');
  });
});
