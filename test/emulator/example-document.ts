import type { Document, Operation, Schema } from "../../generator/document.ts";

/** A small normalized document: two image endpoints and a chat operation at a gateway, the same endpoints at fal. */
export const exampleDocument: Document = {
  openapi: "3.1.0",
  info: { title: "example", version: "1" },
  "x-docket-gateways": {
    alpha: { server: "https://alpha.example", auth: "bearer", queue: "fal-gateway" },
    fal: { server: "https://queue.fal.run", auth: "key", queue: "fal" },
  },
  paths: {
    "/fal-ai/flux-1/dev": {
      post: submit("fal-ai/flux-1/dev", "FluxInput", { $ref: "#/components/schemas/ImageOutput" }),
    },
    "/fal-ai/upscaler": { post: submit("fal-ai/upscaler", "UpscalerInput") },
    "/v1/chat/completions": {
      post: {
        operationId: "chat",
        "x-docket-gateways": ["alpha"],
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/ChatInput" } } } },
        responses: { "200": { description: "", content: { "application/json": { example: { id: "chat-1" } } } } },
      },
    },
  },
  components: {
    securitySchemes: {},
    schemas: {
      FluxInput: {
        type: "object",
        required: ["prompt"],
        properties: {
          prompt: { type: "string" },
          image_size: {
            default: "landscape_4_3",
            anyOf: [
              { type: "string", enum: ["square_hd", "landscape_4_3"], "x-docket-origin": { enum: "prose" } },
              { $ref: "#/components/schemas/ImageSize" },
            ],
          },
          num_images: { type: "integer", minimum: 1, maximum: 4, default: 1 },
          guidance_scale: { type: "number", minimum: 1, maximum: 20, default: 3.5 },
          seed: { type: "integer" },
          sync_mode: { type: "boolean", default: false },
          output_format: { type: "string", enum: ["jpeg", "png"], default: "jpeg" },
        },
      },
      UpscalerInput: { type: "object", required: ["image_url"], properties: { image_url: { type: "string" } } },
      ImageSize: {
        type: "object",
        properties: {
          width: { type: "integer", exclusiveMinimum: 0, maximum: 14142 },
          height: { type: "integer", exclusiveMinimum: 0, maximum: 14142 },
        },
      },
      ImageOutput: {
        type: "object",
        required: ["images", "timings", "seed", "has_nsfw_concepts", "prompt"],
        properties: {
          images: { type: "array", items: { $ref: "#/components/schemas/Image" } },
          timings: { type: "object", additionalProperties: { type: "number" } },
          seed: { type: "integer" },
          has_nsfw_concepts: { type: "array", items: { type: "boolean" } },
          prompt: { type: "string" },
        },
      },
      Image: {
        type: "object",
        required: ["url"],
        properties: {
          url: { type: "string" },
          width: { type: "integer" },
          height: { type: "integer" },
          content_type: { type: "string", default: "image/jpeg" },
        },
      },
      ChatInput: { type: "object", required: ["model"], properties: { model: { type: "string" } } },
    },
  },
};

function submit(endpoint: string, input: string, output?: Schema): Operation {
  return {
    operationId: endpoint,
    "x-docket-gateways": ["alpha", "fal"],
    "x-docket-queue": {
      role: "submit",
      endpoint,
      protocols: { alpha: "fal-gateway", fal: "fal" },
      ...(output === undefined ? {} : { output }),
    },
    requestBody: { content: { "application/json": { schema: { $ref: `#/components/schemas/${input}` } } } },
    responses: { "200": { description: "" } },
  };
}
