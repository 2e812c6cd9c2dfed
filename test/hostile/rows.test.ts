import { describe, expect, it } from "vitest";
import { generateFrom, members, openapi, queueDocument } from "./generate-from.ts";

const yaml = (more: string): string =>
  `openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: { /a: { get: { responses: {} } } }\n${more}`;
const field = (schema: object): string => queueDocument({ type: "object", properties: { f: schema } });
const nested = (levels: number, open: string, inside: string, close: string): string =>
  open.repeat(levels) + inside + close.repeat(levels);
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** Rows that end in a diagnostic, each with the codes of its errors; the ids are those of the list of hostile inputs. */
const refused: readonly { readonly name: string; readonly given: string | Uint8Array; readonly want: string }[] = [
  {
    name: "K07 a key twice, in JSON",
    given: '{"openapi":"3.1.0","paths":{},"a":1,"\\u0061":2}',
    want: "duplicate-key",
  },
  { name: "K07 a key twice, in YAML", given: yaml("x-a: 1\nx-a: 2\n"), want: "duplicate-key" },
  { name: "P07 a repeated parameter", given: openapi({ "/x/{id}/{id}": { get: {} } }), want: "invalid-path" },
  { name: "P07 a parameter without a name", given: openapi({ "/x/{}": { get: {} } }), want: "invalid-path" },
  { name: "P07 touching parameters", given: openapi({ "/x/{a}{b}": { get: {} } }), want: "invalid-path" },
  { name: "P07 an open brace", given: openapi({ "/x/{a": { get: {} } }), want: "invalid-path" },
  {
    name: "R01 a link-local address",
    given: field({ $ref: "http://169.254.169.254/latest/" }),
    want: "external-reference",
  },
  { name: "R01 a file", given: field({ $ref: "file:///etc/passwd" }), want: "external-reference" },
  { name: "R01 a percent-encoded way up", given: field({ $ref: "%2e%2e/x.yaml#/a" }), want: "external-reference" },
  {
    name: "R01 a shared parameter elsewhere",
    given: openapi({ "/a": { get: { parameters: [{ $ref: "https://evil.example/p" }] } } }),
    want: "external-reference",
  },
  {
    name: "R01 a path item elsewhere",
    given: openapi({ "/a": { get: {}, $ref: "./other.yaml" } }),
    want: "external-reference",
  },
  {
    name: "D02 brackets, twice",
    given: yaml(`x-a: ${nested(1_000, "[", "", "]")}\nx-b: ${nested(1_000, "[", "", "]")}\n`),
    want: "nesting-too-deep",
  },
  {
    name: "D04 a million levels of JSON",
    given: `{"openapi":${nested(1_000_000, "[", "", "]")}}`,
    want: "nesting-too-deep",
  },
  {
    name: "D04 ten thousand levels of a native schema",
    given: `[{"method":"get","path":"/a","requestBody":{"jsonSchema":${nested(10_000, '{"items":', "{}", "}")}}}]`,
    want: "nesting-too-deep",
  },
  { name: "D10 thirty-three megabytes", given: new Uint8Array(33 * 1024 * 1024).fill(32), want: "document-too-large" },
  { name: "D10 300,001 lines of text", given: "GET /v1/pictures\n".repeat(300_001), want: "document-too-large" },
  { name: "D10 1,500,001 lines of YAML", given: yaml("\n".repeat(1_500_001)), want: "document-too-large" },
  {
    name: "D15 two thousand levels of allOf",
    given: field({}).replace("{}", nested(2_000, '{"allOf":[', "{}", "]}")),
    want: "nesting-too-deep",
  },
  { name: "D16 gzip", given: Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff), want: "invalid-utf8" },
  { name: "D17 an archive", given: "PK\u0003\u0004../../etc/passwd", want: "unknown-format" },
  {
    name: "D19 XML with entities",
    given: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><application>&b;&#9999999;</application>',
    want: "unknown-format",
  },
  { name: "N01 a number too large", given: field({ maximum: 1 }).replace(":1}", ":1e400}"), want: "number-not-finite" },
  { name: "N03 no number", given: yaml("x-a: .nan\n"), want: "number-not-finite" },
  { name: "U07 a cut sequence", given: Uint8Array.of(97, 0xe4, 0xb8), want: "invalid-utf8" },
  { name: "U09 NUL in YAML", given: yaml("x-a: a\0b\n"), want: "invalid-character" },
  { name: "F01 a version of the future", given: '{"openapi":"4.0.0","paths":{}}', want: "unsupported-version" },
  {
    name: "F01 a version that is an object",
    given: '{"openapi":{"toString":1},"paths":{}}',
    want: "unsupported-version",
  },
  { name: "F05 two documents in one stream", given: yaml(`---\n${yaml("")}`), want: "several-yaml-documents" },
  { name: "F05 a YAML of the future", given: `%YAML 9.9\n---\n${yaml("")}`, want: "invalid-yaml" },
];

/** Rows that are read, with the odd thing left out or kept as data. */
const accepted: readonly {
  readonly name: string;
  readonly given: string;
  readonly says?: string;
  readonly holds?: string;
}[] = [
  {
    name: "C11 a default that is code",
    given: field({ type: "string", default: "v${PWN()}w" }),
    holds: '"v${PWN()}w"',
  },
  { name: "C13 code for a number", given: field({ type: "integer", maximum: "1;PWN();//" }), says: "invalid-keyword" },
  {
    name: "C13 an object for a number",
    given: field({ type: "integer", minimum: { valueOf: 1 } }),
    says: "invalid-keyword",
  },
  { name: "C17 a vendor key that some take for code", given: field({ tsType: "string};PWN();type Q={z:string" }) },
  {
    name: "K02 a prototype in a default",
    given: field({ default: 0 }).replace(":0", ':{"__proto__":{"x":1}}'),
    holds: '["__proto__"]',
  },
  {
    name: "K03 a component called constructor",
    given: queueDocument(ref("constructor"), { constructor: { type: "object" } }),
  },
  { name: "K05 a merge key", given: yaml('x-a: &a { "__proto__": { evil: 1 } }\nx-b: { <<: *a }\n') },
  {
    name: "R06 a chain of three thousand",
    given: queueDocument(ref("S0"), {
      ...members(3_000, (at) => [`S${at}`, ref(`S${at + 1}`)]),
      S3000: { type: "object" },
    }),
  },
  {
    name: "R06 a chain of shared parameters",
    given: openapi(
      { "/a": { get: { parameters: [{ $ref: "#/components/parameters/P0" }] } } },
      {
        parameters: {
          ...members(1_000, (at) => [`P${at}`, { $ref: `#/components/parameters/P${at + 1}` }]),
          P1000: { name: "p", in: "query" },
        },
      },
    ),
  },
  {
    name: "R07 a ring",
    given: queueDocument(
      ref("S0"),
      members(2_000, (at) => [`S${at}`, { properties: { n: ref(`S${(at + 1) % 2_000}`) } }]),
    ),
  },
  {
    name: "R07 a ring of nothing else",
    given: queueDocument(
      ref("S0"),
      members(500, (at) => [`S${at}`, ref(`S${(at + 1) % 500}`)]),
    ),
    says: "reference-ring",
  },
  {
    name: "R09 addresses in schemas",
    given: field({
      $id: "https://evil.example/a",
      $schema: "http://evil.example",
      $dynamicRef: "#b",
      $dynamicAnchor: "b",
    }),
  },
  {
    name: "R10 addresses in examples",
    given: openapi({
      "/a": {
        get: {
          responses: {
            200: {
              description: "",
              content: { "application/json": { examples: { e: { externalValue: "http://127.0.0.1:9/" } } } },
            },
          },
        },
      },
    }),
  },
  {
    name: "D06 forty thousand fields",
    given: yaml(`x-a:\n${Object.keys(members(40_000, (at) => [`  k${at}: 1\n`, 0])).join("")}`),
  },
  { name: "D08 merge keys", given: yaml(`x-a: &a {b: 1}\nx-c:\n  <<: [${"*a,".repeat(3_000)}]\n`) },
  { name: "D11 a description of megabytes", given: field({ type: "string", description: "a".repeat(7_000_000) }) },
  {
    name: "N01 infinity in an example",
    given: openapi({
      "/a": { post: { requestBody: { content: { "application/json": { example: '{"a": 1e400, b: NaN,}' } } } } },
    }),
  },
  { name: "N05 numbers of YAML 1.1", given: yaml("x-a: [017, 1_000, 1:30]\n") },
  { name: "N06 the country NO", given: yaml("components: { schemas: { A: { enum: [no, on, y, 2024-01-01] } } }\n") },
  {
    name: "N08 values of several types",
    given: field({ type: "integer", default: "auto", enum: [1, "1", true, null, {}] }),
  },
  {
    name: "N10 null in four ways",
    given: field({ nullable: true, "x-nullable": true, type: ["string", "null"], enum: [null, "a"] }),
  },
  {
    name: "G01 a pattern that never ends",
    given: field({ type: "string", pattern: "^(a+)+$", default: `${"a".repeat(35)}!` }),
    holds: "^(a+)+$",
  },
  { name: "G03 a pattern that is none", given: field({ type: "string", pattern: "(?<n>a)(?<n>b)\\p{Foo}(" }) },
  { name: "G04 patterns for names", given: field({ patternProperties: { "^(a+)+$": {}, "(": {} } }) },
  {
    name: "G07 prose against the schema",
    given: field({ type: "integer", description: "默认值：7", default: 5 }),
    says: "prose-contradicts-schema",
  },
  {
    name: "F03 an object for an id",
    given:
      '[{"id":{"toString":1},"method":"get","path":"/a","responses":[{"id":{"toString":1},"code":{"toString":1}}]}]',
  },
  {
    name: "F07 a key in a default",
    given: field({ type: "string", default: `sk-${"aB3dE6gH9jK2mN5p".repeat(2)}` }),
    says: "secret-redacted",
    holds: "REDACTED",
  },
];

describe("a hostile document is refused", () => {
  it.each(refused)("$name", ({ given, want }) => {
    const { files, errors } = generateFrom({ document: given });
    expect(errors).toEqual([want]);
    expect(files).toEqual([]);
  });
});

describe("a hostile document is read", () => {
  it.each(accepted)("$name", { timeout: 60_000 }, ({ given, says, holds }) => {
    const { files, errors, diagnostics } = generateFrom({ document: given });
    expect(errors).toEqual([]);
    if (says !== undefined) expect(diagnostics.map(({ code }) => code)).toContain(says);
    const text = files.map((file) => file.text).join("\n");
    if (holds !== undefined) expect(text).toContain(holds);
    const code = files.filter(({ path }) => /\.(?:ts|js)$/.test(path)).map((file) => file.text);
    expect(code.join("\n")).not.toMatch(/\[object Object\]|tsType|evil\.example/);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
