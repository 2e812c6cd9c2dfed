import { describe, expect, it } from "vitest";
import { cutExcerpt, joinExcerpt, placeIn, sourceOffset } from "../../generator/read/excerpt.ts";

const source = { path: "p", text: "one\ntwo: x\nthree" };

describe("an excerpt", () => {
  it("leads back to the document it was cut out of", () => {
    const excerpt = cutExcerpt(source, 4, 10);
    expect(excerpt.text).toBe("two: x");
    expect(sourceOffset(excerpt, 5)).toBe(9);
    expect(placeIn(excerpt, 5)).toEqual({ file: "p", line: 2, column: 6 });
  });

  it.each([
    { offset: 0, want: 4, of: "what was inserted is where it was inserted" },
    { offset: 1, want: 4, of: "and never behind it" },
    { offset: 2, want: 4, of: "kept text is where it stood" },
    { offset: 6, want: 8, of: "every character of it" },
    { offset: 8, want: 10, of: "an inserted end is at the end" },
    { offset: 20, want: 16, of: "what lies beyond stays inside of the document" },
  ])("of pieces: $of", ({ offset, want }) => {
    const excerpt = joinExcerpt(source, [
      { text: "  ", from: 4 },
      { text: "two: x", from: 4 },
      { text: "\n", from: 10 },
      { text: "", from: 11 },
    ]);
    expect(sourceOffset(excerpt, offset)).toBe(want);
  });
});
