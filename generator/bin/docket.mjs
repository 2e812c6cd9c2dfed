#!/usr/bin/env node
import { existsSync } from "node:fs";

// In the repository the sources run as they are, through tsx; the published package holds only dist/.
const source = new URL("../cli.ts", import.meta.url);
if (existsSync(source)) {
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: new URL("../../tsconfig.json", import.meta.url).pathname });
  await import(source.href);
} else {
  await import(new URL("../dist/cli.js", import.meta.url).href);
}
