import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diagnosticsPage } from "../docs/diagnostics-page.ts";

describe("docs", () => {
  it("diagnostics.md is current (npm run docs)", () => {
    expect(readFileSync(new URL("../docs/diagnostics.md", import.meta.url), "utf8")).toBe(diagnosticsPage());
  });
});
