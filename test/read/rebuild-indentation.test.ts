import { describe, expect, it } from "vitest";
import { collectInto, type Diagnostic } from "../../generator/diagnostic.ts";
import { rebuildIndentation } from "../../generator/read/rebuild-indentation.ts";
import { splitLines } from "../../generator/read/split-lines.ts";

/** An indented schema, put into a whole document: trimmed, it must come back as it was. */
function around(schema: string): string {
  const head =
    "openapi: 3.0.1\npaths:\n  /a:\n    post:\n      requestBody:\n        content:\n          application/json:\n            schema:\n";
  const foot =
    "      responses:\n        '200':\n          description: ok\n          headers: {}\n          x-apifox-name: 成功\n      security: []\n";
  return `${head}${schema.replaceAll(/^/gm, " ".repeat(14))}\n${foot}`;
}

function rebuild(text: string): { text: string; diagnostics: readonly Diagnostic[] } {
  const trimmed = text.replaceAll(/^ +/gm, "");
  const source = { path: "p", text: trimmed };
  const diagnostics: Diagnostic[] = [];
  const excerpt = rebuildIndentation(splitLines(source), source, collectInto(diagnostics));
  return { text: excerpt.text, diagnostics };
}

const cases = [
  {
    name: "flat properties",
    schema: "type: object\nproperties:\n  a:\n    type: string\n  b:\n    type: integer\nrequired:\n  - a",
  },
  {
    name: "an object that required closes",
    schema:
      "type: object\nproperties:\n  a:\n    type: object\n    properties:\n      x:\n        type: string\n    required:\n      - x\n  b:\n    type: string\nrequired:\n  - b",
  },
  {
    name: "an object that only the outer order closes",
    schema:
      "type: object\nproperties:\n  a:\n    type: object\n    properties:\n      x:\n        type: string\n  b:\n    type: string\n  c:\n    type: string\nx-apifox-orders:\n  - a\n  - b\n  - c",
  },
  {
    name: "properties named like keywords",
    schema:
      "type: object\nproperties:\n  type:\n    type: string\n  properties:\n    type: object\n    properties: {}\n  required:\n    type: boolean\n  items:\n    type: array\n    items:\n      type: string\n  description:\n    type: string\n  content:\n    type: string\n  title:\n    type: string\nrequired:\n  - type\n  - content",
  },
  {
    name: "what is said of a list behind its items",
    schema:
      "type: object\nproperties:\n  a:\n    type: array\n    items:\n      type: string\n    description: of the list\n    maxItems: 3\n  b:\n    type: string",
  },
  {
    name: "a list of types",
    schema: "type: object\nproperties:\n  a:\n    type:\n      - string\n      - 'null'\n  b:\n    type: string",
  },
  {
    name: "alternatives",
    schema:
      "type: object\nproperties:\n  a:\n    anyOf:\n      - type: string\n      - type: object\n        properties:\n          width:\n            type: integer\n        required:\n          - width\n  b:\n    type: string\nrequired:\n  - b",
  },
  {
    name: "what is said of the items, and then of the list",
    schema:
      "type: object\nproperties:\n  a:\n    type: array\n    items:\n      $ref: '#/components/schemas/A'\n      description: of one\n    description: of all\n  b:\n    type: string",
  },
  {
    name: "required names before the next alternative",
    schema:
      "oneOf:\n  - type: array\n    items:\n      type: object\n      properties:\n        a:\n          type: string\n        b:\n          type: array\n          items:\n            type: string\n      required:\n        - a\n        - b\n  - type: object\n    properties:\n      c:\n        type: string",
  },
  {
    name: "the default of each item",
    schema:
      "type: object\nproperties:\n  a:\n    type: array\n    items:\n      type: string\n      enum:\n        - x\n      default: x\n    description: of all\n  b:\n    type: array\n    items:\n      type: string\n    default:\n      - x",
  },
  {
    name: "required names of an object that extends a model",
    schema: "allOf:\n  - $ref: '#/components/schemas/A'\nrequired:\n  - a\nproperties:\n  a:\n    type: string",
  },
  { name: "required before properties", schema: "required:\n  - a\ntype: object\nproperties:\n  a:\n    type: string" },
  {
    name: "references with siblings",
    schema:
      "type: object\nproperties:\n  a:\n    $ref: '#/components/schemas/A'\n    description: one\n  b:\n    type: array\n    items:\n      $ref: '#/components/schemas/A'",
  },
  {
    name: "value lists with names",
    schema:
      "type: object\nproperties:\n  a:\n    type: string\n    enum:\n      - x\n      - y\n    x-apifox-enum:\n      - value: x\n        name: ''\n        description: ex\n      - value: y\n        name: ''\n        description: why\n  b:\n    type: string",
  },
  {
    name: "an empty object before a sibling",
    schema:
      "type: object\nproperties:\n  a:\n    type: object\n    properties: {}\n    x-apifox-orders: []\n  b:\n    type: string\nrequired:\n  - a\n  - b",
  },
];

describe("rebuildIndentation", () => {
  it.each(cases)("finds $name again", ({ schema }) => {
    const { text, diagnostics } = rebuild(around(schema));
    expect(text).toBe(around(schema));
    expect(diagnostics).toEqual([]);
  });

  it("follows the schema into the example", () => {
    const schema =
      "type: object\nproperties:\n  a:\n    type: object\n    properties:\n      x:\n        type: string\n    required:\n      - x\n  b:\n    type: array\n    items:\n      type: object\n      properties:\n        y:\n          type: integer\n      required:\n        - y\nrequired:\n  - a\n  - b";
    const example =
      "            example:\n              a:\n                x: one\n              b:\n                - y: 1\n                - y: 2\n";
    const text = around(schema).replace("      responses:", `${example}      responses:`);
    expect(rebuild(text)).toEqual({ text, diagnostics: [] });
  });

  it("ends the headers of a response where the response goes on", () => {
    const headers =
      "          headers:\n            X-Rate-Limit:\n              schema:\n                type: integer\n            content-language:\n              schema:\n                type: string\n          content:\n            application/json:\n              schema:\n                type: string\n        '400':\n          description: no\n          headers: {}\n";
    const text = around("type: string").replace("          headers: {}\n", headers);
    expect(rebuild(text)).toEqual({ text, diagnostics: [] });
  });

  it("keeps of an example without a schema what is certain, and says so", () => {
    const example =
      "            example:\n              id: 1\n              data:\n                url: x\n              code: 2\n";
    const text = around("type: object\nproperties: {}").replace("      responses:", `${example}      responses:`);
    const rebuilt = rebuild(text);
    expect(rebuilt.text).toContain("              id: 1\n              data: {}\n      responses:");
    expect(rebuilt.diagnostics.map(({ code, line }) => `${code}:${line}`)).toEqual(["ambiguous-indentation:14"]);
  });

  it("reports objects that nothing closes", () => {
    const schema =
      "type: object\nproperties:\n  a:\n    type: object\n    properties:\n      x:\n        type: string\n  b:\n    type: string";
    expect(rebuild(around(schema)).diagnostics.map(({ code }) => code)).toEqual(["ambiguous-indentation"]);
  });

  it("leaves out what fits nowhere, and reports it unless it is the site's footer", () => {
    const text = around("type: string").replace("      responses:", "nonsense here\n      responses:");
    const { diagnostics } = rebuild(`${text}Kites Ltd.\n`);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Nothing tells where the line "nonsense here" belongs; it is left out.',
    ]);
  });
});
