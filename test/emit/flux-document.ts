import type { Document, Operation, Schema } from "../../generator/document.ts";

const answer: Schema = { type: "object", properties: { request_id: { type: "string" } }, required: ["request_id"] };

function submit(endpoint: string, input: Schema, protocols: { readonly [gateway: string]: string }): Operation {
  return {
    operationId: endpoint.replaceAll("/", "_"),
    summary: `/${endpoint}`,
    description: `官方文档: https://fal.ai/models/${endpoint}`,
    externalDocs: { url: `https://fal.ai/models/${endpoint}` },
    requestBody: {
      required: true,
      content: {
        "application/json": { schema: input, example: { prompt: "a tiger eye", image_url: "https://a.example/1.png" } },
      },
    },
    responses: {
      200: { description: "", content: { "application/json": { schema: answer } } },
      default: { description: "An error.", content: { "application/json": { schema: { type: "object" } } } },
    },
    "x-docket-gateways": Object.keys(protocols).sort(),
    "x-docket-queue": {
      role: "submit",
      endpoint,
      protocols,
      output: { $ref: "#/components/schemas/FluxOutput" },
    },
  };
}

const steps: Schema = {
  type: "integer",
  description: "要执行的推理步骤数。默认值:28  .范围值:0-50",
  default: 28,
  minimum: 0,
  maximum: 50,
  "x-docket-origin": { default: "prose", minimum: "prose", maximum: "prose" },
};

const acceleration: Schema = {
  type: "string",
  description: '生成速度。默认值:"regular" 。支持:none、regular、high',
  default: "regular",
  enum: ["none", "regular", "high"],
  "x-docket-origin": { default: "prose", enum: "prose" },
};

const imageSize: Schema = {
  description: "The size of the picture, by name or in pixels.",
  default: "landscape_4_3",
  anyOf: [
    { type: "string", enum: ["square_hd", "square", "landscape_4_3"] },
    { type: "string", description: "A name that only the gateway knows." },
    { $ref: "#/components/schemas/PixelSize" },
  ],
  "x-docket-origin": { default: "overlay", anyOf: "overlay" },
};

/** A document as four gateways' pages and an overlay give it. */
export const fluxDocument: Document = {
  openapi: "3.1.0",
  info: { title: "@docket/fal", version: "0.1.0" },
  "x-docket-gateways": {
    aimanyi: { auth: "bearer", queue: "fal-gateway" },
    anyapi: { server: "https://www.anyapi.vip", auth: "bearer", queue: "fal-gateway" },
    fal: { server: "https://queue.fal.run", auth: "key", queue: "fal" },
  },
  paths: {
    "/fal-ai/flux-1/dev": {
      post: submit(
        "fal-ai/flux-1/dev",
        {
          type: "object",
          properties: {
            prompt: { type: "string" },
            image_size: imageSize,
            num_inference_steps: steps,
            seed: { type: "integer", format: "uint64", "x-docket-origin": { format: "overlay" } },
            enable_safety_checker: { type: "boolean", default: true, "x-docket-origin": { default: "prose" } },
            output_format: { type: "string", enum: ["jpeg", "png"], default: "jpeg" },
            acceleration,
          },
          required: ["prompt"],
        },
        { anyapi: "fal-gateway", fal: "fal" },
      ),
    },
    "/fal-ai/flux-lora": {
      post: submit(
        "fal-ai/flux-lora",
        {
          type: "object",
          properties: {
            prompt: { type: "string", description: "提示词 */ not the end" },
            loras: { type: "array", default: [], items: { $ref: "#/components/schemas/LoraWeight" } },
            guidance_scale: { type: "number", default: 3.5, minimum: 0, maximum: 35 },
          },
          required: ["prompt"],
        },
        { aimanyi: "fal-gateway", fal: "fal" },
      ),
    },
    "/v1/chat/completions": {
      post: {
        operationId: "chat",
        summary: "Chat",
        parameters: [{ name: "trace", in: "query", schema: { type: "string" } }],
        requestBody: {
          content: { "application/json": { schema: { type: "object", properties: { model: acceleration } } } },
        },
        responses: { 200: { description: "An answer." }, default: { description: "An error." } },
        "x-docket-gateways": ["anyapi"],
      },
    },
  },
  components: {
    schemas: {
      FluxOutput: {
        type: "object",
        properties: {
          images: { type: "array", items: { $ref: "#/components/schemas/Image" } },
          timings: { type: "object", additionalProperties: { type: "number" } },
          seed: { type: "integer", format: "uint64" },
        },
        required: ["images", "seed"],
      },
      Image: { type: "object", properties: { url: { type: "string" }, width: { type: "integer" } }, required: ["url"] },
      LoraWeight: {
        type: "object",
        properties: { path: { type: "string" }, scale: { type: "number", default: 1 } },
        required: ["path"],
      },
      PixelSize: {
        type: "object",
        properties: { width: { type: "integer", maximum: 14142 }, height: { type: "integer", maximum: 14142 } },
        required: ["width", "height"],
      },
    },
    securitySchemes: {},
  },
};
