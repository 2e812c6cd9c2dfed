import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Document } from "../../generator/document.ts";
import { checkEmitted } from "../../generator/emit/check-emitted.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { compileEmitted, compilers } from "./compile-emitted.ts";
import { emitAll } from "./emit-all.ts";

const folder = fileURLToPath(new URL("../cases/emit/", import.meta.url));

// `npx vitest run test/emit/cases -u` writes what is emitted now; read the difference before you commit it.
describe.each(readdirSync(folder))("%s", (name) => {
  const document: Document = parse(readFileSync(`${folder}${name}/document.yaml`, "utf8"));
  const { title, version } = document.info;
  const sources = [{ file: "document.yaml", gateway: "", format: "openapi" as const, hash: "0", operations: [] }];
  const { plan, diagnostics } = planPackage(document, { name: title, version, generatorVersion: "0.1.0", sources });
  const files = emitAll(plan);

  it("is planned without complaint and passes the gate", () => {
    expect([...diagnostics, ...checkEmitted(files, plan)]).toEqual([]);
  });

  it.each(files)("emits $path", async ({ path, text }) => {
    await expect(text).toMatchFileSnapshot(`${folder}${name}/expected/${path}.expected`);
  });

  it("emits every expected file", () => {
    const expected = readdirSync(`${folder}${name}/expected`, { recursive: true, withFileTypes: true });
    expect(expected.filter((entry) => entry.isFile())).toHaveLength(files.length);
  });

  it.each(compilers)("compiles under TypeScript %s", (_, ts) => {
    expect(compileEmitted(ts, files)).toEqual([]);
  });
});
