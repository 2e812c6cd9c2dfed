import { describe, expect, it } from "vitest";
import { readConfig } from "../../generator/config/read-config.ts";
import { collectInto, type Diagnostic } from "../../generator/diagnostic.ts";

function read(text: string): {
  readonly config: unknown;
  readonly problems: readonly string[];
  readonly hints: readonly unknown[];
} {
  const diagnostics: Diagnostic[] = [];
  const { config } = readConfig(
    { path: "docket.yaml", bytes: new TextEncoder().encode(text) },
    collectInto(diagnostics),
  );
  const problems = diagnostics.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`);
  return { config, problems, hints: diagnostics.map(({ hint }) => hint) };
}

describe("readConfig", () => {
  it("fills in every default", () => {
    expect(read('package: "@acme/client"\ngateways:\n  acme: { documents: pages }\n')).toEqual({
      problems: [],
      hints: [],
      config: {
        package: "@acme/client",
        version: "0.1.0",
        output: "generated",
        gateways: [{ id: "acme", documents: ["pages"], queue: "fal-gateway", protocols: [] }],
        overlays: [],
      },
    });
  });

  it("keeps all that is said", () => {
    const text = `package: x
version: 2.0.0
license: MIT
author: Acme <dev@acme.example>
output: out
gateways:
  a:
    documents: [one, two.md]
    queue: fal
    server: "https://a.example/"
    auth: key
    protocols:
      - { path: "/fal-ai/**", queue: fal-gateway }
overlays: [o.yaml]
`;
    expect(read(text).config).toEqual({
      package: "x",
      version: "2.0.0",
      license: "MIT",
      author: "Acme <dev@acme.example>",
      output: "out",
      overlays: ["o.yaml"],
      gateways: [
        {
          id: "a",
          documents: ["one", "two.md"],
          queue: "fal",
          protocols: [{ path: "/fal-ai/**", queue: "fal-gateway" }],
          server: "https://a.example",
          auth: "key",
        },
      ],
    });
  });

  it.each([
    {
      name: "an unknown key, with the key that was meant",
      given: "package: x\ngatways:\n  a: { documents: d }\n",
      want: [
        '1:1 config-invalid docket.yaml needs "gateways"',
        '2:1 config-unknown-key "gatways" is no key of docket.yaml',
      ],
      hint: 'Did you mean "gateways"?',
    },
    {
      name: "an unknown key far from all others, with the list",
      given: "package: x\ngateways:\n  a: { documents: d, zzzzzz: 1 }\n",
      want: ['3:22 config-unknown-key "zzzzzz" is no key of "a"'],
      hint: "Known keys: documents, queue, protocols, server, auth.",
    },
    {
      name: "a word that is not allowed",
      given: "package: x\ngateways:\n  a: { documents: d, queue: kafka }\n",
      want: ['3:29 config-invalid "queue" cannot be "kafka"'],
      hint: "One of: fal, fal-gateway.",
    },
    {
      name: "a wrong type",
      given: "package: 7\ngateways:\n  a: { documents: { x: 1 } }\n",
      want: [
        '1:10 config-invalid "package" must be a string',
        '3:19 config-invalid "documents" must be a string or array',
      ],
      hint: "Folder or file of its pages, relative to this file; or a list of them.",
    },
    {
      name: "an id that cannot be one",
      given: "package: x\ngateways:\n  __proto__: { documents: d }\n  A b: { documents: d }\n",
      want: [
        '3:3 config-invalid "__proto__" cannot be the id of a gateway',
        '4:3 config-invalid "A b" cannot be the id of a gateway',
      ],
      hint: "Use lower-case letters, digits and hyphens, beginning with a letter.",
    },
    {
      name: "no gateway at all",
      given: "package: x\ngateways: {}\n",
      want: ['2:11 config-invalid "gateways" is empty'],
      hint: "The gateways, by the id that callers will write.",
    },
    {
      name: "text that is empty, a null, and an entry of another type",
      given: 'package: ""\nauthor:\ngateways:\n  a: { documents: d }\noverlays: [a.yaml, 7]\n',
      want: [
        '1:10 config-invalid "package" is empty',
        '2:8 config-invalid "author" must be a string',
        '5:20 config-invalid entry 2 of "overlays" must be a string',
      ],
      hint: undefined,
    },
    {
      name: "what is wrong inside of lists, each at its place",
      given:
        "package: x\ngateways:\n  a:\n    documents: d\n    protocols:\n      - { path: '', queue: fal }\n      - { pth: /x }\n",
      want: [
        '6:17 config-invalid "path" is empty',
        '7:9 config-invalid entry 2 of "protocols" needs "path"',
        '7:9 config-invalid entry 2 of "protocols" needs "queue"',
        '7:11 config-unknown-key "pth" is no key of entry 2 of "protocols"',
      ],
      hint: 'Did you mean "path"?',
    },
    {
      name: "a list",
      given: "- package\n",
      want: ["1:1 config-invalid docket.yaml must be an object"],
      hint: /^Which/,
    },
  ])("reports $name", ({ given, want, hint }) => {
    const { config, problems, hints } = read(given);
    expect(config).toBeUndefined();
    expect(problems).toEqual(want);
    expect(hints.at(-1)).toEqual(hint instanceof RegExp ? expect.stringMatching(hint) : hint);
  });

  it("reports broken YAML with its place", () => {
    const { config, problems } = read('package: "x\n');
    expect(config).toBeUndefined();
    expect(problems).not.toEqual([]);
    expect(problems[0]).toMatch(/^\d+:\d+ invalid-yaml/);
  });

  it("reports bytes that are no text", () => {
    const diagnostics: Diagnostic[] = [];
    const file = { path: "docket.yaml", bytes: Uint8Array.of(0x70, 0xff, 0xfe) };
    expect(readConfig(file, collectInto(diagnostics))).toEqual({ text: "" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["invalid-utf8"]);
  });
});
