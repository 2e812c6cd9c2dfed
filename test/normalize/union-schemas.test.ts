import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/json.ts";
import { canonicalText } from "../../generator/normalize/canonical-text.ts";
import type { UnionContext } from "../../generator/normalize/union-context.ts";
import { unionSchemas } from "../../generator/normalize/union-schemas.ts";
import { tries } from "../tries.ts";
import { accepts } from "./accepts.ts";

const context: UnionContext = { resolve: () => undefined, differ: () => undefined, path: [], union: unionSchemas };
const names = ["a", "b", "c"];
const small = fc.integer({ min: -2, max: 4 });
const count = fc.integer({ min: 0, max: 3 });
const word = fc.constantFrom("", "x", "yy", "zzz");

/** Values of a few kinds, near the bounds that the schemas set. */
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constant(null),
    fc.boolean(),
    small,
    fc.constant(0.5),
    word,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 3 }),
  ),
})).value;

const numeric: fc.Arbitrary<JsonObject> = fc.record(
  { type: fc.constantFrom("integer", "number"), minimum: small, maximum: small, exclusiveMinimum: small },
  { requiredKeys: ["type"] },
);
const text: fc.Arbitrary<JsonObject> = fc.record(
  {
    type: fc.constantFrom<Json>("string", ["string", "null"]),
    minLength: count,
    maxLength: count,
    enum: fc.array(word, { minLength: 1 }),
  },
  { requiredKeys: ["type"] },
);

/**
 * Schemas that speak everywhere: lists say what their items are, objects that they have no other properties. Where a schema is silent the
 * union keeps what the other says, and so may refuse what the silent one lets through; tables in merging.test.ts show that.
 */
const schema: fc.Arbitrary<JsonObject> = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2 },
    fc.constant<JsonObject>({ type: "null" }),
    fc.constant<JsonObject>({ type: "boolean" }),
    numeric,
    text,
    fc.record<JsonObject>(
      { type: fc.constant("array"), items: tie("schema"), minItems: count, maxItems: count },
      { requiredKeys: ["type", "items"] },
    ),
    fc.record<JsonObject>(
      {
        type: fc.constant("object"),
        properties: fc.dictionary(fc.constantFrom(...names), tie("schema"), { minKeys: 1 }),
        required: fc.uniqueArray(fc.constantFrom(...names)),
        additionalProperties: fc.constant(false),
      },
      { requiredKeys: ["type", "properties", "additionalProperties"] },
    ),
    fc.array(tie("schema"), { minLength: 1, maxLength: 3 }).map((anyOf): JsonObject => ({ anyOf })),
  ),
})).schema;

describe("the union of two schemas", () => {
  test("accepts what either of them accepts", () => {
    fc.assert(
      fc.property(schema, schema, value, (one, other, given) => {
        fc.pre(accepts(one, given) || accepts(other, given));
        expect(accepts(unionSchemas(one, other, context), given)).toBe(true);
      }),
      tries(3000),
    );
  });

  test("of a schema with itself is that schema", () => {
    fc.assert(
      fc.property(schema, (given) => {
        expect(canonicalText(unionSchemas(given, structuredClone(given), context))).toBe(canonicalText(given));
      }),
      tries(100),
    );
  });

  test("of three accepts what any of them accepts, whatever their order", () => {
    const union = (...schemas: readonly JsonObject[]): JsonObject =>
      schemas.reduce((one, other) => unionSchemas(one, other, context));
    fc.assert(
      fc.property(schema, schema, schema, value, (one, two, three, given) => {
        fc.pre([one, two, three].some((each) => accepts(each, given)));
        expect(accepts(union(one, two, three), given)).toBe(true);
        expect(accepts(union(three, one, two), given)).toBe(true);
      }),
      tries(3000),
    );
  });

  test("accepts the same whichever comes first", () => {
    fc.assert(
      fc.property(schema, schema, value, (one, other, given) => {
        const forth = unionSchemas(one, other, context);
        const back = unionSchemas(other, one, context);
        expect(accepts(forth, given)).toBe(accepts(back, given));
      }),
      tries(3000),
    );
  });
});
