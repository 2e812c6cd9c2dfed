import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../generator/diff/compare-documents.ts";
import type { Document, Schema } from "../../generator/document.ts";
import { documentWith } from "./document-of.ts";

const [text, whole, flag] = [{ type: "string" }, { type: "integer" }, { type: "boolean" }] as const;
const pet: Schema = { $ref: "#/components/schemas/Pet" };
/** A condition; a `then` written out would look like a promise to the linter. */
const when = (test: string, branch: "then" | "else", name: string): Schema => ({
  if: { required: [test] },
  ...Object.fromEntries([[branch, { required: [name] }]]),
});

describe("parts of a composition that change places", () => {
  it.each<readonly [string, readonly Schema[]]>([
    ["variants, some of them shared", [{ oneOf: [text, whole] }, { oneOf: [text, whole, flag] }]],
    ["variants, none of them shared", [{ oneOf: [text, whole] }, { oneOf: [flag, { const: null }, { const: 1 }] }]],
    ["a variant said twice", [{ oneOf: [pet, pet] }, { anyOf: [whole, pet] }]],
    ["conditions", [when("a", "then", "b"), when("c", "then", "d")]],
    ["conditions with one test", [when("a", "then", "b"), when("a", "else", "c")]],
    ["what properties ask for", [{ dependentRequired: { a: ["b"] } }, { dependentRequired: { a: ["c"], d: ["e"] } }]],
    ["lists that will grow", [{ "x-extensible-enum": ["a", "b"] }, { "x-extensible-enum": ["a"] }]],
  ])("are the same parts: %s", (_, parts) => {
    const of = (allOf: readonly Schema[]): Document =>
      documentWith({ allOf: [...allOf] }, { allOf: [...allOf] }, { Pet: { type: "object", properties: {} } });
    expect(compareDocuments(of(parts), of([...parts].reverse()))).toEqual([]);
  });

  it("leave a change to the part it was made in", () => {
    const of = (...allOf: Schema[]): Document => documentWith({ allOf }, undefined);
    const wire = compareDocuments(
      of({ oneOf: [text, whole] }, { oneOf: [text, whole, flag] }, when("a", "then", "b"), when("c", "then", "d")),
      of(
        when("c", "then", "e"),
        when("a", "then", "b"),
        { oneOf: [{ const: 1.5 }, flag, whole, text] },
        { oneOf: [whole, text] },
      ),
    ).filter(({ axis }) => axis === "wire");
    expect(wire.map(({ rule, pointer }) => `${rule} ${pointer.split("/allOf/")[1]}`).sort()).toEqual([
      "property-required-changed 0/then/required/e",
      "property-required-changed 3/then/required/d",
      "variant-added 2/oneOf",
    ]);
  });
});
