import { execFile } from "node:child_process";

/** What git answered; `code` is its exit code, -1 when there is no git. */
export interface GitAnswer {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Runs git in the folder of the command. Never asks for a password, never takes locks, never runs a hook. */
export type Git = (args: readonly string[]) => Promise<GitAnswer>;

/** Node would cut at 1 MiB; no document that Docket reads is longer than this. */
const most = 256 * 1024 * 1024;

/** The git of this machine. */
export function nodeGit(cwd: string, env: { readonly [name: string]: string | undefined }): Git {
  const quiet = { ...process.env, ...env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
  return (args) =>
    new Promise((resolve) => {
      execFile("git", [...args], { cwd, env: quiet, encoding: "buffer", maxBuffer: most }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        resolve({ code, stdout, stderr: stderr.toString("utf8") });
      });
    });
}

/** Standard output as trimmed text; undefined when git failed. */
export async function gitText(git: Git, ...args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await git(args);
  return code === 0 ? new TextDecoder().decode(stdout).trim() : undefined;
}
