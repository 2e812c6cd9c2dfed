import { afterEach, describe, expect, it, vi } from "vitest";
import type { JsonObject } from "../generator/json.ts";
import { generateClient } from "../generator/pipeline.ts";
import type { Project } from "../generator/project.ts";

const answer = (schema: JsonObject): JsonObject => ({ description: "", content: { "application/json": { schema } } });

/** Operations with schemas of their own and shared ones; or components in a chain. */
const shapes: Readonly<Record<string, (count: number) => JsonObject>> = {
  operations: (count) => ({
    paths: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `/things/${index}/{id}`,
        {
          get: {
            operationId: `get${index}`,
            parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
            responses: { 200: answer({ type: "object", properties: { [`a${index}`]: { type: "string" } } }) },
          },
          post: { summary: `Make ${index}`, responses: { 201: answer({ $ref: "#/components/schemas/A" }) } },
        },
      ]),
    ),
    components: { schemas: { A: { type: "object", properties: { a: { type: "integer", minimum: 1 } } } } },
  }),
  components: (count) => ({
    paths: { "/a": { get: { responses: { 200: answer({ $ref: "#/components/schemas/S0" }) } } } },
    components: {
      schemas: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `S${index}`,
          { type: "object", properties: { next: { $ref: `#/components/schemas/S${(index + 1) % count}` } } },
        ]),
      ),
    },
  }),
};

function projectOf(document: JsonObject): Project {
  const text = JSON.stringify({ openapi: "3.1.0", info: { title: "t", version: "1" }, ...document });
  const gateway = { id: "a", documents: ["a.json"], queue: "fal-gateway", protocols: [] };
  return {
    config: { package: "a-client", version: "0.1.0", output: "generated", gateways: [gateway], overlays: [] },
    pages: [{ path: "a.json", gateway: "a", bytes: new TextEncoder().encode(text) }],
    overlays: [],
  };
}

/** How many members of objects all stages together look at. */
function countLooks(document: JsonObject): number {
  const project = projectOf(document);
  let looks = 0;
  const count = <List extends readonly unknown[]>(list: List): List => {
    looks += list.length;
    return list;
  };
  const { entries, keys, values } = Object;
  vi.spyOn(Object, "entries").mockImplementation((object: object) => count(entries(object)));
  vi.spyOn(Object, "keys").mockImplementation((object: object) => count(keys(object)));
  vi.spyOn(Object, "values").mockImplementation((object: object) => count(values(object)));
  const { files } = generateClient(project);
  vi.restoreAllMocks();
  expect(files.length).toBeGreaterThan(10);
  return looks;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a document twice as large", () => {
  it.each(Object.entries(shapes))("takes twice as many looks: %s", (_, shape) => {
    generateClient(projectOf(shape(1)));
    const [once, twice, thrice] = [countLooks(shape(100)), countLooks(shape(200)), countLooks(shape(300))];
    // What does not depend on the size falls out of the differences.
    const growth = (thrice - twice) / (twice - once);
    expect(growth).toBeGreaterThan(0.9);
    expect(growth).toBeLessThan(1.1);
  });
});
