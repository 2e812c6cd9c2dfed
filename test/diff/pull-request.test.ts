import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { type ScratchRepository, scratchRepository } from "./scratch-repository.ts";

const at = (path: string): string => fileURLToPath(new URL(`../cases/diff/pull-request/${path}`, import.meta.url));

/** A repository whose main branch holds the page as it was, with its generated package, and a branch where the page changed. */
async function pullRequest(): Promise<ScratchRepository> {
  const repository = scratchRepository();
  repository.copy(at("docket.yaml"), "docket.yaml");
  repository.copy(at("before"), "pages");
  expect((await repository.docket(["generate"])).code).toBe(0);
  repository.commit("Generate the client");
  repository.git("switch", "--quiet", "--create", "new-page");
  repository.copy(at("after"), "pages");
  return repository;
}

describe("a pull request that changes a page", () => {
  let repository: ScratchRepository;
  beforeEach(async () => {
    repository = await pullRequest();
  });

  it("is stale until the package is generated again", async () => {
    expect((await repository.docket(["check"])).code).toBe(3);
    expect((await repository.docket(["generate"])).code).toBe(0);
    expect((await repository.docket(["check"])).code).toBe(0);
  });

  it("gets a comment that says whom it breaks, before and after generating", async () => {
    const before = await repository.docket(["diff", "--format", "markdown"]);
    await expect(before.out).toMatchFileSnapshot(at("expected.md"));
    expect(before.code).toBe(1);
    await repository.docket(["generate"]);
    repository.commit("Follow the page");
    const after = await repository.docket(["diff", "--format", "markdown"]);
    expect(after).toEqual(before);
  });

  it("fails at the threshold that is asked for, and on the axis that is asked for", async () => {
    const codes = await Promise.all(
      [
        ["--fail-on", "none"],
        ["--fail-on", "risky"],
        ["--axis", "runtime"],
        ["--axis", "runtime", "--fail-on", "any"],
      ].map(async (options) => (await repository.docket(["diff", ...options])).code),
    );
    expect(codes).toEqual([0, 1, 0, 1]);
  });

  it("points at the lines of the page", async () => {
    const { findings } = JSON.parse((await repository.docket(["diff", "--format", "json"])).out);
    const places = findings.map((one: { rule: string; locations: { head?: { file: string; line: number } } }) => [
      one.rule,
      one.locations.head?.file,
    ]);
    expect(places).toContainEqual(["enum-values-removed", "pages/paint.md"]);
    expect(places).toContainEqual(["default-changed", "pages/paint.md"]);
  });

  it("says which version to release", async () => {
    expect((await repository.docket(["diff", "--next-version"])).out).toBe("0.2.0\n");
  });

  it("passes once its findings are accepted, and tells of acceptances that do nothing", async () => {
    const { findings } = JSON.parse((await repository.docket(["diff", "--format", "json"])).out);
    const breaking = findings.filter((one: { severity: string }) => one.severity === "breaking");
    const entries = breaking.map(
      (one: { fingerprint: string }) => `  - { fingerprint: "${one.fingerprint}", reason: nobody calls it yet }\n`,
    );
    repository.write(
      "docket.accepted.yaml",
      `accepted:\n${entries.join("")}  - { fingerprint: "0123456789abcdef", reason: gone }\n`,
    );
    const ran = await repository.docket(["diff"]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("nothing was found for the accepted 0123456789abcdef: remove it");
  });

  it("does not run with a malformed file of acceptances", async () => {
    repository.write("docket.accepted.yaml", "accepted:\n  - { fingerprint: nothing, because: x }\n");
    const ran = await repository.docket(["diff"]);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe("");
    expect(ran.err).toContain("`reason` must say why");
  });
});

describe("a baseline", () => {
  it("that a shallow clone lacks is fetched by the command that is printed", async () => {
    const origin = await pullRequest();
    origin.commit("Change the page");
    origin.git("switch", "--quiet", "main");
    origin.write("note.txt", "main moves on");
    origin.commit("Move on");
    origin.git("switch", "--quiet", "new-page");
    const clone = scratchRepository({ origin: origin.folder, options: ["--depth=1", "--branch=new-page"] });
    const refused = await clone.docket(["diff"], { GITHUB_BASE_REF: "main" });
    expect(refused.code).toBe(2);
    const command =
      refused.err
        .split("\n")
        .find((line) => line.startsWith("  git fetch"))
        ?.trim() ?? "";
    expect(command).toBe("git fetch --no-tags --unshallow origin +refs/heads/main:refs/remotes/origin/main");
    clone.git(...command.split(" ").slice(1));
    expect((await clone.docket(["diff"], { GITHUB_BASE_REF: "main" })).code).toBe(1);
  });

  it("that holds no generated package is nothing to compare with", async () => {
    const repository = scratchRepository();
    repository.write("README.md", "empty");
    repository.commit("Begin");
    repository.git("switch", "--quiet", "--create", "first");
    repository.copy(at("docket.yaml"), "docket.yaml");
    repository.copy(at("before"), "pages");
    const ran = await repository.docket(["diff"]);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain("nothing to compare with");
  });

  it.each([
    { args: ["diff", "main:nowhere.yaml"], says: '"nowhere.yaml" is not in "main"' },
    { args: ["diff", "no-such-branch:a.yaml"], says: "git fetch --no-tags --depth=1 origin no-such-branch" },
    { args: ["diff", "absent.yaml"], says: '"absent.yaml" does not exist' },
    { args: ["diff", "--upload-pack=x:y"], says: "there is no option" },
    { args: ["diff", "--format", "html"], says: "--format must be one of" },
  ])("is not found: $args", async ({ args, says }) => {
    const repository = await pullRequest();
    const ran = await repository.docket(args);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(says);
  });
});

describe("two revisions", () => {
  it("are compared by name", async () => {
    const repository = await pullRequest();
    await repository.docket(["generate"]);
    repository.commit("Follow the page");
    const ran = await repository.docket(["diff", "main:generated/openapi.yaml", "new-page:generated/openapi.yaml"]);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain("image_size in the request body of POST /acme/paint no longer takes");
  });
});

describe("two files", () => {
  const info = "info: { title: t, version: 1.0.0 }\n";
  const hook = `openapi: 3.1.0\n${info}webhooks: { done: { post: { responses: {} } } }\n`;
  const empty = `openapi: 3.1.0\n${info}paths: {}\n`;
  const swagger = (type: string): string =>
    `swagger: "2.0"\n${info}paths: { /pets: { get: { parameters: [{ name: l, in: query, type: ${type} }], responses: { "200": { description: ok } } } } }\n`;
  const three = `openapi: 3.0.3\n${info}paths: { /pets: { get: { parameters: [{ name: l, in: query, schema: { type: integer } }], responses: { "200": { description: ok } } } } }\n`;

  it.each([
    { what: "the last webhook goes", base: hook, head: empty, code: 1, says: ["webhook-removed"] },
    { what: "the first webhook comes", base: empty, head: hook, code: 0, says: ["webhook-added"] },
    {
      what: "Swagger 2.0 changes a type",
      base: swagger("integer"),
      head: swagger("boolean"),
      code: 1,
      says: ["type-changed"],
    },
    { what: "nothing changes", base: three, head: three, code: 0, says: [] },
    { what: "Swagger 2.0 becomes OpenAPI 3.0", base: swagger("integer"), head: three, code: 0, says: [] },
    { what: "OpenAPI 3.0 becomes Swagger 2.0", base: three, head: swagger("integer"), code: 0, says: [] },
  ])("are compared: $what", async ({ base, head, code, says }) => {
    const repository = scratchRepository();
    repository.write("base.yaml", base);
    repository.write("head.yaml", head);
    const ran = await repository.docket(["diff", "base.yaml", "head.yaml", "--axis", "wire", "--format", "json"]);
    expect(ran.code).toBe(code);
    expect(JSON.parse(ran.out).findings.map((one: { rule: string }) => one.rule)).toEqual(says);
  });

  it("of other shapes are compared as what they say: a published page and the OpenAPI block it holds", async () => {
    const page = readFileSync(new URL("../cases/diff/pull-request/before/paint.md", import.meta.url), "utf8");
    const [, block = ""] = /```yaml\n([\s\S]*?)\n```/.exec(page) ?? [];
    const repository = scratchRepository();
    repository.write("page.md", page);
    repository.write("block.yaml", block);
    for (const sides of [
      ["page.md", "block.yaml"],
      ["block.yaml", "page.md"],
    ]) {
      const { code, out } = await repository.docket(["diff", ...sides]);
      expect([code, out]).toEqual([0, "no change\n"]);
    }
  });
});

describe("folders of pages, without docket.yaml", () => {
  it("are compared: two of them, one with a page, one with what it was in a revision", async () => {
    const repository = scratchRepository();
    repository.copy(at("before"), "pages");
    repository.copy(at("before"), "old");
    repository.write("pages/.draft/page.md", "not listed, so not read");
    repository.commit("before");
    repository.copy(at("after"), "pages");
    for (const sides of [
      ["old", "pages"],
      ["old/", "pages/"],
      ["old/paint.md", "pages"],
      ["main:pages", "pages"],
      ["main:./pages", "pages/paint.md"],
      ["main:pages/paint.md", "pages"],
    ]) {
      const { code, out, err } = await repository.docket(["diff", ...sides, "--format", "json"]);
      const { findings } = JSON.parse(out);
      const told = findings.map((one: Record<string, string>) => `${one["axis"]} ${one["severity"]} ${one["rule"]}`);
      expect([code, err, told]).toEqual([
        1,
        "",
        [
          "wire breaking enum-values-removed",
          "wire breaking required-property-added",
          "source breaking enum-values-removed",
          "source breaking required-property-added",
          "wire risky maximum-changed",
          "runtime risky default-changed",
        ],
      ]);
    }
    expect((await repository.docket(["diff", "main:old", "old"])).out).toBe("no change\n");
  });

  it("say what is in the way", async () => {
    const repository = scratchRepository();
    repository.copy(at("before"), "pages");
    repository.write("broken/page.json", '{"openapi": "3.1.0", ');
    repository.write("nothing/.gitkeep", "");
    repository.commit("before");
    for (const [sides, says] of [
      [["nothing", "pages"], '"nothing" holds no document.'],
      [["main:nothing", "pages"], '"main:nothing" holds no document.'],
      [["pages", "broken"], "broken/page.json:1:22"],
      [["pages", "broken"], '"broken" holds an error.'],
      [["main:broken", "pages"], "main:broken/page.json:1:22"],
      [["main:nowhere", "pages"], '"nowhere" is not in "main".'],
      [["pages/absent", "pages"], '"pages/absent" does not exist.'],
    ] as const) {
      const { code, out, err } = await repository.docket(["diff", ...sides]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(says);
    }
  });
});

describe("one of two gateways", () => {
  it("that changes its page is named, and nobody else is alarmed", async () => {
    const page = readFileSync(new URL("../cases/diff/pull-request/before/paint.md", import.meta.url), "utf8");
    const changed = readFileSync(new URL("../cases/diff/pull-request/after/paint.md", import.meta.url), "utf8");
    const repository = scratchRepository();
    repository.write("north/paint.md", page);
    repository.write("south/paint.md", page);
    repository.write(
      "docket.yaml",
      'package: "@acme/client"\ngateways:\n  north: { documents: north }\n  south: { documents: south }\n',
    );
    await repository.docket(["generate"]);
    repository.commit("before");
    repository.write("south/paint.md", changed);
    const { code, out } = await repository.docket(["diff", "HEAD:generated/openapi.yaml", "--format", "json"]);
    expect(code).toBe(1);
    const { findings, nextVersion } = JSON.parse(out);
    expect(nextVersion).toBe("0.2.0");
    const told = findings.map(
      (one: Record<string, string>) => `${one["gateways"]} ${one["axis"]} ${one["severity"]} ${one["rule"]}`,
    );
    expect(told).toEqual([
      "south wire breaking enum-values-removed",
      "south wire breaking required-property-added",
      "south wire risky maximum-changed",
      "south runtime risky default-changed",
    ]);
    for (const { locations } of findings) expect(locations.head.file).toBe("south/paint.md");
    await repository.docket(["generate"]);
    repository.commit("after");
    const later = await repository.docket(["diff", "HEAD~1:generated/openapi.yaml", "generated/openapi.yaml"]);
    expect(later.out).toContain("south: ");
  });
});
