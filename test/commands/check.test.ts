import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../generator/cli.ts";
import { samplePage } from "../support/sample-page.ts";
import { scratchFolder, testHost } from "../support/test-host.ts";

const config = 'package: "@acme/client"\ngateways:\n  acme: { documents: pages }\n';

async function docket(cwd: string, ...args: readonly string[]) {
  const host = testHost({ cwd });
  return { code: await runCli(args, host), out: host.stdout(), err: host.stderr() };
}

describe("docket check", () => {
  let cwd = "";
  const at = (path: string): string => join(cwd, path);
  beforeEach(async () => {
    cwd = scratchFolder();
    mkdirSync(at("pages"));
    writeFileSync(at("docket.yaml"), config);
    writeFileSync(at("pages/draw.md"), samplePage());
    await docket(cwd, "generate");
  });

  it("passes a package that is what the documents say, and counts what generate noticed", async () => {
    const { code, out, err } = await docket(cwd, "check");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^generated is what the documents say( \(\d+ \w+: docket generate --notes shows them\))?\n$/);
    const machine = await docket(cwd, "check", "--json");
    expect(machine.code).toBe(0);
    expect(JSON.parse(machine.out)).toMatchObject({ stale: [], diagnostics: expect.any(Array) });
  });

  it("shows the first line that somebody edited, and says what to run", async () => {
    const path = at("generated/src/defaults.ts");
    writeFileSync(path, readFileSync(path, "utf8").replace("28", "29"));
    const { code, out, err } = await docket(cwd, "check");
    expect(code).toBe(3);
    expect(out).toMatch(/^generated\/src\/defaults\.ts:\d+\n {2}\| is {8}.*29.*\n {2}\| should be .*28.*\n$/);
    expect(err).toBe("stale: run npx docket generate and commit generated\n");
  });

  it("shows lines that somebody added at the end, and that somebody cut", async () => {
    appendFileSync(at("generated/README.md"), "more\n");
    writeFileSync(at("generated/src/api.ts"), "");
    const { stale } = JSON.parse((await docket(cwd, "check", "--json")).out);
    expect(stale).toEqual([
      { path: "README.md", why: "changed", line: expect.any(Number), is: "more", shouldBe: "" },
      { path: "src/api.ts", why: "changed", line: 1, is: "", shouldBe: "/**" },
    ]);
  });

  it("names files that are missing and files that no document makes any more", async () => {
    rmSync(at("generated/src/index.ts"));
    writeFileSync(at("generated/src/old.ts"), "export {};\n");
    writeFileSync(at("generated/mine.txt"), "not of docket's making\n");
    const lock = JSON.parse(readFileSync(at("generated/docket.lock.json"), "utf8"));
    lock.files["src/old.ts"] = "0";
    writeFileSync(at("generated/docket.lock.json"), JSON.stringify(lock));
    const { code, out } = await docket(cwd, "check");
    expect(code).toBe(3);
    expect(out).toBe("generated/src/index.ts: missing\ngenerated/src/old.ts: left over\n");
  });

  it("cannot say when the documents hold an error", async () => {
    writeFileSync(at("pages/draw.md"), "hello: world\n");
    const { code, out, err } = await docket(cwd, "check");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("pages/draw.md:1:1 error unknown-format");
    expect(err).toMatch(/\n1 error.*\n$/);
    const machine = await docket(cwd, "check", "--json");
    expect(machine.code).toBe(2);
    expect(JSON.parse(machine.out)).toMatchObject({
      stale: [],
      diagnostics: [{ code: "unknown-format", file: "pages/draw.md" }],
    });
  });
});
