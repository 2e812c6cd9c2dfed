import { describe, expect, it } from "vitest";
import { exampleInput } from "../../generator/commands/example-input.ts";
import type { PlannedEndpoint, PlannedField } from "../../generator/plan.ts";
import { examplePlan } from "../emulator/example-client.ts";

const field = (name: string, more: Partial<PlannedField>): PlannedField => ({
  name,
  types: [],
  required: true,
  deprecated: false,
  limits: [],
  ...more,
});

describe("exampleInput", () => {
  it.each([
    { more: { types: ["string"] }, want: "a lighthouse at dawn" },
    { more: { types: ["integer"], limits: [{ keyword: "minimum", value: 5, origin: "prose" }] }, want: 5 },
    { more: { types: ["number"] }, want: 1 },
    { more: { types: ["boolean"] }, want: true },
    { more: { types: ["array"] }, want: [] },
    { more: { types: ["object"] }, want: {} },
    { more: { default: { value: "x", origin: "schema" } }, want: "x" },
    { more: { values: { list: ["a", "b"], origin: "schema", open: false } }, want: "a" },
  ] as const)("gives $want for $more", ({ more, want }) => {
    const [some] = examplePlan.endpoints;
    if (some === undefined) throw new Error("the example has endpoints");
    const endpoint: PlannedEndpoint = { ...some, required: ["it"], fields: [field("it", more), field("optional", {})] };
    expect(exampleInput(endpoint)).toEqual({ it: want });
  });

  it("gives a link for fields that are one, documented or not", () => {
    const [some] = examplePlan.endpoints;
    if (some === undefined) throw new Error("the example has endpoints");
    expect(exampleInput({ ...some, required: ["image_url"], fields: [] })).toEqual({
      image_url: "https://example.com/picture.jpg",
    });
  });
});
