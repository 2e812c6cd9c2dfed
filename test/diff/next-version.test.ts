import { describe, expect, it } from "vitest";
import type { Severity } from "../../generator/diff/finding.ts";
import { nextVersion } from "../../generator/diff/next-version.ts";

describe("nextVersion", () => {
  it.each<{ current: string; found: readonly Severity[]; want: string | undefined }>([
    { current: "1.2.3", found: [], want: "1.2.3" },
    { current: "1.2.3", found: ["safe"], want: "1.3.0" },
    { current: "1.2.3", found: ["safe", "risky"], want: "1.3.0" },
    { current: "1.2.3", found: ["safe", "breaking"], want: "2.0.0" },
    { current: "0.2.3", found: ["safe"], want: "0.2.4" },
    { current: "0.2.3", found: ["breaking"], want: "0.3.0" },
    { current: "2.0.0-beta.1", found: ["breaking"], want: "3.0.0" },
    { current: "2024-01-01", found: ["breaking"], want: undefined },
    { current: "1.2", found: ["safe"], want: undefined },
  ])("$current with $found is $want", ({ current, found, want }) => {
    expect(
      nextVersion(
        current,
        found.map((severity) => ({ severity })),
      ),
    ).toBe(want);
  });
});
