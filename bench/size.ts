import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes, minified and gzipped, that a bundle calling `subscribe` may have: openapi-fetch included, tables not. */
const BUDGET = 12_440;

const programs = {
  "@docket/runtime": "runtime",
  "@docket/runtime with the tables of @docket/fal": "docket",
  "@fal-ai/client 1.10.1": "fal-client",
  "openapi-fetch alone": "openapi-fetch",
};

/** Minified and gzipped bytes of a program's bundle for browsers. */
async function measure(program: string): Promise<{ readonly minified: number; readonly gzipped: number }> {
  const entry = fileURLToPath(new URL(`./size/${program}.ts`, import.meta.url));
  const options = {
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
  } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  const [file] = outputFiles;
  if (!file) throw new Error(`${program} gave no bundle.`);
  return { minified: file.contents.length, gzipped: gzipSync(file.contents, { level: 9 }).length };
}

const sizes: { [name: string]: { readonly minified: number; readonly gzipped: number } } = {};
for (const [name, program] of Object.entries(programs)) sizes[name] = await measure(program);
// biome-ignore lint/suspicious/noConsole: this is what the program is for.
console.table(sizes);

const { gzipped = 0 } = sizes["@docket/runtime"] ?? {};
if (gzipped > BUDGET) {
  // biome-ignore lint/suspicious/noConsole: as above.
  console.error(`@docket/runtime has ${gzipped} bytes, ${gzipped - BUDGET} more than the budget of bench/size.ts.`);
  process.exitCode = 1;
}
