import { describe, expect, it } from "vitest";
import { readSource } from "../../generator/read/read-source.ts";

interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly text: string;
}

const fields: readonly Field[] = [
  { name: "prompt", type: "string", required: true, text: "" },
  { name: "num_images", type: "integer", required: false, text: "生成图片数量。范围值1-4。默认值:1" },
  { name: "stringy", type: "array[string]", required: false, text: "可选值:a、b" },
  { name: "size-x", type: "number", required: true, text: "必需是正数" },
];

const word = (field: Field): string => (field.required ? "必需" : "可选");

/** Each site's way to print a field, with its layout and without. */
const layouts = [
  { name: "name and type on one line", print: (f: Field) => [`${f.name} ${f.type}`, word(f), f.text] },
  { name: "everything on one line", print: (f: Field) => [`${f.name} ${f.type} ${word(f)} ${f.text}`] },
  { name: "one thing per line", print: (f: Field) => [f.name, f.type, word(f), f.text] },
  { name: "type and flag on one line", print: (f: Field) => [f.name, `${f.type} ${word(f)}`, f.text] },
  {
    name: "cells glued together",
    head: ["参数名类型必需说明"],
    print: (f: Field) => [`${f.name}${f.type}${word(f)}${f.text}`],
  },
  {
    name: "signs for flags",
    print: (f: Field) => [`${f.name}${f.required ? "*" : "?"}${f.type}`, f.text],
  },
  {
    name: "English cells glued together",
    head: ["NameTypeRequiredDescription"],
    print: (f: Field) => [`${f.name}${f.type}${f.required ? "Yes" : "No"}${f.text}`],
  },
  {
    name: "rows without outer pipes",
    head: ["| 参数名 | 类型 | 必需 | 说明 |", "|---|---|---|---|"],
    print: (f: Field) => [`${f.name} | ${f.type} | ${word(f)} | ${f.text} |`],
  },
  {
    name: "rows of Markdown",
    head: ["| 参数 | 类型 | 必填 | 说明 |", "| :--- | --- | --- | ---: |"],
    print: (f: Field) => [`| \`${f.name}\` | \`${f.type}\` | ${f.required ? "是" : "否"} | ${f.text} |`],
  },
  {
    name: "rows in another order",
    head: ["| 名称 | 说明 | 必选 | 类型 |", "|---|---|---|---|"],
    print: (f: Field) => [`| ${f.name} | ${f.text} | ${f.required} | ${f.type} |`],
  },
];

const headings = [
  "Body 参数 application/json",
  "Body 参数application/json",
  "Body 参数 (application/json)",
  "Body Parameters (application/json)",
  "Body Params",
];

function readBody(lines: readonly string[]): unknown {
  const text = ["/fal-ai/kite", "POST https://a.example/fal-ai/kite", "请求参数", ...lines, "返回响应"].join("\n");
  const { documents } = readSource({ path: "page.txt", bytes: new TextEncoder().encode(text) });
  const openapi = JSON.parse(JSON.stringify(documents[0]?.openapi));
  expect(openapi.servers).toEqual([{ url: "https://a.example" }]);
  return openapi.paths["/fal-ai/kite"].post.requestBody.content["application/json"].schema;
}

const want = {
  type: "object",
  properties: {
    prompt: { type: "string" },
    num_images: { type: "integer", description: "生成图片数量。范围值1-4。默认值:1" },
    stringy: { type: "array", items: { type: "string" }, description: "可选值:a、b" },
    "size-x": { type: "number", description: "必需是正数" },
  },
  required: ["prompt", "size-x"],
};

describe("a rendered page", () => {
  it.each(layouts)("is read with $name", ({ head = [], print }) => {
    expect(readBody(["Body 参数 application/json", ...head, ...fields.flatMap(print)])).toEqual(want);
  });

  it.each(headings)("is read under %s", (heading) => {
    const print = layouts[0]?.print ?? (() => []);
    expect(readBody([heading, ...fields.flatMap(print)])).toEqual(want);
  });
});

describe("a page of samples", () => {
  const answer = `'{\n"kite_id": "k-7"\n}`;

  it.each([
    {
      name: "a command at once",
      text: `curl --location --request POST 'https://a.example/v1/kites' \\\n--data-raw '{"a":1}${answer}`,
    },
    {
      name: "words stuck to it",
      text: `What flies)says:shapecurl --location --request POST 'https://a.example/v1/kites' \\\n--data-raw '{"a":1}${answer}`,
    },
  ])("is read behind $name", ({ text }) => {
    const { documents } = readSource({ path: "page.txt", bytes: new TextEncoder().encode(text) });
    const { post } = JSON.parse(JSON.stringify(documents[0]?.openapi)).paths["/v1/kites"];
    expect(post.requestBody.content["application/json"].example).toEqual({ a: 1 });
    expect(post.responses["200"].content["application/json"].example).toEqual({ kite_id: "k-7" });
  });

  it("is none where a story is told before the command", () => {
    const text = "How to begin\nGet a key first.\ncurl --location --request POST 'https://a.example/v1/kites'\n{}";
    expect(readSource({ path: "page.txt", bytes: new TextEncoder().encode(text) }).documents).toEqual([]);
  });
});

describe("method, path and server", () => {
  const find = (text: string): unknown => {
    const { documents } = readSource({ path: "page.txt", bytes: new TextEncoder().encode(`标题\n${text}`) });
    const openapi = JSON.parse(JSON.stringify(documents[0]?.openapi ?? {}));
    const [path, item] = Object.entries(openapi.paths ?? {})[0] ?? [];
    return [Object.keys(item ?? {})[0], path, openapi.servers?.[0]?.url];
  };

  it.each([
    { text: "POST https://a.example/v1/kites 在线调试 →\n请求参数", want: ["post", "/v1/kites", "https://a.example"] },
    { text: "GET\n/v1/kites\n请求参数", want: ["get", "/v1/kites", undefined] },
    { text: "POST\nhttps://a.example/v1/kites\n请求参数", want: ["post", "/v1/kites", "https://a.example"] },
    { text: "POST\n{{BASE_URL}}/v1/images请求参数\nBody 参数", want: ["post", "/v1/images", undefined] },
    {
      text: "POST\n/v1/kites\n请求参数\ncurl -X POST 'https://a.example/base/v1/kites' \\",
      want: ["post", "/v1/kites", "https://a.example/base"],
    },
    {
      text: "PUT\n/v1/{model}\n请求参数\ncurl --request PUT \\\n--url https://a.example/v1/red/kite",
      want: ["put", "/v1/{model}", "https://a.example"],
    },
    {
      text: "请求参数\ncurl --location --request DELETE 'https://a.example/v1/kites/7?x=1'",
      want: ["delete", "/v1/kites/7", "https://a.example"],
    },
    {
      text: "/v1/kites\n请求参数\ncurl --request POST 'https://a.example/v1/kites' --header 'X: https://b.example/'",
      want: ["post", "/v1/kites", "https://a.example"],
    },
    {
      text: "请求参数\ncurl --location -g --request POST '{{BASE_URL}}/v1/kites' \\",
      want: ["post", "/v1/kites", undefined],
    },
    { text: "PUT\n/\nv1\n/\nkites\ncurl -X PUT\n请求参数", want: ["put", "/v1/kites", undefined] },
    { text: "PUT\n/v1/kites输入一句话\n请求参数", want: ["put", "/v1/kites", undefined] },
    { text: "PUT\n/v1/{风筝}/文件\n请求参数", want: ["put", "/v1/{风筝}/文件", undefined] },
    { text: "方法: GET路径: /v1/kites\n请求参数", want: ["get", "/v1/kites", undefined] },
    {
      text: "- **请求方式**：`PATCH`\n- **请求地址**：`https://a.example/v1/kites`\n请求参数",
      want: ["patch", "/v1/kites", "https://a.example"],
    },
    { text: "/fal-ai/kite\n请求参数\n无", want: ["post", "/fal-ai/kite", undefined] },
  ])("are found in $text", ({ text, want: expected }) => {
    expect(find(text)).toEqual(expected);
  });
});
