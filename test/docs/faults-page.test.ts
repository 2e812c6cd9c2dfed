import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { faultsPage } from "../../docs/faults-page.ts";

it("docs/faults.md is what the table of faults says (else: npm run docs)", () => {
  expect(readFileSync(new URL("../../docs/faults.md", import.meta.url), "utf8")).toBe(faultsPage());
});
