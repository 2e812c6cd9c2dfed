import { describe, expect, it } from "vitest";
import { keyPlaceOf, mark, marksOf, placeAt, placeOf } from "../generator/place.ts";

const source = { path: "specs/a/page.txt", text: "one\ntwo: 2\n  three: 3\n" };

describe("placeAt", () => {
  it.each([
    { offset: 0, want: { line: 1, column: 1 } },
    { offset: 3, want: { line: 1, column: 4 } },
    { offset: 4, want: { line: 2, column: 1 } },
    { offset: 13, want: { line: 3, column: 3 } },
    { offset: source.text.length, want: { line: 4, column: 1 } },
  ])("offset $offset is $want.line:$want.column", ({ offset, want }) => {
    expect(placeAt(source, offset)).toEqual({ file: "specs/a/page.txt", ...want });
  });
});

describe("marks", () => {
  const marked = mark({ two: 2 }, { source, start: 4, members: new Map([["two", [4, 9] as const]]) });

  it("survive a spread and stay out of JSON", () => {
    const copy = { ...marked, more: 1 };
    expect(marksOf(copy)).toEqual(marksOf(marked));
    expect(JSON.stringify(copy)).toBe('{"two":2,"more":1}');
  });

  it("give the place of a member, else of the object", () => {
    expect(placeOf(marked, "two")).toEqual({ file: "specs/a/page.txt", line: 2, column: 6 });
    expect(placeOf(marked, "absent")).toEqual({ file: "specs/a/page.txt", line: 2, column: 1 });
    expect(placeOf({})).toBeUndefined();
    expect(keyPlaceOf(marked, "two")).toEqual({ file: "specs/a/page.txt", line: 2, column: 1 });
    expect(keyPlaceOf({}, "two")).toBeUndefined();
  });
});
