import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectInto, type Diagnostic } from "../../generator/diagnostic.ts";
import { placeOf } from "../../generator/place.ts";
import { cutExcerpt } from "../../generator/read/excerpt.ts";
import { maxLooseLength } from "../../generator/read/limits.ts";
import { parseJson } from "../../generator/read/parse-json.ts";

function parse(text: string, start = 0): { readonly value: unknown; readonly problems: readonly string[] } {
  const diagnostics: Diagnostic[] = [];
  const parsed = parseJson(cutExcerpt({ path: "page.json", text }, start), collectInto(diagnostics));
  return { value: parsed?.value, problems: diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`) };
}

/** Where every member of every object and array stands. */
function placesIn(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Object.keys(value).map((key) => [key, placeOf(value, key)]);
  return [placeOf(value), ...own, ...Object.values(value).map(placesIn)];
}

const anyJson = fc.oneof(
  fc.json({ maxDepth: 5 }),
  fc
    .tuple(fc.json(), fc.constantFrom(undefined, 1, "  "))
    .map(([text, space]) => JSON.stringify(JSON.parse(text), null, space)),
);

describe("whole documents of JSON", () => {
  it("are read as by the parser that forgives, with the same places", () => {
    fc.assert(
      fc.property(anyJson, (text) => {
        // The same text on a line of its own is only a part of a document.
        const [whole, part] = [parse(`\n${text}`), parse(`x\n${text}`, 2)];
        expect(whole.problems).toEqual(part.problems);
        expect(JSON.stringify(whole.value)).toBe(JSON.stringify(part.value));
        expect(placesIn(whole.value)).toEqual(placesIn(part.value));
      }),
    );
  });

  it.each([
    { name: "a key twice", given: '{"a":[{"b":"}","b":2}]}', want: ["1:16 duplicate-key"] },
    { name: "a key twice, one escaped", given: '{"a":1,\n"\\u0061":2}', want: ["2:1 duplicate-key"] },
    { name: "a number beyond all", given: '{"a":[1,1e400]}', want: ["1:9 number-not-finite"] },
    {
      name: "rounded numbers, once",
      given: '{"a":[9223372036854775807,9223372036854775807]}',
      want: ["1:7 number-rounded"],
    },
    {
      name: "what is broken later, once",
      given: '{"a":9223372036854775807,"a":1,',
      want: ["1:32 invalid-json", "1:32 invalid-json", "1:32 invalid-json"],
    },
    { name: "a raw line break in a string", given: '{"a":"\n"}', want: expect.arrayContaining(["1:6 invalid-json"]) },
    { name: "text behind it", given: '{"a":1}}', want: ["1:8 invalid-json"] },
  ])("report $name", ({ given, want }) => {
    expect(parse(given).problems).toEqual(want);
  });

  it("say where they break when they are too long for the parser that forgives", () => {
    const text = `{"a":"${"x".repeat(maxLooseLength)}",\n"b":}`;
    expect(parse(text)).toEqual({ value: undefined, problems: ["2:5 invalid-json"] });
  });
});
