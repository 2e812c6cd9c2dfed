import { mergeConfig, type ViteUserConfig } from "vitest/config";
import base from "./vitest.config.ts";

// The slow proofs: each has its own npm script, and .ci/run runs them all.
const config: ViteUserConfig = mergeConfig(base, {
  test: { include: ["test/proofs/**/*.proof.ts"], testTimeout: 600_000, hookTimeout: 600_000 },
});
config.test = { ...config.test, include: ["test/proofs/**/*.proof.ts"] };

export default config;
