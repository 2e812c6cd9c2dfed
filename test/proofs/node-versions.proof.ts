import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

// The runtime's tests, and one whole generation, on other versions of Node. The binaries come as npm packages; where the
// platform or the registry has none, the version is passed over with a message.
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "docket-node-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(["22", "24", "26"])("Node %s", (version) => {
  const node = install(version);

  it.skipIf(node === undefined)("passes the tests of the runtime", () => {
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const run = spawnSync(node ?? "", [vitest, "run", "test/src", "test/emulator"], { cwd: root, encoding: "utf8" });
    expect(`${run.stdout}${run.stderr}`).toMatch(/Tests .*\d+ passed/);
    expect(run.status).toBe(0);
  });

  it.skipIf(node === undefined)("finds the generated client current", () => {
    const run = spawnSync(node ?? "", [join(root, "generator/bin/docket.mjs"), "check"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(run.stdout).toContain("is what the documents say");
    expect(run.status).toBe(0);
  });
});

/** The path of a Node binary of this major version, or undefined with a message. */
function install(version: string): string | undefined {
  const name = `node-${process.platform}-${process.arch}`;
  const target = join(folder, version);
  try {
    const options = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", target];
    execFileSync("npm", [...options, `${name}@${version}`], { stdio: "pipe" });
    return join(target, "node_modules", name, "bin/node");
  } catch {
    process.stderr.write(`skipped: no Node ${version} for ${process.platform} ${process.arch} from the registry\n`);
    return undefined;
  }
}
