import { describe, expect, test } from "vitest";
import { checkInput } from "../../src/check-input.ts";
import type { EndpointConstraints } from "../../src/tables.ts";
import { createBench, paintTables, SUBMIT, TAKEN } from "../support/paint-client.ts";

const schema = (field: object): EndpointConstraints => ({
  required: [],
  fields: {
    it: { ...field, origins: Object.fromEntries(Object.keys(field).map((keyword) => [keyword, "schema" as const])) },
  },
});
const problems = (value: unknown, field: object): string[] =>
  checkInput({ it: value }, schema(field)).map(({ path, message }) => `${path} ${message}`);

describe("fits", () => {
  test.each<[unknown, object]>([
    ["a", { types: ["string"] }],
    [1, { types: ["integer"], minimum: 1, maximum: 1 }],
    [10n ** 20n, { types: ["integer"], minimum: 0 }],
    [0.3, { types: ["number"], multipleOf: 0.1 }],
    [null, { types: ["string", "null"] }],
    ["😀😀", { maxLength: 2 }],
    [[1, 2], { types: ["array"], maxItems: 2 }],
    [{ width: 1 }, { types: ["string", "object"], values: ["square"] }],
    ["square", { values: ["square", 7] }],
  ])("%o in %o", (value, field) => {
    expect(problems(value, field)).toEqual([]);
  });
});

describe("does not fit", () => {
  test.each<[unknown, object, string]>([
    [1, { types: ["string"] }, "it must be a string"],
    [1.5, { types: ["integer", "null"] }, "it must be an integer or null"],
    [0, { minimum: 1 }, "it must be at least 1"],
    [5, { maximum: 4 }, "it must be at most 4"],
    [0, { exclusiveMinimum: 0 }, "it must be more than 0"],
    [9, { exclusiveMaximum: 9 }, "it must be less than 9"],
    [7, { multipleOf: 8 }, "it must be a multiple of 8"],
    ["", { minLength: 1 }, "it must have at least 1 characters"],
    ["abc", { maxLength: 2 }, "it must have at most 2 characters"],
    [[], { minItems: 1 }, "it must have at least 1 items"],
    [[1, 2], { maxItems: 1 }, "it must have at most 1 items"],
    ["round", { values: ["square", "wide"] }, "it must be one of square, wide"],
  ])("%o in %o: %s", (value, field, want) => {
    expect(problems(value, field)).toEqual([want]);
  });
});

describe("what JSON would lose is named with its path", () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  test.each<[string, unknown, string]>([
    ["NaN", { scale: Number.NaN }, "it.scale"],
    ["infinity", [1, Number.POSITIVE_INFINITY], "it.1"],
    ["a date", { at: new Date(0) }, "it.at"],
    ["a map", new Map(), "it"],
    ["a file", { image: new Blob(["x"]) }, "it.image"],
    ["a function", { run: () => 1 }, "it.run"],
    ["undefined in a list", [undefined], "it"],
    ["itself", { deep: cycle }, "it.deep.self"],
  ])("%s", (_name, value, path) => {
    expect(checkInput({ it: value }, undefined).map((problem) => problem.path)).toEqual([path]);
  });
});

test("all objections come at once, each with where it rests", () => {
  const input = { num_images: 9, guidance_scale: 40, image_size: "round" };
  expect(
    checkInput(input, paintTables.constraints["acme/paint/fast"]).map(({ path, fromProse }) => [path, fromProse]),
  ).toEqual([
    ["prompt", false],
    ["num_images", false],
    ["guidance_scale", true],
    ["image_size", false],
  ]);
});

describe("a client", () => {
  const routes = { [SUBMIT]: [TAKEN] };
  const wild = { prompt: "a tiger", guidance_scale: 40 };

  test("sends nothing that a schema rules out", async () => {
    const { client, calls } = createBench("north", routes);
    const call = client.queue.submit("acme/paint/fast", { input: { prompt: "", num_images: 9 } });
    await expect(call).rejects.toMatchObject({
      name: "InputError",
      endpointId: "acme/paint/fast",
      fields: [
        { path: "prompt", message: expect.any(String) },
        { path: "num_images", message: "must be at most 4" },
      ],
    });
    expect(calls).toEqual([]);
  });

  test("warns of what only prose rules out", async () => {
    const { client, calls, warnings } = createBench("north", routes);
    await client.queue.submit("acme/paint/fast", { input: wild });
    expect(warnings).toEqual([
      {
        code: "input",
        endpointId: "acme/paint/fast",
        message: expect.stringContaining("guidance_scale must be at most 20"),
      },
    ]);
    expect(calls).toEqual([SUBMIT]);
  });

  test("takes prose for an error, or for nothing, when told to", async () => {
    const strict = createBench("north", routes, { proseChecks: "error" });
    await expect(strict.client.queue.submit("acme/paint/fast", { input: wild })).rejects.toMatchObject({
      name: "InputError",
    });
    const loose = createBench("north", routes, { proseChecks: "off" });
    await loose.client.queue.submit("acme/paint/fast", { input: wild });
    expect(loose.warnings).toEqual([]);
  });

  test.each([
    ["omit", '{"prompt":"a tiger","seed":15218022503948752270}'],
    ["send", '{"num_images":1,"image_size":"square","prompt":"a tiger","seed":15218022503948752270}'],
  ] as const)("with defaults: %s sends %s", async (defaults, want) => {
    const { client, seen } = createBench("north", routes, { defaults });
    await client.queue.submit("acme/paint/fast", { input: { prompt: "a tiger", seed: 15218022503948752270n } });
    expect(seen[0]?.body).toBe(want);
  });
});
