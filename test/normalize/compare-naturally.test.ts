import { describe, expect, it } from "vitest";
import { compareNaturally } from "../../generator/normalize/compare-naturally.ts";

describe("compareNaturally", () => {
  it.each([
    { name: "ratios", want: ["1:1", "3:4", "4:3", "9:16", "16:9", "21:9"] },
    { name: "words with numbers", want: ["v1", "v2", "v10", "w"] },
    { name: "numbers before words", want: ["", "7", "10", "a", "b1"] },
    { name: "a text before what begins with it", want: ["a", "a1", "ab"] },
    {
      name: "numbers larger than a number can hold",
      want: ["99999999999999999998", "99999999999999999999", "1".repeat(30)],
    },
    { name: "leading zeros, which are no difference in size", want: ["01", "1", "02"] },
  ])("orders $name", ({ want }) => {
    expect([...want].reverse().sort(compareNaturally)).toEqual(want);
    expect([...want].sort(compareNaturally)).toEqual(want);
  });

  it("is quick for long runs", () => {
    const long = "1a".repeat(50_000);
    expect(compareNaturally(long, `${long}b`)).toBeLessThan(0);
  });
});
