import { describe, expect, it } from "vitest";
import type { Document, Operation, PathItem } from "../../generator/document.ts";
import { emitReadme } from "../../generator/emit/emit-readme.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";

const options = { name: "acme-client", version: "0.1.0", generatorVersion: "0.1.0", sources: [] };

function operation(more: Partial<Operation> = {}): Operation {
  return { operationId: "op", responses: { "200": { description: "" } }, "x-docket-gateways": ["acme"], ...more };
}

function readmeOf(paths: Readonly<Record<string, PathItem>>): string {
  const document: Document = {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    "x-docket-gateways": { acme: { server: "https://acme.example", auth: "bearer", queue: "fal-gateway" } },
    paths,
    components: { schemas: {}, securitySchemes: {} },
  };
  return emitReadme(planPackage(document, options).plan).text;
}

const body = (example?: string): Operation =>
  operation({
    requestBody: { content: { "application/json": example === undefined ? {} : { example: { model: example } } } },
  });
const inPath = operation({ parameters: [{ name: "video_id", in: "path", required: true }] });

describe("the README of operations that are no queue", () => {
  it.each([
    {
      name: "the one that needs nothing",
      paths: { "/v1/a": { post: body() }, "/v1/balance": { get: operation() } },
      want: 'api.GET("/v1/balance");',
    },
    {
      name: "a short body",
      paths: { "/v1/a": { post: body("m") } },
      want: 'api.POST("/v1/a", { body: { model: "m" } });',
    },
    {
      name: "no long body",
      paths: { "/v1/a": { post: body("m".repeat(300)) } },
      want: 'api.POST("/v1/a", { body: { /* … */ } });',
    },
    { name: "no body nobody shows", paths: { "/v1/a": { post: body() } }, want: "{ body: { /* … */ } });" },
    {
      name: "what stands in the path",
      paths: { "/v1/videos/{video_id}": { get: inPath } },
      want: 'api.GET("/v1/videos/{video_id}", { params: { path: { video_id: "…" } } });',
    },
  ])("shows $name", ({ paths, want }) => {
    const text = readmeOf(paths);
    expect(text).toContain(want);
    expect(text).toContain('import { createApi } from "acme-client/api";');
    expect(text).toContain('createApi({ gateway: "acme", credentials: process.env.ACME_KEY })');
  });

  it("lists each with what it does, and none that belongs to a job", () => {
    const result = operation({ "x-docket-queue": { role: "result" } });
    const text = readmeOf({
      "/v1/balance": { get: operation({ summary: "Balance | left" }), delete: operation({ summary: "/v1/balance" }) },
      "/acme/requests/{id}": { get: result },
      "/acme/requests/{id}/status/stream": { get: operation({ summary: "stream" }) },
    });
    expect(text).toContain("| `GET /v1/balance` | Balance \\| left | `acme` |");
    expect(text).toContain("| `DELETE /v1/balance` |  | `acme` |");
    expect(text).not.toContain("requests");
  });

  it("says nothing of what is not there", () => {
    expect(readmeOf({})).not.toContain("Other operations");
  });

  it.each([
    {
      name: "a form with its files and what it requires",
      operation: operation({
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: {
                properties: {
                  image: { type: "string", format: "binary" },
                  "mask[]": { anyOf: [{ type: "string", contentMediaType: "image/png" }] },
                  prompt: { type: "string" },
                  n: { type: "integer", default: 2 },
                  user: { type: "string" },
                },
                required: ["prompt", "n"],
              },
            },
          },
        },
      }),
      want: [
        "`POST /v1/x` takes a form: an object whose files are `Blob` or `File`",
        'api.POST("/v1/x", { body: { image: new File([bytes], "name.png", { type: "image/png" }), "mask[]": new File(',
        'prompt: "…", n: 2 } });',
      ],
    },
    {
      name: "bytes that are sent",
      operation: operation({ requestBody: { content: { "image/png": {} } } }),
      want: ["`POST /v1/x` takes bytes: a `Blob`, an `ArrayBuffer` or a `ReadableStream`."],
    },
    {
      name: "bytes and events that come",
      operation: operation({
        responses: { "200": { description: "", content: { "audio/mpeg": {}, "text/event-stream": {} } } },
      }),
      want: ["`POST /v1/x` answers with bytes: `data` is a `Blob`", "`POST /v1/x` can answer with events"],
    },
  ])("says of $name how they are passed", ({ operation: post, want }) => {
    const text = readmeOf({ "/v1/x": { post } });
    for (const part of want) expect(text).toContain(part);
  });

  it("says nothing of bodies where all are JSON", () => {
    expect(readmeOf({ "/v1/x": { post: body() } })).not.toMatch(/Blob|ReadableStream/);
  });
});
