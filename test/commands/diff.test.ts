import { describe, expect, it } from "vitest";
import { runCli } from "../../generator/cli.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { testHost } from "../support/test-host.ts";

const cwd = "/nowhere";
const page = (limits: string, version = "1.4.2"): string =>
  `openapi: 3.1.0
info: { title: t, version: ${version} }
paths:
  /acme/draw:
    post:
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { steps: { type: integer, ${limits} } } }
      responses: { "200": { description: ok } }
`;
const documents = {
  "old.yaml": page("maximum: 50"),
  "new.yaml": page("maximum: 40"),
  "wide.yaml": page("maximum: 60, default: 30"),
  "default.yaml": page("maximum: 50, default: 30"),
  "odd.yaml": page("maximum: 50", "latest"),
};

async function diff(args: readonly string[], more: { readonly [path: string]: string | Uint8Array } = {}) {
  const host = testHost({ cwd, files: memoryFiles(cwd, { ...documents, ...more }) });
  return { code: await runCli(["diff", ...args], host), out: host.stdout(), err: host.stderr() };
}

describe("docket diff", () => {
  it.each([
    { args: ["old.yaml", "old.yaml"], code: 0 },
    { args: ["old.yaml", "new.yaml"], code: 1 },
    { args: ["old.yaml", "new.yaml", "--fail-on", "none"], code: 0 },
    { args: ["old.yaml", "new.yaml", "--fail-on", "risky"], code: 1 },
    { args: ["old.yaml", "new.yaml", "--axis", "source"], code: 0 },
    { args: ["old.yaml", "new.yaml", "--axis", "source,wire"], code: 1 },
    { args: ["old.yaml", "new.yaml", "--axis", "source", "--axis", "wire"], code: 1 },
    { args: ["new.yaml", "old.yaml"], code: 0 },
    { args: ["new.yaml", "old.yaml", "--fail-on", "risky"], code: 0 },
    { args: ["new.yaml", "old.yaml", "--fail-on", "any"], code: 1 },
    { args: ["old.yaml", "default.yaml"], code: 0 },
    { args: ["old.yaml", "default.yaml", "--fail-on", "risky"], code: 1 },
  ])("$args ends with $code", async ({ args, code }) => {
    expect(await diff(args)).toMatchObject({ code, err: "" });
  });

  it.each([
    { args: [], want: /^breaking .*50 to 40/ },
    { args: ["--format", "terminal"], want: /^breaking .*50 to 40/ },
    { args: ["--format", "markdown"], want: /^#+ .*\n[\s\S]*🔴 breaking .*50 to 40/u },
    { args: ["--format", "github"], want: /^::error .*50 to 40/m },
    { args: ["--format", "json"], want: /^\{[\s\S]*"findings": ?\[/ },
    { args: ["--json"], want: /^\{[\s\S]*"findings": ?\[/ },
  ])("prints as $args asks", async ({ args, want }) => {
    expect((await diff(["old.yaml", "new.yaml", ...args])).out).toMatch(want);
  });

  it.each([
    { head: "old.yaml", base: "old.yaml", out: "1.4.2\n", err: "" },
    { base: "old.yaml", head: "new.yaml", out: "2.0.0\n", err: "" },
    { base: "old.yaml", head: "wide.yaml", out: "1.5.0\n", err: "" },
    {
      base: "odd.yaml",
      head: "new.yaml",
      out: "major\n",
      err: "docket diff: the base document's version is no semver, so this is only the step\n",
    },
  ])("--next-version from $base to $head is $out", async ({ base, head, out, err }) => {
    expect(await diff([base, head, "--next-version"])).toEqual({ code: 0, out, err });
  });

  it.each([
    { args: ["--format", "html"], says: '--format must be one of terminal, markdown, json, github, not "html"' },
    { args: ["--fail-on", "error"], says: '--fail-on must be one of breaking, risky, any, none, not "error"' },
    { args: ["--axis", "wire,tags"], says: '--axis must be one of wire, source, runtime, not "tags"' },
    { args: ["three.yaml"], says: 'unexpected argument "three.yaml"' },
    { args: ["--format"], says: "argument missing" },
  ])("refuses $args", async ({ args, says }) => {
    const { code, out, err } = await diff(["old.yaml", "new.yaml", ...args]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(says);
  });

  it.each([
    { name: "is not there", files: {}, args: ["--accepted", "a.yaml"], says: "a.yaml: there is no such file" },
    { name: "is a folder", files: { "a/x": "" }, args: ["--accepted", "a"], says: "a: it cannot be read" },
    { name: "is no YAML", files: { "docket.accepted.yaml": 'x: "' }, args: [], says: "docket.accepted.yaml: line 1: " },
    { name: "is no text", files: { "docket.accepted.yaml": Uint8Array.of(0xff) }, args: [], says: "is not UTF-8" },
    { name: "is empty", files: { "docket.accepted.yaml": "" }, args: [], says: "docket.accepted.yaml: " },
  ])("does not run with a file of acceptances that $name", async ({ files, args, says }) => {
    const { code, out, err } = await diff(["old.yaml", "new.yaml", ...args], files);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(says);
  });

  it("names what is wrong with a document, and what is wrong with the project", async () => {
    const broken = await diff(["old.yaml", "broken.yaml"], { "broken.yaml": 'openapi: "3.1.0\n' });
    expect(broken).toMatchObject({ code: 2, out: "" });
    expect(broken.err).toMatch(/^broken\.yaml:\d+:\d+ error invalid-yaml/);
    const unreadable = await diff(["old.yaml"], { "docket.yaml": "package: 7\n" });
    expect(unreadable).toMatchObject({ code: 2, out: "" });
    expect(unreadable.err).toContain("docket diff: the project cannot be read\n");
    const wrong = await diff(["old.yaml"], {
      "docket.yaml": "package: p\ngateways: { a: { documents: pages } }\n",
      "pages/a.yaml": "hello: world\n",
    });
    expect(wrong.err).toContain("docket diff: the documents hold an error\n");
  });
});
