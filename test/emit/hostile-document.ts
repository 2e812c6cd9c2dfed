import type { Document, Schema } from "../../generator/document.ts";
import type { Json } from "../../generator/json.ts";

/** A document that holds a text in every position that a page could put text into. */
export function hostileDocument(text: string): Document {
  const path = `/x/${text}`;
  const nested: Json = JSON.parse(JSON.stringify([text, { deep: text }]).replace('"deep"', JSON.stringify(text)));
  const texts: Schema = {
    title: text,
    description: text,
    format: text,
    pattern: text,
    example: nested,
    examples: [nested],
  };
  const input: Schema = {
    type: "object",
    ...texts,
    properties: Object.fromEntries([
      [text, { type: "string", ...texts, default: text }],
      ["listed", { type: "string", enum: [text, "other"], default: text }],
      ["known", { type: "string", enum: [text, "other"], "x-docket-origin": { enum: "prose" } }],
      ["constant", { const: text }],
      ["object", { type: "object", default: Object.fromEntries([[text, text]]) }],
      ["array", { type: "array", items: { type: "string" }, default: [text] }],
      ["shared", { $ref: `#/components/schemas/${pointerOf(text)}` }],
      ["nested", { type: "object", properties: Object.fromEntries([[text, { ...texts }]]), required: [text] }],
      ["one", { oneOf: [{ enum: [text] }, { type: "string", description: text }] }],
    ]),
    required: [text],
  };
  return {
    openapi: "3.1.0",
    info: { title: text, version: text, description: text },
    "x-docket-gateways": Object.fromEntries([
      [text, { server: `https://a.example/${text}`, auth: "bearer", queue: "fal" }],
    ]),
    paths: Object.fromEntries([
      [
        path,
        {
          post: {
            operationId: text,
            summary: text,
            description: text,
            tags: [text],
            externalDocs: { url: `https://a.example/${text}`, description: text },
            parameters: [
              {
                name: text,
                in: "query",
                description: text,
                example: nested,
                schema: { type: "string", ...texts, default: text, enum: [text] },
              },
            ],
            requestBody: {
              description: text,
              content: { "application/json": { schema: input, example: { ...Object.fromEntries([[text, text]]) } } },
            },
            responses: Object.fromEntries([
              [
                "200",
                {
                  description: text,
                  headers: Object.fromEntries([[text, { description: text, schema: { enum: [text] } }]]),
                  content: Object.fromEntries([[text, { schema: texts, example: nested }]]),
                },
              ],
              ["default", { description: text }],
            ]),
            "x-docket-gateways": [text],
            "x-docket-queue": {
              role: "submit",
              endpoint: text,
              protocols: Object.fromEntries([[text, "fal"]]),
              output: { $ref: `#/components/schemas/${pointerOf(text)}` },
            },
          },
        },
      ],
    ]),
    components: {
      schemas: Object.fromEntries([
        [text, { type: "object", ...texts, properties: Object.fromEntries([[text, { type: "string", ...texts }]]) }],
      ]),
      securitySchemes: {},
    },
  };
}

function pointerOf(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
