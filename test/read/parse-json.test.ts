import { describe, expect, it } from "vitest";
import { collectInto, type Diagnostic } from "../../generator/diagnostic.ts";
import { cutExcerpt } from "../../generator/read/excerpt.ts";
import { parseJson } from "../../generator/read/parse-json.ts";

function parse(text: string): { readonly value: unknown; readonly problems: readonly string[] } {
  const diagnostics: Diagnostic[] = [];
  const parsed = parseJson(cutExcerpt({ path: "page.json", text }), collectInto(diagnostics));
  // Marks sit under a symbol: a copy through JSON has none.
  const value: unknown = parsed === undefined ? undefined : JSON.parse(JSON.stringify(parsed.value));
  return { value, problems: diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`) };
}

describe("parseJson", () => {
  it.each([
    { name: "plain JSON", given: '{"a":[1,true,null,"x"]}', want: { a: [1, true, null, "x"] }, problems: [] },
    { name: "a trailing comma", given: '{\n "a": 1,\n}', want: { a: 1 }, problems: ["3:1 repaired-json"] },
    { name: "a comment", given: '{"a": 1 // one\n}', want: { a: 1 }, problems: ["1:9 repaired-json"] },
    {
      name: "JSON cut short",
      given: '{"a": [1,',
      want: undefined,
      problems: ["1:10 invalid-json", "1:10 invalid-json", "1:10 invalid-json"],
    },
    { name: "two commas", given: "[1,,2]", want: undefined, problems: ["1:4 invalid-json"] },
    { name: "no JSON", given: "{a}", want: undefined, problems: expect.arrayContaining(["1:2 invalid-json"]) },
  ])("reads $name", ({ given, want, problems }) => {
    expect(parse(given)).toEqual({ value: want, problems });
  });

  it("keeps __proto__ an own key", () => {
    const { value } = parse('{"__proto__":{"x":1}}');
    expect(JSON.stringify(value)).toBe('{"__proto__":{"x":1}}');
  });
});
