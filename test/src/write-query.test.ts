import { expect, test } from "vitest";
import type { QueryStyle } from "../../src/tables.ts";
import { writeQuery } from "../../src/write-query.ts";

test.each<{ given: unknown; style?: QueryStyle; want: string }>([
  { given: "a b&c", want: "x=a%20b%26c" },
  { given: 15218022503948752270n, want: "x=15218022503948752270" },
  { given: false, want: "x=false" },
  { given: null, want: "" },
  { given: undefined, want: "" },
  { given: ["a", "b,c"], want: "x=a&x=b%2Cc" },
  { given: [], want: "" },
  { given: ["a", "b,c"], style: "form", want: "x=a,b%2Cc" },
  { given: [], style: "form", want: "" },
  { given: "a", style: "form", want: "x=a" },
  { given: { r: 1, g: 2 }, style: "form", want: "x=r,1,g,2" },
  { given: ["a", "b"], style: "pipeDelimited", want: "x=a|b" },
  { given: ["a", "b"], style: "spaceDelimited", want: "x=a%20b" },
  { given: { gt: 1, in: ["a", "b"], not: undefined }, style: "deepObject", want: "x[gt]=1&x[in][]=a&x[in][]=b" },
  { given: ["a", "b"], style: "deepObject", want: "x[]=a&x[]=b" },
  { given: { page: 1, sort: ["a", "b"] }, style: "spread", want: "page=1&sort=a&sort=b" },
  { given: { a: 1 }, want: "x[a]=1" },
  { given: { a: [1] }, style: "json", want: `x=${encodeURIComponent('{"a":[1]}')}` },
])("$given as $style", ({ given, style, want }) => {
  expect(writeQuery({ x: given }, style === undefined ? {} : { x: style })).toBe(want);
});

test("names of parameters are encoded, brackets are not, and a name of an object's prototype is one like others", () => {
  expect(writeQuery({ "a b[]": 1, constructor: [1, 2] }, {})).toBe("a%20b[]=1&constructor=1&constructor=2");
});
