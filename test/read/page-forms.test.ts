import fc from "fast-check";
import { expect, it } from "vitest";
import { readSource } from "../../generator/read/read-source.ts";
import { tries } from "../tries.ts";

/** A body of which each form of a page says the same: names are told apart, lists hold one kind of thing. */
interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly type: "string" | "integer" | "boolean" | "object" | "array" | "array[string]";
  readonly children: readonly Field[];
}

const scalar = fc.constantFrom("string", "integer", "boolean", "array[string]" as const);

const { fields } = fc.letrec<{ fields: readonly Field[]; field: Field }>((tie) => ({
  fields: fc.array(tie("field"), { minLength: 1, maxLength: 4 }),
  field: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({ name: fc.constant(""), required: fc.boolean(), type: scalar, children: fc.constant([]) }),
    fc.record({
      name: fc.constant(""),
      required: fc.boolean(),
      type: fc.constantFrom("object", "array" as const),
      children: tie("fields"),
    }),
  ),
}));

const names = ["prompt", "body", "object", "file", "size", "n", "type", "data", "image_url", "description", "content"];

/** Gives each field a name of its own, in the order of the page; the second round of names has a number behind it. */
function named(list: readonly Field[], next: { at: number }): readonly Field[] {
  return list.map((field) => {
    const round = Math.floor(next.at / names.length);
    const name = `${names[next.at % names.length]}${round === 0 ? "" : round}`;
    next.at += 1;
    return { ...field, name, children: named(field.children, next) };
  });
}

function flatten(list: readonly Field[], depth = 1): readonly (Field & { depth: number })[] {
  return list.flatMap((field) => [{ ...field, depth }, ...flatten(field.children, depth + 1)]);
}

function schemaOf(list: readonly Field[]): object {
  const required = list.filter((field) => field.required).map(({ name }) => name);
  const properties = Object.fromEntries(list.map((field) => [field.name, typeOf(field)]));
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
}

function typeOf({ type, children }: Field): object {
  if (type === "array[string]") return { type: "array", items: { type: "string" } };
  if (type === "array") return { type, items: schemaOf(children) };
  return type === "object" ? schemaOf(children) : { type };
}

function exampleOf(list: readonly Field[]): object {
  return Object.fromEntries(list.map((field) => [field.name, sampleOf(field)]));
}

function sampleOf({ type, children }: Field): unknown {
  if (type === "object") return exampleOf(children);
  if (type === "array") return [exampleOf(children)];
  return { string: "a", integer: 1, boolean: true, "array[string]": ["a"] }[type];
}

const printed = ({ type }: Field): string => (type === "array" ? "array [object]" : type);
const branch = (depth: number): string => (depth === 1 ? "" : `${"  ".repeat(depth - 1)}└ `);
const flag = ({ required }: Field): string => (required ? "必需" : "可选");

function textPage(body: readonly string[], list: readonly Field[]): string {
  const example = JSON.stringify(exampleOf(list), null, 2);
  return [
    "风筝",
    "POST",
    "https://a.example/kites",
    "请求参数",
    ...body,
    "示例",
    example,
    "返回响应",
    "🟢200成功",
  ].join("\n");
}

function exportPage(list: readonly Field[]): string {
  const type = ({ type: name }: Field): string =>
    name === "array" ? "[object]" : name === "array[string]" ? "[string]" : name;
  const rows = flatten(list).map(
    (field) => `|${"»".repeat(field.depth)} ${field.name}|body|${type(field)}| ${field.required ? "是" : "否"} |none|`,
  );
  const head = ['---\ngenerator: "@tarslib/widdershins v4.0.30"\n---\n', "# 组", "## POST 风筝", "POST /kites"];
  const table = ["|名称|位置|类型|必选|说明|", "|---|---|---|---|---|", "|body|body|object| 否 |none|", ...rows].join(
    "\n",
  );
  const example = `> Body 请求参数\n\n\`\`\`json\n${JSON.stringify(exampleOf(list))}\n\`\`\``;
  return [...head, example, "### 请求参数", table, "### 返回结果"].join("\n\n");
}

const heading = "Body 参数application/json";

const forms: readonly { readonly name: string; readonly print: (list: readonly Field[]) => string }[] = [
  {
    name: "one thing per line",
    print: (list) => textPage([heading, ...flatten(list).flatMap((f) => [f.name, printed(f), flag(f)])], list),
  },
  {
    name: "name and type glued, the flag below",
    print: (list) => textPage([heading, ...flatten(list).flatMap((f) => [f.name + printed(f), flag(f)])], list),
  },
  {
    name: "everything on a line",
    print: (list) => textPage([heading, ...flatten(list).map((f) => `${f.name} ${printed(f)} ${flag(f)} 说明`)], list),
  },
  {
    name: "everything glued into one line",
    print: (list) =>
      textPage(
        [
          `${heading}必填生成代码${flatten(list)
            .map((f) => `${f.name}${printed(f)} ${flag(f)}`)
            .join("")}`,
        ],
        list,
      ),
  },
  {
    name: "rows",
    print: (list) =>
      textPage(
        [heading, "参数名 | 类型 | 必需 |", ...flatten(list).map((f) => `${f.name} | ${printed(f)} | ${flag(f)} |`)],
        list,
      ),
  },
  {
    name: "rows with branches",
    print: (list) =>
      textPage(
        [
          "Body Parameters (application/json)",
          "ParameterTypeRequiredDescription",
          ...flatten(list).map((f) => `${branch(f.depth)}${f.name}${printed(f)}${flag(f)}`),
        ],
        list,
      ),
  },
  {
    name: "rows with arrows",
    print: (list) =>
      textPage(
        [
          heading,
          "参数名 | 类型 | 必需 |",
          ...flatten(list).map((f) => `${"»".repeat(f.depth - 1)} ${f.name} | ${printed(f)} | ${flag(f)} |`),
        ],
        list,
      ),
  },
  { name: "a Markdown export", print: exportPage },
  {
    name: "native JSON",
    print: (list) =>
      JSON.stringify({
        method: "post",
        path: "/kites",
        requestBody: { type: "application/json", jsonSchema: schemaOf(list) },
      }),
  },
];

it.each(forms)("reads any body from $name", ({ print }) => {
  fc.assert(
    fc.property(fields, (drawn) => {
      const list = named(drawn, { at: 0 });
      const { documents } = readSource({ path: "page", bytes: new TextEncoder().encode(print(list)) });
      const openapi = JSON.parse(JSON.stringify(documents[0]?.openapi));
      const { schema } = openapi.paths["/kites"].post.requestBody.content["application/json"];
      expect(withoutDescriptions(schema)).toEqual(schemaOf(list));
    }),
    tries(100),
  );
});

function withoutDescriptions(schema: unknown): unknown {
  return JSON.parse(
    JSON.stringify(schema)
      .replaceAll(/,?"description":"说明"/g, "")
      .replaceAll("{,", "{"),
  );
}
