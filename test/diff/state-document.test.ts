import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compareDocuments } from "../../generator/diff/compare-documents.ts";
import { stateDocument } from "../../generator/diff/state-document.ts";
import type { JsonObject } from "../../generator/json.ts";

function told(base: string, head: string): readonly string[] {
  const [from, to] = [base, head].map((text): JsonObject => parse(`openapi: 3.0.3\n${text}`));
  return compareDocuments(stateDocument(from ?? {}), stateDocument(to ?? {})).map(
    ({ rule, axis, severity, operations }) => `${axis} ${severity} ${rule} ${operations.join(", ")}`.trim(),
  );
}

const get = "get: { responses: {} }";

describe("servers below the document's", () => {
  it.each<readonly [name: string, base: string, head: string, want: readonly string[]]>([
    [
      "of a path stand for those of its operations",
      `paths: { /a: { servers: [{ url: https://x.example }], ${get} } }`,
      "paths: { /a: { get: { servers: [{ url: https://x.example }], responses: {} } } }",
      [],
    ],
    [
      "of an operation come before those of its path",
      `paths: { /a: { servers: [{ url: https://x.example }], ${get} } }`,
      "paths: { /a: { servers: [{ url: https://x.example }], get: { servers: [{ url: https://y.example }], responses: {} } } }",
      ["runtime breaking operation-servers-changed GET /a", "wire risky operation-servers-changed GET /a"],
    ],
    [
      "that repeat the document's say nothing",
      `servers: [{ url: https://x.example }]\npaths: { /a: { ${get} } }`,
      `servers: [{ url: https://x.example }]\npaths: { /a: { servers: [{ url: https://x.example }], ${get} } }`,
      [],
    ],
    [
      "that moved alike are one finding",
      `paths: { /a: { servers: [{ url: https://x.example }], ${get} }, /b: { servers: [{ url: https://x.example }], ${get} } }`,
      `paths: { /a: { servers: [{ url: https://y.example }], ${get} }, /b: { servers: [{ url: https://y.example }], ${get} } }`,
      [
        "runtime breaking operation-servers-changed GET /a, GET /b",
        "wire risky operation-servers-changed GET /a, GET /b",
      ],
    ],
    [
      "that are no list are none",
      "paths: { /a: { servers: 5, get: { responses: {} } } }",
      `paths: { /a: { ${get} } }`,
      [],
    ],
  ])("%s", (_name, base, head, want) => {
    expect(told(base, head)).toEqual(want);
  });
});

describe("references to shared parts", () => {
  const parts =
    "components: { links: { next: { operationId: more } }, headers: { Total: { schema: { type: integer } } } }";
  it.each<readonly [name: string, base: string, head: string]>([
    [
      "links",
      `paths: { /a: { get: { responses: { "200": { description: "", links: { next: { $ref: "#/components/links/next" } } } } } } }\n${parts}`,
      'paths: { /a: { get: { responses: { "200": { description: "", links: { next: { operationId: more } } } } } } }',
    ],
    [
      "headers",
      `paths: { /a: { get: { responses: { "200": { description: "", headers: { total: { $ref: "#/components/headers/Total" } } } } } } }\n${parts}`,
      'paths: { /a: { get: { responses: { "200": { description: "", headers: { Total: { schema: { type: integer } } } } } } } }',
    ],
  ])("are followed: %s", (_name, base, head) => {
    expect(told(base, head)).toEqual([]);
    expect(told(head, base)).toEqual([]);
  });
});

describe("notes", () => {
  it.each<readonly [name: string, base: string, head: string]>([
    ["tags", "tags: [a]", "tags: [b, c]"],
    ["words", "summary: One", "summary: Two\n      description: More words."],
    ["where documentation is", "externalDocs: { url: https://x.example }", "externalDocs: { url: https://y.example }"],
    ["notes of tools", "x-apifox-folder: a", "x-apifox-folder: b\n      x-run-in-apifox: https://x.example"],
  ])("%s change nothing", (_name, one, other) => {
    const of = (more: string): string => `paths:\n  /a:\n    get:\n      responses: {}\n      ${more}`;
    expect(told(of(one), of(other))).toEqual([]);
  });
});
