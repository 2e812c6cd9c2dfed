import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What one TypeScript said about all packages. */
export interface Compiled {
  readonly version: string;
  readonly errors: readonly string[];
}

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Compiles everything under a folder with each supported TypeScript, strict as a careful user would. */
export function compileAll(folder: string): readonly Compiled[] {
  const config = join(folder, "tsconfig.json");
  const options = {
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    paths: {
      "@docket/runtime": [join(root, "src/index.ts")],
      "@docket/runtime/*": [join(root, "src/*.ts")],
      "openapi-fetch": [join(root, "node_modules/openapi-fetch/dist/index.d.mts")],
      "openapi-typescript-helpers": [join(root, "node_modules/openapi-typescript-helpers/dist/index.d.mts")],
    },
    allowImportingTsExtensions: true,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions: options, include: ["*/src"] }));
  return ["typescript", "typescript-6", "typescript-7"].map((name) => {
    const run = spawnSync(process.execPath, [join(root, "node_modules", name, "bin/tsc"), "-p", config], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const errors = run.stdout.split("\n").filter((line) => line.includes("error TS"));
    if (run.status !== 0 && errors.length === 0) errors.push(`${run.stdout}${run.stderr}`.slice(0, 2000));
    return { version: name, errors };
  });
}
