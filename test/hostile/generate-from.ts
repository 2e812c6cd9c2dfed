import { inferConfig } from "../../generator/config/infer-config.ts";
import type { Diagnostic } from "../../generator/diagnostic.ts";
import { generateClient } from "../../generator/pipeline.ts";
import type { EmittedFile } from "../../generator/plan.ts";

/** What became of documents: the files of the package, none where an error stood in the way, and what was said. */
export interface Generated {
  readonly files: readonly EmittedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Codes of the errors, each once. */
  readonly errors: readonly string[];
}

/** The package of one gateway from documents given by name, as `docket generate <folder>` makes it. */
export function generateFrom(documents: Readonly<Record<string, string | Uint8Array>>): Generated {
  const pages = Object.entries(documents).map(([name, text]) => ({
    path: `pages/${name}`,
    gateway: "pages",
    bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
  }));
  const { files, diagnostics } = generateClient({ config: inferConfig("pages"), pages, overlays: [] });
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  return { files, diagnostics, errors: [...new Set(errors)] };
}

const queued = {
  "200": {
    description: "ok",
    content: {
      "application/json": {
        schema: { type: "object", properties: { request_id: { type: "string" }, response_url: { type: "string" } } },
      },
    },
  },
};

/** An OpenAPI document, as JSON, of queue endpoints that all take the same input. */
export function queueDocument(input: object, schemas: object = {}, endpoints = 1): string {
  const post = { requestBody: { content: { "application/json": { schema: input } } }, responses: queued };
  const paths = Object.fromEntries(Array.from({ length: endpoints }, (_, at) => [`/fal-ai/kite-${at}`, { post }]));
  return openapi(paths, { schemas });
}

/** An OpenAPI document as JSON. */
export function openapi(paths: object, components: object = {}): string {
  return JSON.stringify({ openapi: "3.1.0", info: { title: "t", version: "1" }, paths, components });
}

/** An object of `count` members. */
export function members<Value>(
  count: number,
  member: (at: number) => readonly [string, Value],
): { [key: string]: Value } {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => member(at)));
}
