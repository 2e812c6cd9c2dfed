import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCli } from "../../generator/cli.ts";
import type { Host } from "../../generator/host.ts";
import { scratchFolder, testHost } from "../support/test-host.ts";

/** What a command line gave. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A git repository in a folder of its own that goes away with the test. */
export interface ScratchRepository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (path: string, text: string) => void;
  readonly copy: (from: string, to: string) => void;
  readonly commit: (message: string) => void;
  readonly docket: (args: readonly string[], env?: Host["env"]) => Promise<Ran>;
}

// Nobody's git configuration, identity or hooks reach a scratch repository.
const identity = {
  GIT_AUTHOR_NAME: "Test",
  GIT_AUTHOR_EMAIL: "test@example.com",
  GIT_COMMITTER_NAME: "Test",
  GIT_COMMITTER_EMAIL: "test@example.com",
};
const plain = { ...identity, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };

/** A new repository on a branch called main; or, with `origin`, a clone of that folder. */
export function scratchRepository(clone?: {
  readonly origin: string;
  readonly options: readonly string[];
}): ScratchRepository {
  const folder = scratchFolder();
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...args], {
      cwd: folder,
      env: { PATH: process.env["PATH"], ...plain },
      encoding: "utf8",
      stdio: "pipe",
    });
  if (clone === undefined) git("init", "--quiet", "--initial-branch=main");
  else git("clone", "--quiet", ...clone.options, `file://${clone.origin}`, ".");
  return {
    folder,
    git,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    copy: (from, to) => cpSync(from, join(folder, to), { recursive: true }),
    commit: (message) => {
      git("add", "--all");
      git("commit", "--quiet", "--message", message);
    },
    docket: async (args, env = {}) => {
      const host = testHost({ cwd: folder, env: { PATH: process.env["PATH"], ...plain, ...env } });
      const code = await runCli(args, host);
      return { code, out: host.stdout(), err: host.stderr() };
    },
  };
}
