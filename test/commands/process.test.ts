import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { samplePage } from "../support/sample-page.ts";
import { scratchFolder } from "../support/test-host.ts";

// The program as a process of its own: what only a process can show.
const bin = fileURLToPath(new URL("../../generator/bin/docket.mjs", import.meta.url));

/** Prints, at exit, which heavy modules the process has loaded. */
const reportModules = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from "node:module";
  process.on("exit", () => {
    const names = Object.keys(createRequire("file:///x.js").cache);
    const heavy = ["typescript", "ts-morph", "openapi-typescript", "yaml"].filter((name) => names.some((path) => path.includes("/node_modules/" + name + "/")));
    process.stderr.write("HEAVY " + JSON.stringify(heavy));
  });
`)}`;

function docket(
  cwd: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["--import", reportModules, bin, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}

function project(): string {
  const cwd = scratchFolder();
  mkdirSync(join(cwd, "pages"));
  mkdirSync(join(cwd, "node_modules"));
  writeFileSync(join(cwd, "docket.yaml"), 'package: "@acme/client"\ngateways:\n  acme: { documents: pages }\n');
  writeFileSync(join(cwd, "pages/draw.md"), samplePage());
  return cwd;
}

function bytesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((path) => {
      const file = join(folder, path);
      try {
        return `${path}\n${readFileSync(file, "base64")}`;
      } catch {
        return path;
      }
    });
}

describe("docket as a process", () => {
  it("loads neither TypeScript nor a YAML parser when nothing has changed", { timeout: 60_000 }, () => {
    const cwd = project();
    const first = docket(cwd, ["generate"]);
    expect(first.status).toBe(0);
    expect(first.stderr).toMatch(/HEAVY \["typescript".*"yaml"\]/);
    const second = docket(cwd, ["generate"]);
    expect(second.stdout).toMatch(/^generated is up to date/);
    expect(second.stderr).toContain("HEAVY []");
  });

  it("gives the same bytes under another locale and time zone", { timeout: 60_000 }, () => {
    const here = project();
    const there = project();
    docket(here, ["generate"], { LC_ALL: "C", TZ: "UTC" });
    docket(there, ["generate"], { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" });
    expect(bytesUnder(join(here, "generated")).length).toBeGreaterThan(10);
    expect(bytesUnder(join(there, "generated"))).toEqual(bytesUnder(join(here, "generated")));
  });

  it("ends with the exit code of the command", () => {
    expect(docket(scratchFolder(), ["generate"]).status).toBe(2);
  });
});
