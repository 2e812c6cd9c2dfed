import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectCauses } from "../../generator/diff/causes.ts";
import { mirrored } from "../../generator/diff/change.ts";
import { compareDocuments } from "../../generator/diff/compare-documents.ts";
import { SchemaGraph } from "../../generator/diff/schema/schema-graph.ts";
import type { Document, Schema } from "../../generator/document.ts";
import { tries } from "../tries.ts";
import { documentOf, documentWith, operationOf } from "./document-of.ts";

const names = ["Pet", "Owner", "Tree"] as const;
const limits = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"] as const;

const plain = fc.oneof(
  fc.constantFrom<Schema>(
    { type: "string" },
    { type: "integer" },
    { type: ["string", "null"] },
    { enum: ["a", "b"] },
    { const: 1 },
    {},
  ),
  fc
    .tuple(fc.constantFrom(...limits), fc.nat(9))
    .map(([keyword, value]) => ({ type: "number", [keyword]: value }) as Schema),
);
const reference = fc.constantFrom(...names).map((name): Schema => ({ $ref: `#/components/schemas/${name}` }));

const schema = schemaOf(fc.oneof(plain, reference));
const unshared = schemaOf(plain);

function schemaOf(leaf: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> {
  return fc.letrec<{ schema: Schema; leaf: Schema }>((tie) => ({
    leaf,
    schema: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      tie("leaf"),
      fc
        .tuple(fc.dictionary(fc.constantFrom("a", "b", "c"), tie("schema")), fc.subarray(["a", "b", "c"]), fc.boolean())
        .map(
          ([properties, required, closed]) =>
            ({ type: "object", properties, required, ...(closed ? { additionalProperties: false } : {}) }) as Schema,
        ),
      tie("schema").map((items) => ({ type: "array", items }) as Schema),
      fc
        .array(tie("schema"), { minLength: 1, maxLength: 3 })
        .chain((members) =>
          fc.constantFrom("oneOf", "anyOf", "allOf").map((keyword) => ({ [keyword]: members }) as Schema),
        ),
      tie("schema").map((not) => ({ not }) as Schema),
    ),
  })).schema;
}

const schemas = fc.record({ Pet: schema, Owner: schema, Tree: schema });
const document = fc
  .tuple(schema, schema, schemas)
  .map(([body, answer, components]) => documentWith(body, answer, components));

describe("a document against itself", () => {
  it("gives nothing", () => {
    fc.assert(
      fc.property(document, (one) => {
        expect(compareDocuments(one, structuredClone(one))).toEqual([]);
      }),
      tries(150),
    );
  });

  it("gives nothing when keys, lists without order and variants change places", () => {
    fc.assert(
      fc.property(document, (one) => {
        expect(compareDocuments(one, reversed(one))).toEqual([]);
      }),
      tries(150),
    );
  });

  it("gives nothing when a schema moves out of a component or into one", () => {
    const pair = fc.tuple(schema, schemas).map(([inner, all]) => ({
      inline: documentWith({ type: "object", properties: { x: inner } }, inner, all),
      moved: documentWith(
        { type: "object", properties: { x: { $ref: "#/components/schemas/Moved" } } },
        { $ref: "#/components/schemas/Moved" },
        { ...all, Moved: inner },
      ),
    }));
    fc.assert(
      fc.property(pair, ({ inline, moved }) => {
        expect(compareDocuments(inline, moved)).toEqual([]);
        expect(compareDocuments(moved, inline)).toEqual([]);
      }),
      tries(150),
    );
  });

  it("gives nothing on the wire when a component is renamed", () => {
    fc.assert(
      fc.property(document, (one) => {
        const renamed: Document = JSON.parse(
          JSON.stringify(one).replaceAll('"Pet"', '"Animal"').replaceAll("schemas/Pet", "schemas/Animal"),
        );
        expect(compareDocuments(one, renamed).filter(({ axis }) => axis === "wire")).toEqual([]);
      }),
      tries(150),
    );
  });
});

describe("spellings", () => {
  const nullables: readonly Schema[] = [
    { type: ["string", "null"] },
    { oneOf: [{ type: "string" }, { type: "null" }] },
    { anyOf: [{ type: "null" }, { type: "string" }] },
  ];
  it.each(nullables.flatMap((one) => nullables.map((other) => [one, other] as const)))(
    "%j allows what %j allows",
    (one, other) => {
      expect(compareDocuments(documentWith(one, one), documentWith(other, other))).toEqual([]);
    },
  );

  it.each<readonly [Schema, Schema]>([
    [{ enum: ["a"] }, { const: "a" }],
    [
      { type: "integer", exclusiveMinimum: 0 },
      { type: "integer", minimum: 1 },
    ],
    [{ type: "array", minItems: 0 }, { type: "array" }],
    [{ type: "object", additionalProperties: true }, { type: "object" }],
    [{ type: ["string", "integer"] }, { oneOf: [{ type: "integer" }, { type: "string" }] }],
    [{ oneOf: [{ type: "string" }] }, { type: "string" }],
    [{ oneOf: [{ type: "string" }, { type: "number" }] }, { anyOf: [{ type: "number" }, { type: "string" }] }],
    [
      { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
      { allOf: [{ type: "object", required: ["a"] }, { properties: { a: { type: "string" } } }] },
    ],
  ])("%j is the same as %j", (one, other) => {
    expect(compareDocuments(documentWith(one, one), documentWith(other, other))).toEqual([]);
    expect(compareDocuments(documentWith(other, other), documentWith(one, one))).toEqual([]);
  });
});

describe("swapping the documents", () => {
  it("swaps narrower and wider, added and removed, one by one, where no schema is shared", () => {
    fc.assert(
      fc.property(unshared, unshared, (one, other) => {
        // Cloned through JSON: the generator repeats objects, and the same object twice is one schema.
        const [base, head]: Document[] = JSON.parse(
          JSON.stringify([documentWith(one, one), documentWith(other, other)]),
        );
        if (base === undefined || head === undefined) throw new Error("two documents");
        expect(effects(head, base).map(mirrored).sort()).toEqual(effects(base, head).sort());
      }),
      tries(150),
    );
  });

  it("swaps the kinds of effects where schemas are shared", () => {
    const bodies = fc.tuple(schema, schema, schemas);
    fc.assert(
      fc.property(bodies, ([one, other, all]) => {
        const [base, head] = [documentWith(one, one, all), documentWith(other, other, all)];
        expect(new Set(effects(head, base).map(mirrored))).toEqual(new Set(effects(base, head)));
      }),
      tries(150),
    );
  });
});

/** Effects of everything that changed between the bodies of two documents. */
function effects(base: Document, head: Document): ReturnType<typeof mirrored>[] {
  const [from, to] = [base, head].map(
    (one) => one.paths["/call"]?.post?.requestBody?.content["application/json"]?.schema ?? {},
  );
  const site = (one: Schema | undefined) => [{ schema: one ?? {}, pointer: "#", label: "body" }];
  const context = { travel: "request", writing: "json", defaults: "client", lists: "plain" } as const;
  const record = {
    changes: [],
    operations: [],
    uses: [{ base: site(from), head: site(to), context, operation: "POST /call" }],
  };
  return collectCauses(new SchemaGraph(base, head), record).map(({ change }) => change.effect);
}

const unordered: ReadonlySet<string> = new Set(["required", "enum", "type", "oneOf", "anyOf", "allOf"]);

function reversed<Value>(value: Value, key = ""): Value {
  if (Array.isArray(value)) {
    const inner = value.map((one) => reversed(one));
    return (unordered.has(key) ? inner.reverse() : inner) as Value;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner, name)]),
  ) as Value;
}

describe("cycles", () => {
  it("end, and what changed in them is one finding", () => {
    const tree = (value: Schema): object => ({
      Tree: {
        type: "object",
        properties: { value, children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
      },
    });
    const paths = { "/tree": { get: operationOf(undefined, { $ref: "#/components/schemas/Tree" }) } };
    const [base, head] = [{ type: "string" } as const, { type: "integer" } as const].map((value) =>
      documentOf({ paths, schemas: tree(value) }),
    );
    if (base === undefined || head === undefined) throw new Error("two documents");
    expect(compareDocuments(base, head).map(({ axis, pointer }) => `${axis} ${pointer}`)).toEqual([
      "wire #/components/schemas/Tree/properties/value/type",
      "source #/components/schemas/Tree/properties/value/type",
    ]);
  });
});
