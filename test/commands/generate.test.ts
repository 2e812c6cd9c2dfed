import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../generator/cli.ts";
import { samplePage } from "../support/sample-page.ts";
import { scratchFolder, testHost } from "../support/test-host.ts";

const config = 'package: "@acme/client"\ngateways:\n  acme: { documents: pages }\n';

/** A project with these files in a folder of its own. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = scratchFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function run(
  cwd: string,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const host = testHost({ cwd });
  const code = await runCli(args, host);
  return { code, out: host.stdout(), err: host.stderr() };
}

/** Every file under a folder with its text. */
function snapshot(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    paths
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, "utf8")]),
  );
}

describe("docket generate", () => {
  it("writes the package and says what each document became", async () => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    const { code, out } = await run(cwd, "generate");
    expect(code).toBe(0);
    expect(out).toContain("pages/draw.md (apifox-page) → POST /acme/draw\n");
    expect(out).toContain("+ generated/src/index.ts");
    const manifest: unknown = JSON.parse(readFileSync(join(cwd, "generated/package.json"), "utf8"));
    expect(manifest).toHaveProperty("name", "@acme/client");
    expect(readFileSync(join(cwd, "generated/src/defaults.ts"), "utf8")).toContain("28");
  });

  it("names up to three operations of a document, and counts the rest", async () => {
    const operations = (count: number): string =>
      `openapi: 3.1.0\ninfo: { title: t, version: "1" }\npaths:\n${Array.from({ length: count }, (_, index) => `  /p${index}: { get: { responses: { "200": { description: ok } } } }\n`).join("")}`;
    const cwd = project({
      "docket.yaml": config,
      "pages/a.yaml": operations(3),
      "pages/b.yaml": operations(5).replaceAll("/p", "/q"),
      "pages/c.md": "# Welcome\n",
    });
    const { out } = await run(cwd, "generate");
    expect(out).toContain("pages/a.yaml (openapi) → GET /p0, GET /p1, GET /p2\n");
    expect(out).toContain("pages/b.yaml (openapi) → GET /q0, GET /q1, GET /q2, and 2 more\n");
    expect(out).toMatch(/^pages\/c\.md \(.*\) → no operation$/m);
  });

  it("needs no configuration for one folder", async () => {
    const cwd = project({ "pages/acme/draw.md": samplePage() });
    expect((await run(cwd, "generate", "pages/acme", "--out", "client")).code).toBe(0);
    expect(readFileSync(join(cwd, "client/package.json"), "utf8")).toContain('"acme-client"');
  });

  it("does nothing when nothing has changed, and everything when a byte has", async () => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    await run(cwd, "generate");
    expect((await run(cwd, "generate")).out).toMatch(/^generated is up to date/);
    writeFileSync(join(cwd, "pages/draw.md"), samplePage({ defaultSteps: 30 }));
    const { out } = await run(cwd, "generate");
    expect(out).toContain("~ generated/src/defaults.ts");
    expect(out).not.toContain("generated/package.json");
  });

  it("keeps a changelog of what the pages changed, under the version of the package", async () => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    await run(cwd, "generate");
    expect(existsSync(join(cwd, "generated/CHANGELOG.md"))).toBe(false);
    writeFileSync(join(cwd, "pages/draw.md"), samplePage({ defaultSteps: 30 }));
    expect((await run(cwd, "generate")).out).toContain("~ generated/CHANGELOG.md");
    writeFileSync(join(cwd, "pages/other.md"), samplePage({ path: "/acme/other" }));
    await run(cwd, "generate");
    const changelog = readFileSync(join(cwd, "generated/CHANGELOG.md"), "utf8");
    expect(changelog).toMatch(/^# Changelog\n\n## 0\.1\.0\n/);
    expect(changelog).toContain("30");
    expect(changelog).toContain("/acme/other");
    expect((await run(cwd, "check")).code).toBe(0);
  });

  it("repairs a file that somebody edited", async () => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    await run(cwd, "generate");
    const before = snapshot(join(cwd, "generated"));
    writeFileSync(join(cwd, "generated/src/index.ts"), "export {};\n");
    expect((await run(cwd, "generate")).out).toContain("~ generated/src/index.ts");
    expect(snapshot(join(cwd, "generated"))).toEqual(before);
  });

  it("takes away what it wrote before and would not write now, and nothing else", async () => {
    const cwd = project({
      "docket.yaml": config,
      "pages/draw.md": samplePage(),
      "pages/other.md": samplePage({ path: "/acme/other" }),
    });
    await run(cwd, "generate");
    writeFileSync(join(cwd, "generated/NOTES.md"), "mine");
    rmSync(join(cwd, "pages/other.md"));
    expect((await run(cwd, "generate")).out).toContain("- generated/src/endpoints/acme-other.ts");
    expect(snapshot(join(cwd, "generated")).get("/NOTES.md")).toBe("mine");
  });

  it("gives the same bytes from another folder", async () => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    const elsewhere = scratchFolder();
    cpSync(cwd, elsewhere, { recursive: true });
    await run(cwd, "generate");
    await run(elsewhere, "generate");
    expect(snapshot(join(elsewhere, "generated"))).toEqual(snapshot(join(cwd, "generated")));
  });

  it("speaks JSON to machines", async () => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    const { out, err } = await run(cwd, "generate", "--json");
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({
      upToDate: false,
      documents: [{ file: "pages/draw.md", format: "apifox-page", operations: ["POST /acme/draw"] }],
      written: expect.arrayContaining(["src/index.ts", "openapi.yaml"]),
    });
  });
});

describe("what docket generate says of what it noticed", () => {
  const noisy = samplePage({ defaultSteps: 9000 });
  const lonely = { "docket.yaml": config, "pages/draw.md": samplePage() };

  it("has one shape of JSON, up to date or not", async () => {
    const cwd = project(lonely);
    const first = JSON.parse((await run(cwd, "generate", "--json")).out);
    const second = JSON.parse((await run(cwd, "generate", "--json")).out);
    expect(second).toEqual({ ...first, upToDate: true, written: [], removed: [] });
    expect(first).toMatchObject({ upToDate: false, removed: [] });
  });

  it("counts the notes, and shows them when asked, up to date or not", async () => {
    const cwd = project(lonely);
    const { err } = await run(cwd, "generate");
    expect(err).toBe("1 note (--notes shows the notes)\n");
    expect((await run(cwd, "generate")).out).toBe("generated is up to date (1 note: --notes shows them)\n");
    expect((await run(cwd, "check")).out).toBe(
      "generated is what the documents say (1 note: docket generate --notes shows them)\n",
    );
    const again = await run(cwd, "generate", "--notes");
    expect(again.err).toMatch(/^pages\/draw\.md:\d+:\d+ note output-unknown .*\n(.*\n)*1 note\n$/);
    expect(again.out).toContain("generated: unchanged\n");
  });

  it("shows warnings in full", async () => {
    const { err } = await run(project({ ...lonely, "pages/draw.md": noisy }), "generate");
    expect(err).toMatch(/pages\/draw\.md:\d+:\d+ warning prose-contradicts-itself /);
  });

  it("says of an unreadable document that it is one", async () => {
    const { out } = await run(project({ ...lonely, "pages/broken.yaml": "openapi: 3.0.1\npaths: [\n" }), "generate");
    expect(out).toContain("pages/broken.yaml: not readable, see below\n");
    expect(out).not.toContain("(none)");
  });
});

describe("a project without docket.yaml", () => {
  it.each([
    { args: ["generate"], want: "npx docket generate <folder> --out <dir>" },
    { args: ["check"], want: "npx docket check <folder> --out <dir>" },
    { args: ["emulate"], want: "npx docket emulate <folder>" },
    { args: ["run", "a/b"], want: "npx docket run <endpoint> … --documents <folder>" },
    { args: ["compare", "a", "b"], want: "npx docket init <folder>" },
  ])("gets a hint that fits: $args", async ({ args, want }) => {
    const { code, err } = await run(scratchFolder(), ...args);
    expect(code).toBe(2);
    expect(err).toContain("config-missing");
    expect(err).toContain(want);
  });

  it("takes the documents by word and by option", async () => {
    const cwd = project({ "pages/acme/draw.md": samplePage() });
    expect((await run(cwd, "generate", "--documents", "pages/acme", "--out", "client")).code).toBe(0);
    expect((await run(cwd, "check", "pages/acme", "--out", "client")).code).toBe(0);
    expect((await run(cwd, "check", "--documents", "pages/acme", "--out", "client")).code).toBe(0);
  });
});

describe("docket generate with bad documents", () => {
  const bad = {
    "pages/noise.txt": "{{{ this is ] no page\npaths: nowhere\nGET ??\n",
    "pages/broken.yaml": "openapi: 3.0.1\npaths:\n  /a: [\n",
    "pages/broken.json": '{ "openapi": "3.0.1", "paths": { ',
    "pages/outside.yaml":
      "openapi: 3.0.1\ninfo: { title: t, version: '1' }\npaths:\n  /a:\n    get:\n      responses:\n        '200':\n          description: ''\n          content:\n            application/json:\n              schema:\n                $ref: 'other.yaml#/Absent'\n",
  };

  it("reports all of them with file, line, column, excerpt and hint, and leaves the output alone", async () => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    await run(cwd, "generate");
    const before = snapshot(join(cwd, "generated"));
    for (const [path, text] of Object.entries(bad)) writeFileSync(join(cwd, path), text);
    const { code, err } = await run(cwd, "generate");
    expect(code).toBe(2);
    for (const path of Object.keys(bad))
      expect(err).toMatch(new RegExp(`${path.replace(".", "\\.")}:\\d+:\\d+ error [a-z0-9-]+ `));
    expect(err).toContain("  | 12 |");
    expect(err).toContain("hint:");
    expect(err).toContain("nothing was written");
    expect(snapshot(join(cwd, "generated"))).toEqual(before);
  });

  it.each([
    { name: "no docket.yaml", files: {}, want: "config-missing" },
    {
      name: "an unknown key",
      files: { "docket.yaml": `${config}outptu: x\n` },
      want: "docket.yaml:4:1 error config-unknown-key",
    },
    { name: "a missing folder", files: { "docket.yaml": config }, want: 'documents-missing "pages" does not exist' },
    {
      name: "a missing overlay",
      files: { "docket.yaml": `${config}overlays: [absent.yaml]\n`, "pages/draw.md": samplePage() },
      want: 'documents-missing "absent.yaml" does not exist',
    },
    {
      name: "an overlay that is none",
      files: { "docket.yaml": `${config}overlays: [o.yaml]\n`, "o.yaml": "a: 1\n", "pages/draw.md": samplePage() },
      want: "o.yaml:1:1 error overlay-invalid",
    },
  ])("ends with 2 for $name", async ({ files, want }) => {
    const { code, err } = await run(project(files), "generate");
    expect(code).toBe(2);
    expect(err).toContain(want);
  });

  it("ends with 2 and the help for a wrong option", async () => {
    const { code, err } = await run(scratchFolder(), "generate", "--outt", "x");
    expect(code).toBe(2);
    expect(err).toContain("--outt");
    expect(err).toContain("Examples:");
  });
});

describe("docket check", () => {
  it("is 0 for what the documents say, 3 with the file and the line for anything else", async () => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    await run(cwd, "generate");
    expect(await run(cwd, "check")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^generated is what the documents say/),
    });
    writeFileSync(join(cwd, "pages/draw.md"), samplePage({ defaultSteps: 29 }));
    const { code, out, err } = await run(cwd, "check");
    expect(code).toBe(3);
    expect(out).toMatch(/generated\/src\/defaults\.ts:\d+\n {2}\| is {8}.*28.*\n {2}\| should be .*29/);
    expect(err).toContain("run npx docket generate");
  });

  it("is 3 for a missing and for a left-over file, and 2 for bad documents", async () => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    await run(cwd, "generate");
    rmSync(join(cwd, "generated/src/gateways.ts"));
    expect(await run(cwd, "check")).toMatchObject({ code: 3, out: "generated/src/gateways.ts: missing\n" });
    writeFileSync(join(cwd, "pages/broken.json"), "{");
    expect((await run(cwd, "check")).code).toBe(2);
  });

  it("does not need dist/", async () => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    await run(cwd, "generate");
    rmSync(join(cwd, "generated/dist"), { recursive: true });
    expect((await run(cwd, "check")).code).toBe(0);
  });
});

describe("what docket check prints to bring the package up to date", () => {
  it.each([
    { name: "docket.yaml", args: [], want: "run npx docket generate and commit generated" },
    {
      name: "a folder of documents",
      args: ["pages", "--out", "my client"],
      want: "run npx docket generate --out 'my client' --documents pages and commit my client",
    },
    {
      name: "another configuration",
      args: ["--config", "docket.yaml"],
      want: "run npx docket generate --config docket.yaml and commit generated",
    },
  ])("names what it was given: $name", async ({ args, want }) => {
    const cwd = project({ "docket.yaml": config, "pages/draw.md": samplePage() });
    const { code, err } = await run(cwd, "check", ...args);
    expect(code).toBe(3);
    expect(err).toContain(want);
  });
});

describe("docket", () => {
  it.each(["init", "generate", "check", "diff", "compare", "emulate", "run"])(
    "%s --help names --json and shows an example",
    async (command) => {
      const { code, out } = await run(scratchFolder(), command, "--help");
      expect(code).toBe(0);
      expect(out).toMatch(/Examples?[:,]/);
      expect(out).toContain("--json");
    },
  );

  it("explains itself", async () => {
    const cwd = scratchFolder();
    expect(await run(cwd, "--help")).toMatchObject({ code: 0, out: expect.stringContaining("generate") });
    expect(await run(cwd)).toMatchObject({ code: 2, err: expect.stringContaining("generate") });
    expect(await run(cwd, "generat")).toMatchObject({ code: 2, err: expect.stringContaining('no command "generat"') });
    expect(await run(cwd, "--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});
