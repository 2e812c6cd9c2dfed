import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type ScratchRepository, scratchRepository } from "../diff/scratch-repository.ts";
import { scratchFolder } from "../support/test-host.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cases = (path: string): string => join(root, "test/cases/diff/pull-request", path);

interface Step {
  readonly id: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(readFileSync(join(root, "action.yml"), "utf8"));

/** A checkout as a runner makes it: one commit deep, only the branch of the pull request. */
async function checkout(): Promise<ScratchRepository> {
  const origin = scratchRepository();
  origin.copy(cases("docket.yaml"), "docket.yaml");
  origin.copy(cases("before"), "pages");
  await origin.docket(["generate"]);
  origin.commit("Generate the client");
  origin.git("switch", "--quiet", "--create", "new-page");
  origin.copy(cases("after"), "pages");
  origin.commit("Change the page");
  return scratchRepository({ origin: origin.folder, options: ["--depth=1", "--branch=new-page"] });
}

/** A folder with an `npx` that runs this working copy, as the installed package would be run. */
function npx(): string {
  const folder = scratchFolder();
  const script = `#!/usr/bin/env bash\n[ "$1 $2" = "--no-install docket" ] || exit 97\nshift 2\nexec "${root}node_modules/.bin/tsx" "${root}generator/main.ts" "$@"\n`;
  writeFileSync(join(folder, "npx"), script);
  chmodSync(join(folder, "npx"), 0o755);
  return folder;
}

/** How a step ended. */
interface Ran {
  readonly id: string;
  readonly status: number | null;
  readonly stdout: string;
}

/** Runs the steps of the action in order, as a runner does for a composite action, until one fails. */
function runAction(
  repository: ScratchRepository,
  given: Readonly<Record<string, string>> = {},
): { readonly ran: readonly Ran[]; readonly summary: string; readonly output: string } {
  const temporary = scratchFolder();
  const files = { GITHUB_STEP_SUMMARY: join(temporary, "summary.md"), GITHUB_OUTPUT: join(temporary, "output") };
  mkdirSync(join(temporary, "temp"));
  const inputs = (text: string): string =>
    text.replace(
      /\$\{\{ inputs\.([\w-]+) \}\}/g,
      (_whole, name: string) => given[name] ?? action.inputs[name]?.default ?? "",
    );
  const ran: Ran[] = [];
  for (const step of action.runs.steps) {
    if (ran.some(({ status }) => status !== 0) && step.if?.includes("always()") !== true) continue;
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, inputs(value)]));
    const env = {
      ...files,
      ...own,
      PATH: `${npx()}:${process.env["PATH"]}`,
      GITHUB_BASE_REF: "main",
      RUNNER_TEMP: join(temporary, "temp"),
      HOME: temporary,
    };
    const { status, stdout } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      cwd: repository.folder,
      env,
      encoding: "utf8",
    });
    ran.push({ id: step.id, status, stdout });
  }
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");
  return { ran, summary: read(files.GITHUB_STEP_SUMMARY), output: read(files.GITHUB_OUTPUT) };
}

describe("action.yml", () => {
  it("reaches into no expression from a script: inputs come by environment", () => {
    expect(action.runs.using).toBe("composite");
    for (const { run } of action.runs.steps) expect(run).not.toContain("${{");
  });

  it("fails a pull request that breaks callers, with annotations, a summary and outputs", async () => {
    const { ran, summary, output } = runAction(await checkout());
    expect(ran.map(({ id, status }) => [id, status])).toEqual([
      ["history", 0],
      ["diff", 1],
      ["check", 3],
    ]);
    expect(ran[1]?.stdout).toMatch(/^::error file=pages\/paint\.md,line=\d+,col=\d+,title=breaking%3A /m);
    expect(summary).toBe(readFileSync(cases("expected.md"), "utf8"));
    expect(output).toContain("next-version=0.2.0\n");
  }, 60_000);

  it("passes when it is told to", async () => {
    const { ran } = runAction(await checkout(), { "fail-on": "none", base: "origin/new-page:generated/openapi.yaml" });
    expect(ran.find(({ id }) => id === "diff")?.status).toBe(0);
  }, 60_000);
});
