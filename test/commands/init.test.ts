import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../generator/cli.ts";
import { readConfig } from "../../generator/config/read-config.ts";
import { samplePage } from "../support/sample-page.ts";
import { scratchFolder, testHost } from "../support/test-host.ts";

function folderWith(...paths: readonly string[]): string {
  const folder = scratchFolder();
  for (const path of paths) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), samplePage());
  }
  return folder;
}

describe("docket init", () => {
  it("makes each subfolder a gateway, and what it writes is valid and generates", async () => {
    const cwd = folderWith("specs/Any API/draw.md", "specs/other/draw.md", "specs/overlays/fix.yaml");
    const host = testHost({ cwd });
    expect(await runCli(["init", "--package", "@acme/client"], host)).toBe(0);
    const bytes = new Uint8Array(readFileSync(join(cwd, "docket.yaml")));
    const reported: string[] = [];
    const { config } = readConfig({ path: "docket.yaml", bytes }, (code) => reported.push(code));
    expect(reported).toEqual([]);
    expect(config).toMatchObject({
      package: "@acme/client",
      gateways: [
        { id: "any-api", documents: ["specs/Any API"] },
        { id: "other", documents: ["specs/other"] },
      ],
    });
    expect(await runCli(["generate"], testHost({ cwd }))).toBe(0);
  });

  it.each([
    { pages: ["pages/acme/draw.md"], want: /^package: "acme-client"$/m },
    { pages: ["pages/a/draw.md", "pages/b/draw.md"], want: /^package: "docket-test-[\w-]+-client"$/m },
  ])("calls the package after the gateway, or the project: $pages", async ({ pages, want }) => {
    const cwd = folderWith(...pages);
    expect(await runCli(["init", "pages"], testHost({ cwd }))).toBe(0);
    expect(readFileSync(join(cwd, "docket.yaml"), "utf8")).toMatch(want);
  });

  it("speaks JSON to machines", async () => {
    const host = testHost({ cwd: folderWith("pages/acme/draw.md") });
    expect(await runCli(["init", "pages", "--json"], host)).toBe(0);
    expect(JSON.parse(host.stdout())).toEqual({
      written: "docket.yaml",
      package: "acme-client",
      gateways: { acme: "pages/acme" },
    });
  });

  it("takes pages that stand in the folder itself", async () => {
    const cwd = folderWith("pages/draw.md");
    expect(await runCli(["init", "pages/"], testHost({ cwd }))).toBe(0);
    expect(readFileSync(join(cwd, "docket.yaml"), "utf8")).toContain('pages: { documents: "pages"');
  });

  it.each([
    { name: "a docket.yaml that is there", paths: ["docket.yaml", "specs/a/draw.md"], want: "already" },
    { name: "a folder without a page", paths: ["else/draw.md"], want: "no page" },
  ])("ends with 2 for $name", async ({ paths, want }) => {
    const host = testHost({ cwd: folderWith(...paths) });
    expect(await runCli(["init"], host)).toBe(2);
    expect(host.stderr()).toContain(want);
  });
});
