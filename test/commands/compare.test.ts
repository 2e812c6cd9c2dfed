import { describe, expect, it } from "vitest";
import { runCli } from "../../generator/cli.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { samplePage } from "../support/sample-page.ts";
import { testHost } from "../support/test-host.ts";

const cwd = "/nowhere";
const files = {
  "docket.yaml": "package: p\ngateways:\n  north: { documents: north }\n  south: { documents: south }\n",
  "north/draw.md": samplePage(),
  "north/b.md": samplePage({ path: "/acme/b" }),
  "north/a.md": samplePage({ path: "/acme/a" }),
  "south/draw.md": samplePage({ defaultSteps: 30 }),
  "south/b.md": samplePage({ path: "/acme/b", defaultSteps: 9 }),
  "south/z.md": samplePage({ path: "/acme/z" }),
};

async function compare(args: readonly string[], more: { readonly [path: string]: string } = {}) {
  const host = testHost({ cwd, files: memoryFiles(cwd, { ...files, ...more }) });
  return { code: await runCli(["compare", ...args], host), out: host.stdout(), err: host.stderr() };
}

describe("docket compare", () => {
  it("says what only one of them offers, and where the others differ, in the order of their names", async () => {
    const { code, out, err } = await compare(["north", "south", "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const told = JSON.parse(out);
    expect(told).toMatchObject({ left: "north", right: "south", onlyLeft: ["acme/a"], onlyRight: ["acme/z"] });
    expect(Object.keys(told).sort()).toEqual(["left", "onlyLeft", "onlyRight", "right", "shared"]);
    expect(told.shared.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual(["acme/b", "acme/draw"]);
  });

  it("reads for people, and as Markdown", async () => {
    const terminal = (await compare(["north", "south"])).out;
    expect(terminal).toMatch(/acme\/draw[\s\S]*steps[\s\S]*28[\s\S]*30/);
    expect((await compare(["north", "south", "--format", "terminal"])).out).toBe(terminal);
    const markdown = (await compare(["north", "south", "--format", "markdown"])).out;
    expect(markdown).toMatch(/\| `?steps/);
    expect((await compare(["south", "north"])).out).not.toBe(terminal);
  });

  it.each([
    { args: ["north"], says: "two gateways are needed" },
    { args: ["north", "east"], says: 'there is no gateway "east"; there are north, south' },
    { args: ["north", "south", "--format", "github"], says: "--format must be one of terminal, markdown, json" },
  ])("refuses $args", async ({ args, says }) => {
    const { code, out, err } = await compare(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(says);
  });

  it("needs a project that can be read", async () => {
    const { code, out, err } = await compare(["north", "south"], { "docket.yaml": "gateways: []\n" });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("docket.yaml:1:1 error config-invalid");
  });
});
