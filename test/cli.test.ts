import { describe, expect, it } from "vitest";
import { runCli } from "../generator/cli.ts";
import { toolVersion } from "../generator/tool.ts";
import { memoryFiles } from "./support/memory-files.ts";
import { testHost } from "./support/test-host.ts";

const cwd = "/nowhere";
const commands = ["init", "generate", "check", "diff", "compare", "emulate", "run"];

async function docket(...args: readonly string[]) {
  const host = testHost({ cwd, files: memoryFiles(cwd, {}) });
  return { code: await runCli(args, host), out: host.stdout(), err: host.stderr() };
}

describe("docket", () => {
  it.each(["--help", "-h", "help"])("%s lists every command on standard output", async (word) => {
    const { code, out, err } = await docket(word);
    expect([code, err]).toEqual([0, ""]);
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} +\\S`, "m"));
  });

  it("alone lists them too, as a mistake", async () => {
    const { code, out, err } = await docket();
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^docket <command>/);
  });

  it("--version prints the version and nothing else", async () => {
    expect(await docket("--version")).toEqual({ code: 0, out: `${toolVersion()}\n`, err: "" });
  });

  it("names a command that there is not", async () => {
    const { code, out, err } = await docket("generte");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^docket: there is no command "generte"\n\ndocket <command>/);
  });

  it("reports a bug with its stack, and asks to report it", async () => {
    const broken = () => Promise.reject(new Error("the disk fell off"));
    const files = { ...memoryFiles(cwd, {}), read: broken, list: broken };
    const host = testHost({ cwd, files });
    expect(await runCli(["generate"], host)).toBe(2);
    expect(host.stderr()).toMatch(
      /^docket generate: this is a bug in docket, please report it\nError: the disk fell off\n +at /,
    );
  });
});

describe.each(commands)("docket %s", (command) => {
  it.each(["--help", "-h"])("%s shows its options and an example, and does nothing", async (word) => {
    const { code, out, err } = await docket(command, "nonsense", word);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(new RegExp(`^docket ${command}`));
    expect(out).toMatch(/Examples?.*:\n {2}docket /);
    expect(out).toMatch(/Exit codes?: 0 /);
  });

  it("refuses what it does not know, with its help and what was meant", async () => {
    const { code, out, err } = await docket(command, "--confg", "x");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(`^docket ${command}: there is no option "--confg"`));
    expect(err).toContain(`\n\ndocket ${command}`);
  });

  it("takes only so many words", async () => {
    const { code, err } = await docket(command, "one", "two", "three", "four=4");
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`^docket ${command}: `));
  });
});
