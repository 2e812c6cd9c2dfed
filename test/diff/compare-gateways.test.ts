import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCli } from "../../generator/cli.ts";
import { scratchFolder, testHost } from "../support/test-host.ts";

const pages = (name: string): string => fileURLToPath(new URL(`../cases/diff/pull-request/${name}`, import.meta.url));

/** A project of two gateways that offer the same endpoint in other terms. */
function twoGateways(): string {
  const folder = scratchFolder();
  for (const [gateway, name] of [
    ["north", "before"],
    ["south", "after"],
  ] as const) {
    mkdirSync(join(folder, gateway));
    cpSync(join(pages(name), "paint.md"), join(folder, gateway, "paint.md"));
  }
  writeFileSync(
    join(folder, "docket.yaml"),
    'package: "@acme/client"\ngateways:\n  north: { documents: north }\n  south: { documents: south }\n',
  );
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

describe("docket compare", () => {
  it("lays the same endpoint at two gateways side by side", async () => {
    const { code, out } = await run(twoGateways(), "compare", "north", "south");
    expect(code).toBe(0);
    expect(out.split("\n").map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["~ acme/paint"],
      ["north", "south"],
      ["image_size values", '["landscape_4_3","portrait_16_9","square_hd"]', '["landscape_4_3","square_hd"]'],
      ["steps default", "28", "40"],
      ["steps maximum", "50", "45"],
      ["style", "–", "yes"],
      [""],
    ]);
  });

  it("gives the same to machines", async () => {
    const { out } = await run(twoGateways(), "compare", "south", "north", "--format", "json");
    const { shared } = JSON.parse(out);
    expect(shared[0].differences).toContainEqual({ field: "steps", what: "default", left: 40, right: 28 });
  });

  it("gives the same to people who read Markdown", async () => {
    const { out } = await run(twoGateways(), "compare", "north", "south", "--format", "markdown");
    expect(out).toContain("| steps default | 28 | 40 |");
  });

  it("finds nothing between a gateway and itself", async () => {
    expect((await run(twoGateways(), "compare", "north", "north")).out).toBe("= acme/paint is the same at both\n");
  });

  it.each([
    { args: ["north"], says: "two gateways are needed" },
    { args: ["north", "west"], says: 'there is no gateway "west"; there are north, south' },
    { args: ["north", "south", "--format", "html"], says: "--format must be one of" },
  ])("does not run on $args", async ({ args, says }) => {
    const { code, err } = await run(twoGateways(), "compare", ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
