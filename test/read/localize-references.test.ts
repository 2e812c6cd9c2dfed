import { describe, expect, it } from "vitest";
import { localizeReferences } from "../../generator/read/localize-references.ts";
import { readSource } from "../../generator/read/read-source.ts";

const schemas = {
  Tree: { $anchor: "tree", type: "object", properties: { next: { $dynamicRef: "#node" } } },
  Node: { $dynamicAnchor: "node", type: "string" },
  Pet: { $id: "https://a.example/pet.json", type: "object", properties: { name: { type: "string" } } },
};

describe("a reference of a document to itself becomes a pointer", () => {
  it.each([
    { name: "an anchor", reference: "#tree", want: "#/components/schemas/Tree" },
    { name: "an id", reference: "https://a.example/pet.json", want: "#/components/schemas/Pet" },
    {
      name: "a pointer below an id",
      reference: "https://a.example/pet.json#/properties/name",
      want: "#/components/schemas/Pet/properties/name",
    },
    { name: "its own file", reference: "api.yaml#/components/schemas/Pet", want: "#/components/schemas/Pet" },
    { name: "its own file from here", reference: "./api.yaml#/components", want: "#/components" },
    { name: "its own address", reference: "https://a.example/api#/components", want: "#/components" },
    { name: "a pointer", reference: "#/components/schemas/Pet", want: "#/components/schemas/Pet" },
    { name: "another file", reference: "pets/api.yaml#/Pet", want: "pets/api.yaml#/Pet" },
    { name: "another server", reference: "http://169.254.169.254/", want: "http://169.254.169.254/" },
    { name: "an anchor that nobody set", reference: "#no", want: "#no" },
    { name: "a name of every object", reference: "#constructor", want: "#constructor" },
  ])("$name", ({ reference, want }) => {
    const document = { $self: "https://a.example/api", components: { schemas }, use: [{ $ref: reference }] };
    expect(localizeReferences(document, "specs/g/api.yaml").use).toEqual([{ $ref: want }]);
  });

  it("takes a dynamic reference for the one it is where nobody overrides it", () => {
    const { components } = localizeReferences({ components: { schemas } }, "a.yaml");
    const next = { $dynamicRef: "#node", $ref: "#/components/schemas/Node" };
    expect(components).toMatchObject({ schemas: { Tree: { properties: { next } } } });
  });

  it("leaves data alone, and documents without such references as they are", () => {
    const data = { components: { schemas }, example: { $ref: "#tree" }, enum: [{ $ref: "#tree" }] };
    expect(localizeReferences(data, "a.yaml")).toMatchObject({ example: data.example, enum: data.enum });
    const plain = { a: { $ref: "#/b" } };
    expect(localizeReferences(plain, "a.yaml")).toBe(plain);
  });
});

describe("definitions of a schema that was pasted", () => {
  const Kite = { type: "object", properties: { tail: { $ref: "#/$defs/Tail" } } };
  const given = {
    paths: {
      "/a": { schema: { $defs: { Kite, Tail: { type: "string" } }, items: { $ref: "#/$defs/Kite" } } },
      "/b": { schema: { definitions: { Kite: {} }, items: { $ref: "#/definitions/Kite/properties" } } },
      "/c": { schema: { items: [{ $ref: "#/$defs/Kite" }, { $ref: "#/definitions/constructor" }] } },
    },
  };

  it("are meant by the references inside of it, and by no others", () => {
    expect(localizeReferences(given, "a.json")).toEqual({
      paths: {
        "/a": {
          schema: {
            $defs: {
              Kite: { type: "object", properties: { tail: { $ref: "#/paths/~1a/schema/$defs/Tail" } } },
              Tail: { type: "string" },
            },
            items: { $ref: "#/paths/~1a/schema/$defs/Kite" },
          },
        },
        "/b": {
          schema: { definitions: { Kite: {} }, items: { $ref: "#/paths/~1b/schema/definitions/Kite/properties" } },
        },
        "/c": given.paths["/c"],
      },
    });
  });

  it("are left alone where the document has its own", () => {
    const swagger = { ...given, $defs: {}, definitions: {} };
    expect(localizeReferences(swagger, "a.json")).toBe(swagger);
  });
});

describe("a reference in an extension", () => {
  it("names what only its vendor reads, and is no reason to refuse a document", () => {
    const head = "openapi: 3.1.0\ninfo: { title: t, version: '1' }\n";
    const text = `${head}paths: { /a: { get: { x-examples: { one: { $ref: ./examples/one.json } }, responses: {} } } }\n`;
    const { documents, diagnostics } = readSource({ path: "a.yaml", bytes: new TextEncoder().encode(text) });
    expect(diagnostics).toEqual([]);
    expect(documents).toHaveLength(1);
  });
});
