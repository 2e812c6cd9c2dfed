import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Host } from "../../generator/host.ts";
import { nodeFiles } from "../../generator/node-files.ts";

/** A host whose terminal is two strings, in a folder of its own that goes away with the test. */
export interface TestHost extends Host {
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** A host for one test; `cwd` defaults to a new empty folder. */
export function testHost(overrides: Partial<Host> = {}): TestHost {
  const written = { out: "", err: "" };
  return {
    cwd: overrides.cwd ?? scratchFolder(),
    env: {},
    files: nodeFiles,
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    colour: false,
    interactive: false,
    now: () => 0,
    interrupted: new AbortController().signal,
    ...overrides,
    stdout: () => written.out,
    stderr: () => written.err,
  };
}

/** A new empty folder that goes away with the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "docket-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
