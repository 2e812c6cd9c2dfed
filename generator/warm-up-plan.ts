import type { Schema } from "./document.ts";
import type { Plan } from "./plan.ts";

const shape: Schema = {
  type: "object",
  description: "A picture.",
  required: ["url"],
  properties: {
    url: { type: "string", format: "uri", description: "Where it is.", "x-docket-origin": { format: "schema" } },
    size: {
      anyOf: [
        { type: "string", enum: ["small", "large"] },
        { type: "array", items: { type: "integer" } },
      ],
    },
    seed: { type: ["integer", "null"], minimum: 0, default: 1 },
    extra: { type: "object", additionalProperties: { $ref: "#/components/schemas/Picture" } },
  },
};

/** A package as small as one can be that holds most of what packages hold: nobody writes it. */
export const warmUpPlan: Plan = {
  package: { name: "warm-up", version: "0.0.0", generator: "0.0.0" },
  document: {
    openapi: "3.1.0",
    info: { title: "Warm-up", version: "0.0.0" },
    "x-docket-gateways": {},
    paths: {
      "/pictures/{id}": {
        post: {
          operationId: "draw",
          summary: "Draws.",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          requestBody: { required: true, content: { "application/json": { schema: shape } } },
          responses: {
            "200": {
              description: "Done.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Picture" } } },
            },
          },
          "x-docket-gateways": [],
        },
      },
    },
    components: { schemas: { Picture: shape }, securitySchemes: {} },
  },
  gateways: [],
  endpoints: [],
  models: [{ name: "Picture", typeName: "Picture", side: "output", schema: shape }],
  sources: [],
};
