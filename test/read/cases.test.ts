import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readSource } from "../../generator/read/read-source.ts";

/** One folder per case: `input.*`, a document as received, and `expected.json`, what becomes of it (`vitest -u` records). */
const root = new URL("../cases/read/", import.meta.url);

it.each(readdirSync(root))("%s", async (name) => {
  const folder = new URL(`${name}/`, root);
  const files = readdirSync(folder);
  const input = files.find((file) => file.startsWith("input."));
  expect(files.filter((file) => file !== input && file !== "expected.json")).toEqual([]);
  expect(input).toBeDefined();

  const { documents, diagnostics } = readSource({
    path: `${name}/${input}`,
    bytes: readFileSync(new URL(`${input}`, folder)),
  });
  const text = JSON.stringify({ documents, diagnostics }, null, 2);
  await expect(`${text}\n`).toMatchFileSnapshot(new URL("expected.json", folder).pathname);
});
