import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { buildDist } from "../../generator/emit/build-dist.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { runtimeStub } from "./compile-emitted.ts";
import { emitAll } from "./emit-all.ts";
import { fluxDocument } from "./flux-document.ts";

const compiler = fileURLToPath(new URL("../../node_modules/typescript-7/bin/tsc", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "docket-emit-"));
afterAll(() => rm(folder, { recursive: true }));

const strict = {
  target: "es2023",
  lib: ["es2023"],
  types: [],
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
  noEmit: true,
  skipLibCheck: false,
};

const caller = `import { createClient, type InputOf } from "../dist/index.js";
export const input: InputOf<"fal-ai/flux-1/dev"> = { prompt: "a", image_size: "square" };
export const make: typeof createClient = createClient;
`;

it("compiles under TypeScript 7, sources and declarations", async () => {
  const options = { name: "@docket/fal", version: "0.1.0", generatorVersion: "0.1.0", sources: [] };
  const files = emitAll(planPackage(fluxDocument, options).plan);
  const exports = { ".": "./index.ts", "./*": "./*.ts" };
  await write("node_modules/@docket/runtime/package.json", JSON.stringify({ type: "module", exports }));
  await write("tsconfig.json", JSON.stringify({ compilerOptions: strict, include: ["src", "dist", "caller"] }));
  await write("caller/caller.ts", caller);
  for (const { path, text } of [...files, ...buildDist(files), ...runtimeStub]) await write(path, text);
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, "-p", folder]).catch((error: object) => ({
    stdout: "",
    ...error,
  }));
  expect(stdout).toBe("");
}, 60_000);

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
