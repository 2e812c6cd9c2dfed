import { describe, expect, it } from "vitest";
import { readCoreScalar } from "../../../generator/read/plain-yaml/core-scalar.ts";

describe("readCoreScalar", () => {
  it.each<{ readonly text: string; readonly want: unknown }>([
    ...["~", "null", "Null", "NULL"].map((text) => ({ text, want: null })),
    ...["true", "True", "TRUE"].map((text) => ({ text, want: true })),
    ...["false", "False", "FALSE"].map((text) => ({ text, want: false })),
    { text: "0o17", want: 15 },
    { text: "0x1F", want: 31 },
    { text: "017", want: 17 },
    { text: "+12", want: 12 },
    { text: "-0", want: -0 },
    { text: ".5", want: 0.5 },
    { text: "5.", want: 5 },
    { text: "12e03", want: 12_000 },
    { text: "-1.5E-3", want: -0.0015 },
  ])("reads $text", ({ text, want }) => {
    expect(readCoreScalar(text)).toBe(want);
  });

  it.each([
    "nULL",
    "tRUE",
    "yes",
    "no",
    "1_000",
    "1:30",
    "2024-01-01",
    "0b1",
    "-0o17",
    "1e",
    "1.2.3",
    ".",
    "-",
    "+",
    "NaN",
    "inf",
    "true x",
  ])("keeps %s as text", (text) => {
    expect(readCoreScalar(text)).toBe(text);
  });

  it.each([".inf", "-.Inf", "+.INF", ".nan", ".NaN", "1e400", "-1e400"])("has nothing for %s", (text) => {
    expect(readCoreScalar(text)).toBeUndefined();
  });
});
