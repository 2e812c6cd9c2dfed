import { expect, it } from "vitest";
import { evenLayout } from "../../generator/read/even-layout.ts";
import { readSource } from "../../generator/read/read-source.ts";

const page = `# Kite

\`\`\`yaml
openapi: 3.0.1
info:
  title: 'Kites'
  version: 1.0.0
paths:
  /kites:
    get:
      summary: "List < 5"
      parameters:
        - name: size
          in: query
          schema:
            type: integer
      responses:
        '200':
          description: "It's & done"
\`\`\`
`;

const entities = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;").replaceAll("<", "&lt;");

const flat = (text: string): string => text.replaceAll(/^ +/gm, "");

const read = (text: string): unknown => {
  const { documents } = readSource({ path: "page.md", bytes: new TextEncoder().encode(text) });
  return JSON.parse(JSON.stringify(documents.map(({ openapi }) => openapi)));
};

it.each([
  { how: "no-break spaces", text: page.replaceAll(/^ +/gm, (indent) => "\u00a0".repeat(indent.length)) },
  { how: "ideographic spaces", text: page.replaceAll(/^ +/gm, (indent) => "\u3000".repeat(indent.length)) },
  { how: "tabs", text: page.replaceAll(/^ +/gm, (indent) => "\t".repeat(indent.length / 2)) },
  { how: "zero-width spaces", text: page.replaceAll(/^( *)([\w/]+:)/gm, "$1\u200b$2") },
  { how: "lone carriage returns", text: page.replaceAll("\n", "\r") },
  { how: "a mark in the middle", text: `one\n\ufeff${page}` },
  { how: "entities", text: entities(page) },
  { how: "entities and no indentation", text: entities(flat(page)) },
])("reads a page with $how", ({ text }) => {
  expect(read(text)).toEqual(read(page));
});

it("keeps the numbers of lines, and text that is even already", () => {
  const even = { path: "a", text: "a\n  b\u00a0c" };
  expect(evenLayout(even).text).toBe(even.text);
  expect(evenLayout({ path: "a", text: "a\n\t b\u200b\n\u00a0c\td\r\n" }).text).toBe("a\n   b\n c\td\r\n");
});
