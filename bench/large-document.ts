import type { JsonObject } from "../generator/json.ts";

/** How many operations and schemas give about 3 MB of YAML. */
const resources = 180;

/**
 * A large OpenAPI 3.1 document and, with `edited`, the same after a year: enum values, limits, required fields and operations
 * changed in one resource of ten. Made, not copied, and the same in every run.
 */
export function largeDocument(version: "base" | "edited"): JsonObject {
  const edited = version === "edited";
  const names = Array.from({ length: resources }, (_, index) => `Resource${index}`);
  return {
    openapi: "3.1.0",
    info: { title: "Large", version: "1.0.0" },
    servers: [{ url: "https://api.example.com" }],
    paths: Object.fromEntries(names.flatMap((name, index) => pathsOf(name, index, edited && index % 10 === 0))),
    components: {
      schemas: Object.fromEntries(names.flatMap((name, index) => schemasOf(name, index, edited && index % 10 === 0))),
    },
  };
}

const words =
  "A long description as real documents have them, with several sentences that say what the thing is good for. ".repeat(
    4,
  );

function pathsOf(name: string, index: number, edited: boolean): readonly (readonly [string, JsonObject])[] {
  const answer = (schema: string): JsonObject => ({
    "200": {
      description: words,
      content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
    },
    "404": {
      description: "Not found",
      content: { "application/json": { schema: { $ref: `#/components/schemas/Resource0` } } },
    },
  });
  const body = {
    required: true,
    content: { "application/json": { schema: { $ref: `#/components/schemas/${name}Input` } } },
  };
  const parameters = ["limit", "after", "order"].map((parameter) => ({
    name: parameter,
    in: "query",
    description: words,
    schema: {
      type: parameter === "limit" ? "integer" : "string",
      ...(parameter === "limit" ? { default: edited ? 50 : 20 } : {}),
    },
  }));
  return [
    [
      `/r${index}`,
      {
        get: { operationId: `list${name}`, description: words, parameters, responses: answer(name) },
        post: { operationId: `create${name}`, requestBody: body, responses: answer(name) },
      },
    ],
    [
      `/r${index}/{id}`,
      {
        get: { operationId: `get${name}`, description: words, responses: answer(name) },
        ...(edited ? {} : { delete: { operationId: `delete${name}`, responses: answer(name) } }),
      },
    ],
  ];
}

function schemasOf(name: string, index: number, edited: boolean): readonly (readonly [string, JsonObject])[] {
  const properties = Object.fromEntries(
    Array.from({ length: 12 }, (_, field) => [`field_${field}`, fieldOf(field, index, edited)]),
  );
  const required = edited ? ["field_0", "field_1", "field_2"] : ["field_0", "field_1"];
  return [
    [name, { type: "object", description: words, properties, required }],
    [`${name}Input`, { type: "object", description: words, properties, required }],
  ];
}

function fieldOf(field: number, index: number, edited: boolean): JsonObject {
  const next = `#/components/schemas/Resource${(index * 7 + field) % resources}`;
  switch (field % 4) {
    case 0:
      return { type: "string", description: words, enum: edited ? ["a", "b", "c", "d"] : ["a", "b", "c"] };
    case 1:
      return { type: "integer", description: words, minimum: 0, maximum: edited ? 90 : 100 };
    case 2:
      return { type: "array", items: { $ref: next } };
    default:
      return { oneOf: [{ type: "string" }, { $ref: next }, { type: "null" }] };
  }
}
