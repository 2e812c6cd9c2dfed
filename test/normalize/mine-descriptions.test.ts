import { describe, expect, test } from "vitest";
import { collectInto, type Diagnostic } from "../../generator/diagnostic.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { mineDescriptions } from "../../generator/normalize/mine-descriptions.ts";
import { maxProseLength } from "../../generator/normalize/prose/mine-prose.ts";
import { mark, marksOf } from "../../generator/place.ts";

interface Mined {
  readonly document: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

function mine(document: JsonObject): Mined {
  const diagnostics: Diagnostic[] = [];
  return { document: mineDescriptions(document, collectInto(diagnostics)), diagnostics };
}

/** The schema as it comes back when it is the component `It` of a document. */
function mineSchema(schema: JsonObject, others: JsonObject = {}): Json | undefined {
  const { document } = mine({ components: { schemas: { ...others, It: schema } } });
  return JSON.parse(JSON.stringify(document)).components.schemas.It;
}

describe("a schema", () => {
  test("gets what its description states, with its origin", () => {
    expect(mineSchema({ type: "integer", description: "数量。默认值:1 范围值:1-4" })).toEqual({
      type: "integer",
      description: "数量。默认值:1 范围值:1-4",
      default: 1,
      minimum: 1,
      maximum: 4,
      "x-docket-origin": { default: "prose", minimum: "prose", maximum: "prose" },
    });
  });

  test("keeps what it declares itself, and the origins it has", () => {
    const schema = {
      type: "integer",
      default: 2,
      description: "默认值:1 最大值:4",
      "x-docket-origin": { default: "overlay" },
    };
    expect(mineSchema(schema)).toEqual({
      ...schema,
      maximum: 4,
      "x-docket-origin": { default: "overlay", maximum: "prose" },
    });
  });

  test.each<[string, JsonObject, JsonObject]>([
    ["nothing to mine", { type: "string", description: "提示词" }, {}],
    ["a constant", { const: "a", description: "默认值:b" }, {}],
    ["a text with numbers", { type: "string", description: "时长，取值范围:1-10，默认5" }, { default: "5" }],
    ["an open type", { description: "默认值:1" }, { default: 1 }],
    ["an object", { properties: {}, description: "最大值:10" }, {}],
    [
      "alternatives",
      { anyOf: [{ type: "string" }, { type: "object" }], description: "枚举值:a、b，默认值:a" },
      { default: "a" },
    ],
    ["null besides", { type: ["string", "null"], description: "枚举值:a、b" }, { enum: ["a", "b", null] }],
    ["a list of one type", { items: {}, description: "最多 3 项" }, { maxItems: 3 }],
    ["type by its list", { enum: [1, 2], description: "默认值:2" }, { default: 2 }],
  ])("%s", (_, schema, added) => {
    const origins = Object.fromEntries(Object.keys(added).map((keyword) => [keyword, "prose"]));
    const extra = Object.keys(added).length === 0 ? {} : { ...added, "x-docket-origin": origins };
    expect(mineSchema(schema)).toEqual({ ...schema, ...extra });
  });

  test("that refers to another takes a default of its type, and nothing that the other excludes", () => {
    const others = { Style: { type: "string", enum: ["a", "b"] } };
    const reference = { $ref: "#/components/schemas/Style" };
    expect(mineSchema({ ...reference, description: "默认 a，最大值:4" }, others)).toMatchObject({ default: "a" });
    expect(mineSchema({ ...reference, description: "默认 c" }, others)).not.toHaveProperty("default");
  });

  test("in a chain of references that has no end is left alone", () => {
    expect(mineSchema({ $ref: "#/components/schemas/It", description: "默认值:1" })).toHaveProperty("$ref");
  });

  test("keeps its marks", () => {
    const source = { path: "page.yaml", text: "" };
    const schema = mark({ type: "integer", description: "默认值:1" }, { source, start: 7 });
    const { document } = mine({ components: { schemas: { It: schema } } });
    const mined = (document as { components: { schemas: { It: JsonObject } } }).components.schemas.It;
    expect([mined.default, marksOf(mined)?.start]).toEqual([1, 7]);
  });
});

describe("the word default in a list", () => {
  test.each<[string, Json]>([
    ["默认值:regular 支持:default、none、regular", ["none", "regular"]],
    ["支持:default、none", ["default", "none"]],
    ["默认值:default 支持:default、none", ["default", "none"]],
    ["默认值:png 支持:default、PNG、jpeg", ["png", "jpeg"]],
  ])("%s", (description, known) => {
    expect(mineSchema({ type: "string", description })).toMatchObject({ enum: known });
  });

  test("is reported, and so is another spelling of the default", () => {
    const schema = { type: "string", description: "默认值:png 支持:default、PNG、jpeg" };
    const { diagnostics } = mine({ components: { schemas: { It: schema } } });
    expect(diagnostics.map(({ code }) => code)).toEqual(["prose-lists-default", "prose-spells-differently"]);
  });
});

describe("places", () => {
  const described = { type: "integer", description: "状态，枚举值:1、2，默认值:1，最大值:9" };
  const origins = (keywords: readonly string[]): JsonObject => ({
    "x-docket-origin": Object.fromEntries(keywords.map((keyword) => [keyword, "prose"])),
  });

  test("bodies, nested properties and items are mined, answers for known values only", () => {
    const content = { "application/json": { schema: { properties: { a: { items: described } } } } };
    const operation = { requestBody: { content }, responses: { "200": { content } } };
    const mined = JSON.parse(JSON.stringify(mine({ paths: { "/x": { post: operation } } }).document)).paths["/x"].post;
    const itemOf = (body: typeof operation.requestBody): Json =>
      body.content["application/json"].schema.properties.a.items;
    const known = { enum: [1, 2] };
    expect(itemOf(mined.requestBody)).toEqual({
      ...described,
      ...known,
      default: 1,
      maximum: 9,
      ...origins(["default", "maximum", "enum"]),
    });
    expect(itemOf(mined.responses["200"])).toEqual({ ...described, ...known, ...origins(["enum"]) });
  });

  test("a parameter's own description counts for its schema", () => {
    const parameter = { name: "page", in: "query", description: "页码，默认为1", schema: { type: "integer" } };
    const { document } = mine({ paths: { "/x": { get: { parameters: [parameter] } } } });
    expect(document).toMatchObject({ paths: { "/x": { get: { parameters: [{ schema: { default: 1 } }] } } } });
  });

  test("a property that is called responses does not make its schema an answer", () => {
    const schema = { properties: { responses: { properties: { n: described } } } };
    const { document } = mine({ components: { schemas: { It: schema } } });
    expect(JSON.stringify(document)).toContain('"default":1');
  });
});

describe("diagnostics", () => {
  test("point at the words that lost", () => {
    const text = '{\n  "description": "尺寸。默认值:big 范围(3:4、4:3)"\n}';
    const members = new Map([["description", [4, 19] as const]]);
    const schema = mark(
      { type: "string", description: "尺寸。默认值:big 范围(3:4、4:3)" },
      { source: { path: "page.json", text }, start: 0, members },
    );
    expect(mine({ components: { schemas: { size: schema } } }).diagnostics).toEqual([
      {
        code: "prose-contradicts-itself",
        severity: "warning",
        message: '"size": the listed values "3:4, 4:3" do not contain the default "big", so the list is left out.',
        file: "page.json",
        line: 2,
        column: 30,
        pointer: "/components/schemas/size/description",
      },
    ]);
  });

  test.each([
    ["默认值:5", { default: 6 }, "prose-contradicts-schema"],
    ["默认值:5", { enum: [6] }, "prose-contradicts-schema"],
    ["默认值:5，默认值:6", {}, "prose-contradicts-itself"],
    ["最小值:5，最大值:1", {}, "prose-contradicts-itself"],
    ["默认值:5，范围:10-20", {}, "prose-contradicts-itself"],
  ])("%s beside %j: %s", (description, declared, code) => {
    const { diagnostics } = mine({ components: { schemas: { It: { type: "integer", description, ...declared } } } });
    expect(new Set(diagnostics.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]));
  });

  test("nothing is said where prose and schema agree", () => {
    const schema = { type: "integer", default: 5, maximum: 9, description: "默认值:5，最大值:9" };
    expect(mine({ components: { schemas: { It: schema } } }).diagnostics).toEqual([]);
  });

  test("a description that is too long is reported, and read as far as it is read", () => {
    const description = `默认值:5 ${"。".repeat(maxProseLength)}`;
    const { document, diagnostics } = mine({ components: { schemas: { It: { type: "integer", description } } } });
    expect(diagnostics.map(({ code }) => code)).toEqual(["prose-too-long"]);
    expect(document).toMatchObject({ components: { schemas: { It: { default: 5 } } } });
  });

  test("a document of endless prose is read up to its budget, and reported once", () => {
    const long = { type: "integer", description: `默认值:5 ${"。".repeat(maxProseLength - 10)}` };
    const names = Array.from({ length: 200 }, (_, at) => `It${at}`);
    const { document, diagnostics } = mine({
      components: { schemas: Object.fromEntries(names.map((name) => [name, long])) },
    });
    const mined = JSON.stringify(document).split('"default":5').length - 1;
    expect(diagnostics.map(({ code }) => code)).toEqual(["prose-too-long"]);
    expect([mined > 100, mined < 200]).toEqual([true, true]);
  });
});
