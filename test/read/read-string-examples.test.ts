import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../generator/json.ts";
import { isName } from "../../generator/read/doc-text-glued-field.ts";
import { listNativeApis } from "../../generator/read/native-apis.ts";
import { readStringExamples } from "../../generator/read/read-string-examples.ts";

describe("readStringExamples", () => {
  const media = (inner: Json): JsonObject => ({
    paths: { "/a": { post: { requestBody: { content: { "application/json": inner } } } } },
  });
  /** Without the places that values remember. */
  const plain = (value: Json): unknown => JSON.parse(JSON.stringify(value));
  it.each<{ name: string; given: Json; want?: Json }>([
    { name: "an example in text", given: { example: '{"a": 1, // one\n}' }, want: { example: { a: 1 } } },
    { name: "an example of words", given: { example: "a tiger" } },
    { name: "an example that is a value", given: { example: { a: "[1]" } } },
    {
      name: "named examples, each by itself",
      given: { examples: { one: { value: "[1, 2,]", summary: "s" }, two: { value: "words" }, three: 7 } },
      want: { examples: { one: { value: [1, 2], summary: "s" }, two: { value: "words" }, three: 7 } },
    },
    { name: "named examples of words only", given: { examples: { two: { value: "words" } } } },
    {
      name: "both",
      given: { example: "[1,]", examples: { one: { value: "[2,]" } } },
      want: { example: [1], examples: { one: { value: [2] } } },
    },
    { name: "no object", given: [] },
  ])("reads $name", ({ given, want = given }) => {
    expect(plain(readStringExamples(media(given)))).toEqual(media(want));
  });

  it("gives back what needs no change, the same object", () => {
    const document = media({ example: { a: 1 } });
    expect(readStringExamples(document)).toBe(document);
  });

  it("finds content inside of lists, and leaves other keys of that name alone", () => {
    const inside = { content: { "application/json": { example: "[1,]" } } };
    expect(plain(readStringExamples({ list: [inside, "x"] }))).toEqual({
      list: [{ content: { "application/json": { example: [1] } } }, "x"],
    });
    expect(readStringExamples({ example: inside })).toEqual({ example: inside });
  });
});

describe("listNativeApis", () => {
  const api = (id: number) => ({ id });
  it("lists APIs in order, with the folders around each", () => {
    const collection = [
      {
        name: "root",
        items: [
          { name: "Draw", api: api(1) },
          { name: "A/B", items: [{ name: "Deep", items: [{ name: "Sing", api: api(2) }] }, { api: api(3) }] },
        ],
      },
    ];
    const found = listNativeApis(collection);
    expect(found.map(({ api, folders }) => [api, folders])).toEqual([
      [{ id: 1, name: "Draw" }, []],
      [{ id: 2, name: "Sing" }, ["A\\/B", "Deep"]],
      [{ id: 3 }, ["A\\/B"]],
    ]);
    expect(found[1]?.inherited.map((folder) => folder["name"])).toEqual(["Deep", "A/B", "root"]);
  });

  it("does not mind what is no entry, nor ten thousand folders", () => {
    expect(listNativeApis([null, 7, { items: "none" }])).toEqual([]);
    let deep: JsonObject = { name: "last", items: [{ name: "Draw", api: api(1) }] };
    for (let level = 0; level < 1000; level += 1) deep = { name: "f", items: [deep] };
    expect(listNativeApis([deep])[0]?.folders).toHaveLength(1000);
  });
});

describe("isName", () => {
  it.each([
    ["prompt", true],
    ["image_url[]", true],
    ["x".repeat(100), true],
    ["x".repeat(101), false],
    ["", false],
    ["two words", false],
    ["提示词，必填", false],
    ["a:b", false],
  ])("%.20s: %s", (text, want) => {
    expect(isName(text)).toBe(want);
  });
});
