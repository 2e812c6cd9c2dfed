import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { scratchFolder } from "../support/test-host.ts";

// The corpus run on the repository's own pages: those of specs/ and of the readers' case folders. CI has no other documents.
const root = fileURLToPath(new URL("../..", import.meta.url));

it("makes a package that compiles of every page of this repository, alone and together", () => {
  const corpus = scratchFolder();
  for (const gateway of ["anyapi", "quickrouter", "aimanyi", "fal"]) {
    mkdirSync(join(corpus, gateway));
    cpSync(join(root, "specs", gateway), join(corpus, gateway), { recursive: true });
  }
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const run = spawnSync(process.execPath, [tsx, "bench/corpus/corpus.ts", corpus], { cwd: root, encoding: "utf8" });
  expect(run.stdout).toMatch(/packages written +6\n/);
  expect(run.stdout).toMatch(/operations lost in silence +0\n/);
  expect(run.stdout).toMatch(/typescript-7 +0 errors/);
  expect(run.status).toBe(0);
});
