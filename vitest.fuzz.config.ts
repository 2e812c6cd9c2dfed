import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mergeConfig, type ViteUserConfig } from "vitest/config";
import base from "./vitest.config.ts";

const tests = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((path) => join("test", path).replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".test.ts") && readFileSync(path, "utf8").includes(`from "fast-check"`));

// The properties that `npm test` holds, tried ten times as often and with other draws.
const config: ViteUserConfig = mergeConfig(base, {
  test: {
    testTimeout: 600_000,
    env: {
      PROPERTY_FACTOR: process.env["PROPERTY_FACTOR"] ?? "10",
      PROPERTY_SEED: process.env["PROPERTY_SEED"] ?? "2",
    },
  },
});
config.test = { ...config.test, include: tests };

export default config;
