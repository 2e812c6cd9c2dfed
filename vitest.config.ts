import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config: ViteUserConfig = defineConfig({
  resolve: {
    // Tests run on the sources: the packages' own names point at them, as tsconfig.json says too.
    alias: [
      { find: /^docket$/, replacement: at("generator/index.ts") },
      { find: /^docket\/emulator$/, replacement: at("generator/emulator/index.ts") },
      { find: /^@docket\/runtime$/, replacement: at("src/index.ts") },
      { find: /^@docket\/runtime\/(.*)$/, replacement: at("src/$1.ts") },
      { find: /^@docket\/fal$/, replacement: at("generated/src/index.ts") },
      { find: /^@docket\/fal\/(.*)$/, replacement: at("generated/src/$1.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    typecheck: { include: ["test/types/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
    testTimeout: 20_000,
    // A third less time: files share loaded modules. No test replaces a module, and what modules keep are memos.
    isolate: false,
  },
});

export default config;
