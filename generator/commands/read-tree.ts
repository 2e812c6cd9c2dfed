import type { Git } from "../git.ts";

/** A file of a folder in git. */
export interface TreeFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The regular files of a folder in git, named as `commit:folder`, as `Files.list` would list it; undefined when there is no such folder. */
export async function readTree(git: Git, tree: string): Promise<readonly TreeFile[] | undefined> {
  const listing = await git(["ls-tree", "-r", "-z", "--full-tree", tree]);
  if (listing.code !== 0) return undefined;
  const files: TreeFile[] = [];
  for (const entry of new TextDecoder().decode(listing.stdout).split("\0")) {
    // 100644 and 100755; links and submodules have other modes.
    const [, object, path] = /^100\d{3} blob (\w+)\t(.+)$/s.exec(entry) ?? [];
    if (object === undefined || path === undefined || isHidden(path)) continue;
    const { stdout } = await git(["cat-file", "blob", object]);
    files.push({ path, bytes: stdout });
  }
  return files;
}

function isHidden(path: string): boolean {
  return path.split("/").some((name) => name.startsWith(".") || name === "node_modules");
}
