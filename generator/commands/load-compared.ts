import { resolve } from "node:path";
import { type Git, gitText } from "../git.ts";
import type { FileProblem, Host } from "../host.ts";
import type { ProjectFile } from "../project.ts";
import { quote } from "../terminal-text.ts";
import { type ComparedSide, failed, openCompared, openFolder } from "./open-compared.ts";
import { readTree } from "./read-tree.ts";
import { shellWord } from "./shell-word.ts";

/** Loads what a command line names: a file, a folder of documents, or `<git-ref>:<path>` of either. */
export async function loadCompared(name: string, host: Host, git: Git): Promise<ComparedSide> {
  const bytes = await host.files.read(resolve(host.cwd, name));
  if (typeof bytes !== "string") return openCompared(name, { path: name, bytes });
  if (bytes === "not-a-file") return loadFolder(name, host);
  const [, reference, path] = /^([^:]{2,}):(.+)$/s.exec(name) ?? [];
  if (reference === undefined || path === undefined) return failed(name, `${quote(name)} ${problemTexts[bytes]}.`);
  return loadRevision(reference, path, git);
}

/** Loads a path as it is in a revision. */
export async function loadRevision(reference: string, path: string, git: Git): Promise<ComparedSide> {
  const label = `${reference}:${path}`;
  const commit = await gitText(git, "rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`);
  if (commit === undefined) {
    return failed(
      label,
      `git knows no revision ${quote(reference)} here. Run:\n\n  git fetch --no-tags --depth=1 origin ${shellWord(reference)}`,
    );
  }
  const { code, stdout } = await git(["cat-file", "blob", `${commit}:${path}`]);
  if (code === 0) return openCompared(label, { path: label, bytes: stdout });
  const folder = await readTree(git, `${commit}:${path}`);
  if (folder === undefined) return failed(label, `${quote(path)} is not in ${quote(reference)}.`);
  return openFolder(
    label,
    folder.map((file) => ({ ...file, path: within(label, file.path) })),
  );
}

async function loadFolder(name: string, host: Host): Promise<ComparedSide> {
  const listed = await host.files.list(resolve(host.cwd, name));
  if (typeof listed === "string") return failed(name, `${quote(name)} ${problemTexts[listed]}.`);
  const files: ProjectFile[] = [];
  for (const inner of listed) {
    const path = within(name, inner);
    const bytes = await host.files.read(resolve(host.cwd, path));
    if (typeof bytes === "string") return failed(name, `${quote(path)} ${problemTexts[bytes]}.`);
    files.push({ path, bytes });
  }
  return openFolder(name, files);
}

function within(folder: string, inner: string): string {
  return `${folder.replace(/\/$/, "")}/${inner}`;
}

const problemTexts: Readonly<Record<FileProblem, string>> = {
  missing: "does not exist",
  "not-a-file": "is no regular file",
  "not-a-folder": "is neither a file nor a folder",
  "too-large": "is larger than 64 MiB",
  unreadable: "cannot be read",
};
