import { describe, expect, it } from "vitest";
import { placeOf } from "../../generator/place.ts";
import { readSource } from "../../generator/read/read-source.ts";

/** Walks into a value by keys. */
function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inside, key) => Object.entries(inside ?? {}).find(([name]) => name === key)?.[1], value);
}

const schema = ["paths", "/kite", "post", "requestBody", "content", "application/json", "schema", "properties", "wind"];

const page = `openapi: 3.0.1
info:
  title: ''
  version: '1'
paths:
  /kite:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                wind:
                  type: integer
                  description: 风力。默认值:3
              required:
                - wind
      responses:
        '200':
          description: ''
`;

const dump = `概览
| Method | POST |
| Path | /kite |
请求体
{ "type": "application/json", "jsonSchema": { "type": "object", "properties": { "wind": { "type": "integer", "description": "风力" } } } }
响应
[]`;

const rendered = `POST /kite
请求参数
Body 参数 application/json
wind
integer
可选
风力`;

const exported = `---
generator: "@tarslib/widdershins v4"
---
## POST 放

POST /kite

### 请求参数

|名称|位置|类型|必选|说明|
|---|---|---|---|---|
|body|body|object|否|none|
|» wind|body|integer|否|风力|`;

describe("the description of a field points into the document as received", () => {
  it.each([
    { name: "an indented page", text: page, line: 16, column: 32 },
    { name: "a page in chrome", text: `标题\n\n${page}`, line: 18, column: 32 },
    { name: "a page without indentation", text: page.replaceAll(/^ +/gm, ""), line: 16, column: 14 },
    { name: "a repaired page", text: page.replace("默认值:3", '默认值: "3"'), line: 16, column: 32 },
    {
      name: "a repaired page without indentation",
      text: page.replaceAll(/^ +/gm, "").replace("默认值:3", '默认值: "3"'),
      line: 16,
      column: 14,
    },
    { name: "a dump", text: dump, line: 5, column: 125 },
    { name: "rendered text", text: rendered, line: 7, column: 1 },
    { name: "an export", text: exported, line: 13, column: 2 },
  ])("of $name", ({ text, line, column }) => {
    const { documents } = readSource({ path: "specs/g/p.txt", bytes: new TextEncoder().encode(text) });
    expect(placeOf(at(documents[0]?.openapi, schema), "description")).toEqual({ file: "specs/g/p.txt", line, column });
  });
});

describe("the value of an example points", () => {
  const body = ["paths", "/kite", "post", "requestBody", "content", "application/json", "example"];

  it.each([
    { name: "at itself in rendered text", text: `${rendered}\n示例\n{\n  "wind": 3\n}`, line: 10, column: 11 },
    {
      name: "at its string in native JSON",
      text: dump.replace(" } } } }", ' } } }, "example": "{\\n  \\"wind\\": 3\\n}" }'),
      line: 5,
      column: 148,
    },
  ])("$name", ({ text, line, column }) => {
    const { documents } = readSource({ path: "p", bytes: new TextEncoder().encode(text) });
    expect(placeOf(at(documents[0]?.openapi, body), "wind")).toEqual({ file: "p", line, column });
  });
});
