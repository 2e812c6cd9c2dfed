import { describe, expect, it } from "vitest";
import type { Json } from "../../generator/json.ts";
import { nestFields } from "../../generator/read/nest-fields.ts";

/** `name:type`, with `!` where required and `{n}` where a count is printed. */
function field(text: string): Parameters<typeof nestFields>[0][number] {
  const [, name = "", type = "", count, flag] = /^([^:]*):(\w+)(?:\{(\d+)\})?(!?)$/.exec(text) ?? [];
  return { name, schema: { type }, required: flag === "!", count: count === undefined ? undefined : Number(count) };
}

const nest = (fields: readonly string[], example?: Json): unknown => nestFields(fields.map(field), example);

describe("nestFields", () => {
  it("keeps a flat list flat", () => {
    expect(nest(["a:string!", "b:integer"])).toEqual({
      type: "object",
      properties: { a: { type: "string" }, b: { type: "integer" } },
      required: ["a"],
    });
  });

  it("puts inside what the example has inside", () => {
    expect(
      nest(["a:object", "x:string!", "b:array", "y:integer", "c:string"], { a: { x: "1" }, b: [{ y: 1 }], c: "" }),
    ).toEqual({
      type: "object",
      properties: {
        a: { type: "object", properties: { x: { type: "string" } }, required: ["x"] },
        b: { type: "array", items: { type: "object", properties: { y: { type: "integer" } } } },
        c: { type: "string" },
      },
    });
  });

  it("puts inside what the parent has already, and what comes again", () => {
    const example = { code: 0, data: { id: 1, category: { id: 2, name: "a" }, name: "b", code: 1 } };
    const fields = ["code:integer", "data:object", "id:integer", "category:object", "id:integer", "name:string"];
    expect(nest([...fields, "name:string", "code:integer"], example)).toEqual({
      type: "object",
      properties: {
        code: { type: "integer" },
        data: {
          type: "object",
          properties: {
            id: { type: "integer" },
            category: { type: "object", properties: { id: { type: "integer" }, name: { type: "string" } } },
            name: { type: "string" },
            code: { type: "integer" },
          },
        },
      },
    });
  });

  it("makes an object of a string that has fields, and fills the inner one of two lists", () => {
    const lists = { name: "rows", schema: { type: "array", items: { type: "array", items: {} } }, required: false };
    const example = { options: { max: 3 }, rows: [[{ x: 1 }]] };
    expect(nestFields([field("options:string"), field("max:integer"), lists, field("x:integer")], example)).toEqual({
      type: "object",
      properties: {
        options: { type: "object", properties: { max: { type: "integer" } } },
        rows: {
          type: "array",
          items: { type: "array", items: { type: "object", properties: { x: { type: "integer" } } } },
        },
      },
    });
  });

  it("gives a folded object none of the fields beside it, whatever its count", () => {
    expect(nest(["a:object{2}", "b:string", "c:string"], { a: { x: 1, y: 2 }, b: "", c: "" })).toEqual({
      type: "object",
      properties: { a: { type: "object", properties: {} }, b: { type: "string" }, c: { type: "string" } },
    });
  });

  it("leaves beside what the example has beside", () => {
    expect(nest(["a:object", "id:string"], { a: { id: "1" }, id: "2" })).toEqual({
      type: "object",
      properties: { a: { type: "object" }, id: { type: "string" } },
    });
  });

  it("believes printed counts", () => {
    expect(nest(["a:object{2}", "x:string", "y:object{1}", "z:string", "b:string"])).toEqual({
      type: "object",
      properties: {
        a: {
          type: "object",
          properties: { x: { type: "string" }, y: { type: "object", properties: { z: { type: "string" } } } },
        },
        b: { type: "string" },
      },
    });
  });

  it("takes dotted names apart", () => {
    expect(nest(["data:object", "data.id:string!", "data.list[].url:string", "a.b:string"], { "a.b": "" })).toEqual({
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            id: { type: "string" },
            list: { type: "array", items: { type: "object", properties: { url: { type: "string" } } } },
          },
          required: ["id"],
        },
        "a.b": { type: "string" },
      },
    });
  });

  it("keeps the first of two fields with one name, and __proto__ as a name", () => {
    const schema = nestFields([field("a:string"), field("a:integer"), field("__proto__:string")], undefined);
    expect(JSON.stringify(schema)).toBe(
      '{"type":"object","properties":{"a":{"type":"string"},"__proto__":{"type":"string"}}}',
    );
  });

  it("does not nest without end", () => {
    const fields = Array.from({ length: 20_000 }, (_, index) => field(`f${index}:object{1}`));
    expect(JSON.stringify(nestFields(fields, undefined)).length).toBeGreaterThan(20_000);
  });
});
