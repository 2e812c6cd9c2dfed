import { describe, expect, it } from "vitest";
import { witnessSource } from "../../bench/witness-source.ts";
import type { Schema } from "../../generator/document.ts";
import { type GeneratedClient, generateClient } from "../../generator/pipeline.ts";

/** A package made of one page with one submit operation. */
function packageWith(input: Schema, output: Schema): GeneratedClient {
  const operation = {
    summary: "Paint",
    requestBody: {
      required: true,
      content: { "application/json": { schema: { type: "object", properties: { field: input } } } },
    },
    responses: {
      200: {
        description: "ok",
        content: { "application/json": { schema: { type: "object", properties: { field: output } } } },
      },
    },
  };
  const page = {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    servers: [{ url: "https://a.example" }],
    paths: { "/acme/read": { post: operation } },
  };
  const gateway = { id: "acme", documents: [], queue: "fal-gateway", protocols: [] };
  const config = { package: "@acme/client", version: "0.1.0", output: "", gateways: [gateway], overlays: [] };
  const bytes = new TextEncoder().encode(JSON.stringify(page));
  return generateClient({ config, pages: [{ path: "page.json", bytes, gateway: "acme" }], overlays: [] });
}

const text: Schema = { type: "string" };
const number: Schema = { type: "number" };
const list: Schema = { type: "string", enum: ["a", "b"] };
const shorter: Schema = { type: "string", enum: ["a"] };

describe("a compiler as witness of the source axis", () => {
  it.each<{ what: string; old: readonly [Schema, Schema]; fresh: readonly [Schema, Schema]; compiles: boolean }>([
    { what: "nothing changed", old: [list, list], fresh: [list, list], compiles: true },
    { what: "a list grew in a request", old: [shorter, text], fresh: [list, text], compiles: true },
    { what: "a list shrank in a request", old: [list, text], fresh: [shorter, text], compiles: false },
    { what: "a list grew in an answer", old: [text, shorter], fresh: [text, list], compiles: false },
    { what: "another type in an answer", old: [text, text], fresh: [text, number], compiles: false },
    { what: "a tighter limit", old: [number, text], fresh: [{ type: "number", maximum: 1 }, text], compiles: true },
  ])(
    "$what: compiles is $compiles, and diff does not contradict it",
    ({ old, fresh, compiles }) => {
      const witness = witnessSource(packageWith(...old), packageWith(...fresh));
      expect(witness.errors.length === 0).toBe(compiles);
      expect(witness.contradicted).toBe(false);
      expect(witness.findings.length === 0).toBe(compiles);
    },
    60_000,
  );
});
