import { describe, expect, it } from "vitest";
import { readSource } from "../../generator/read/read-source.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const head = "openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: { /a: { get: { responses: {} } } }\n";

/** Code, line and column of each diagnostic. */
function diagnose(bytes: Uint8Array): readonly string[] {
  return readSource({ path: "specs/g/page.yaml", bytes }).diagnostics.map(
    ({ code, file, line, column }) => `${code} ${file}:${line}:${column}`,
  );
}

describe("a document that is refused", () => {
  it.each([
    {
      name: "D10 more than 32 MB",
      bytes: new Uint8Array(32 * 1024 * 1024 + 1),
      want: "document-too-large page.yaml:1:1",
    },
    { name: "U07 a stray byte", bytes: Uint8Array.of(97, 10, 98, 0xff, 99), want: "invalid-utf8 page.yaml:2:2" },
    { name: "U07 an overlong sequence", bytes: Uint8Array.of(0xc0, 0xaf), want: "invalid-utf8 page.yaml:1:1" },
    { name: "U07 a cut sequence", bytes: Uint8Array.of(97, 0xe4, 0xb8), want: "invalid-utf8 page.yaml:1:3" },
    { name: "U07 UTF-16", bytes: Uint8Array.of(0xff, 0xfe, 97, 0), want: "invalid-utf8 page.yaml:1:1" },
    { name: "U09 a NUL", bytes: encode("a\nb\0"), want: "invalid-character page.yaml:2:2" },
    { name: "nothing", bytes: encode(""), want: "unknown-format page.yaml:1:1" },
    { name: "some text", bytes: encode("just a note"), want: "unknown-format page.yaml:1:1" },
    { name: "JSON of another shape", bytes: encode('{"hello": 1}'), want: "unknown-format page.yaml:1:1" },
    { name: "HTML", bytes: encode("<html>\n# x\n</html>"), want: "unknown-format page.yaml:1:1" },
    {
      name: "D02 flow brackets",
      bytes: encode(`${head}x-a: ${"[".repeat(1000)}`),
      want: "nesting-too-deep page.yaml:4:261",
    },
    {
      name: "flow brackets, one per line",
      bytes: encode(`${head}x-a:\n${" [\n".repeat(1000)}`),
      want: "nesting-too-deep page.yaml:259:2",
    },
    {
      name: "D02 compact sequences",
      bytes: encode(`${head}x-a:\n  ${"- ".repeat(100_000)}x`),
      want: "nesting-too-deep page.yaml:5:1",
    },
    {
      name: "D04 JSON brackets",
      bytes: encode(`{"a":${"[".repeat(1_000_000)}`),
      want: "nesting-too-deep page.yaml:1:261",
    },
    {
      name: "F01 a wrong version",
      bytes: encode(head.replace("3.1.0", "4.0.0")),
      want: "unsupported-version page.yaml:1:10",
    },
    { name: "F05 two documents", bytes: encode(`${head}---\n${head}`), want: "several-yaml-documents page.yaml:4:1" },
    { name: "F05 an unknown directive", bytes: encode(`%YAML 9.9\n---\n${head}`), want: "invalid-yaml page.yaml:1:7" },
    { name: "a custom tag", bytes: encode(`${head}x-a: !!js/function "x"\n`), want: "invalid-yaml page.yaml:4:6" },
    {
      name: "K07 a key that comes twice",
      bytes: encode(`${head}x-a: 1\nx-b: 1\nx-a: 2\n`),
      want: "duplicate-key page.yaml:6:1",
    },
    {
      name: "K07 a JSON key that comes twice",
      bytes: encode('{"openapi":"3.0.1",\n"openapi":"3.0.1"}'),
      want: "duplicate-key page.yaml:2:1",
    },
    { name: "a key that is a list", bytes: encode(`${head}? [a]\n: b\n`), want: "invalid-yaml page.yaml:4:3" },
    {
      name: "a quote that is never closed",
      bytes: encode(`${head}x-a: "b\nx-c: d\n\n`),
      want: "invalid-yaml page.yaml:4:6",
    },
    {
      name: "an apostrophe that is never closed, after quotes that are",
      bytes: encode(`${head}x-a: "b"\nx-c: ['d', 'e]\n`),
      want: "invalid-yaml page.yaml:5:12",
    },
    { name: "N03 infinity", bytes: encode(`${head}x-a: .inf\n`), want: "number-not-finite page.yaml:4:6" },
    { name: "N03 no number", bytes: encode(`${head}x-a: .nan\n`), want: "number-not-finite page.yaml:4:6" },
    {
      name: "an integer past 2^53",
      bytes: encode(`${head}x-a: 15218022503948752271\n`),
      want: "number-rounded page.yaml:4:6",
    },
    {
      name: "integers past 2^53, in JSON, once",
      bytes: encode(
        '{"openapi":"3.0.1","x-a":-15218022503948752271,"x-b":15218022503948752271,"x-c":9007199254740992}',
      ),
      want: "number-rounded page.yaml:1:26",
    },
    { name: "N01 a number too large", bytes: encode(`${head}x-a: 1e400\n`), want: "number-not-finite page.yaml:4:6" },
    {
      name: "N01 a JSON number too large",
      bytes: encode('{"openapi":"3.0.1","x-a":1e400}'),
      want: "number-not-finite page.yaml:1:26",
    },
    { name: "an alias of itself", bytes: encode(`${head}x-a: &a [*a]\n`), want: "invalid-yaml page.yaml:4:10" },
    { name: "an alias of nothing", bytes: encode(`${head}x-a: *b\n`), want: "invalid-yaml page.yaml:4:6" },
    {
      name: "R01 a remote reference",
      bytes: encode(`${head}components:\n  $ref: http://169.254.169.254/\n`),
      want: "external-reference page.yaml:5:9",
    },
    {
      name: "R01 a file reference",
      bytes: encode(`${head}components:\n  $ref: /etc/passwd#/x\n`),
      want: "external-reference page.yaml:5:9",
    },
    { name: "broken JSON", bytes: encode('{\n  "openapi": "3.0.1",\n},\n'), want: "invalid-json page.yaml:3:1" },
  ])("$name", ({ bytes, want }) => {
    expect(diagnose(bytes)[0]).toBe(want.replace("page.yaml", "specs/g/page.yaml"));
  });

  it("D01 is refused for a billion laughs by the number of values, before anything is built of them", () => {
    const bomb = Array.from(
      { length: 9 },
      (_, i) => `x-${i}: &a${i} [${i === 0 ? "lol" : `*a${i - 1},`.repeat(10)}]\n`,
    );
    expect(diagnose(encode(head + bomb.join("")))[0]).toMatch(/^too-many-values /);
  });

  it("is refused once when aliases in aliases nest deeper than anything that walks it could bear", () => {
    const levels = Array.from(
      { length: 40 },
      (_, i) => `x-${i}: &a${i} ${"[".repeat(200)}${i === 0 ? 1 : `*a${i - 1}`}${"]".repeat(200)}\n`,
    );
    expect(diagnose(encode(head + levels.join("")))).toEqual([expect.stringMatching(/^nesting-too-deep /)]);
  });
});

describe("a document that is read", () => {
  /** Without its marks, which would take part in comparisons. */
  const read = (text: string): unknown =>
    JSON.parse(JSON.stringify(readSource({ path: "p", bytes: encode(text) }).documents[0]?.openapi));

  it("may begin with a byte order mark", () => {
    expect(read(`\uFEFF${head}`)).toMatchObject({ openapi: "3.1.0" });
  });

  it("N05 N06 takes scalars as YAML 1.2 does", () => {
    const values = "[yes, no, on, off, ~, null, 0o17, 0x1f, 017, 1_000, 1:30, 12e03, 2024-01-01, True]";
    expect(read(`${head}x-a: ${values}\n`)).toMatchObject({
      "x-a": ["yes", "no", "on", "off", null, null, 15, 31, 17, "1_000", "1:30", 12000, "2024-01-01", true],
    });
  });

  it("K01 K05 keeps __proto__ as a key, and merge keys as keys", () => {
    const openapi = read(`${head}x-a: &a { __proto__: { evil: 1 } }\nx-b: { <<: *a }\n`);
    expect(JSON.stringify(openapi)).toContain('"x-a":{"__proto__":{"evil":1}},"x-b":{"<<":{"__proto__":{"evil":1}}}');
    expect(Object.hasOwn({}, "evil")).toBe(false);
  });

  it("survives integers beyond 2^53", () => {
    expect(read(`${head}x-a: 15218022503948752270\n`)).toMatchObject({ "x-a": Number("15218022503948752270") });
  });

  it("is told by its content, whatever its name", () => {
    const { documents } = readSource({
      path: "page.pdf",
      bytes: encode(JSON.stringify({ openapi: "3.0.1", paths: { "/a": { get: {} } } })),
    });
    expect(documents[0]?.format).toBe("openapi");
  });

  it("reports a page of prose and skips it", () => {
    expect(diagnose(encode("# How to pay\n\nWith money.\n"))).toEqual(["no-operation specs/g/page.yaml:1:1"]);
  });

  it.each([
    ["paths that refer to components", '  /a: { $ref: "#/components/pathItems/A" }\n'],
    ["methods of their own", "  /a: { additionalOperations: { COPY: {} } }\n"],
  ])("takes %s for operations", (_name, paths) => {
    expect(diagnose(encode(`openapi: 3.2.0\npaths:\n${paths}`))).toEqual([]);
  });
});
