import { lstat, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { type FileProblem, type Files, type FolderChange, LinkedFolderError } from "./host.ts";

/** Twice what a document may have, so that a document too large is told as one. */
const defaultLimit = 64 * 1024 * 1024;

/** The files of this machine. */
export const nodeFiles: Files = { read: readRegularFile, list: listFolder, change: changeFolder };

async function readRegularFile(path: string, limit = defaultLimit): Promise<Uint8Array | FileProblem> {
  try {
    // A FIFO or a device would block on open: look before.
    if (!(await stat(path)).isFile()) return "not-a-file";
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      return size > limit ? "too-large" : new Uint8Array(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    return problemOf(error);
  }
}

async function listFolder(folder: string): Promise<readonly string[] | FileProblem> {
  const found: string[] = [];
  const waiting = [""];
  try {
    for (let under = waiting.pop(); under !== undefined; under = waiting.pop()) {
      for (const entry of await readdir(join(folder, under), { withFileTypes: true })) {
        if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
        const path = under === "" ? entry.name : `${under}/${entry.name}`;
        if (entry.isDirectory()) waiting.push(path);
        else if (entry.isFile()) found.push(path);
      }
    }
  } catch (error) {
    return problemOf(error);
  }
  return found.sort();
}

async function changeFolder(folder: string, change: FolderChange): Promise<void> {
  const targets = change.write.map((file) => ({ ...file, target: inside(folder, file.path) }));
  const removed = change.remove.map((path) => inside(folder, path));
  await mkdir(folder, { recursive: true });
  const staging = await mkdtemp(join(folder, ".docket-"));
  try {
    await forEachOf([...targets.entries()], ([index, file]) => writeFile(join(staging, String(index)), file.bytes));
    for (const path of new Set(targets.map(({ target }) => dirname(target)))) await makeInside(folder, path);
    for (const path of new Set(removed.map((target) => dirname(target)))) await refuseLinks(folder, path);
    await forEachOf([...targets.entries()], ([index, { target }]) => rename(join(staging, String(index)), target));
    for (const path of removed) await rm(path, { force: true });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Makes a folder that is not reached through a link. */
async function makeInside(folder: string, path: string): Promise<void> {
  await refuseLinks(folder, path);
  await mkdir(path, { recursive: true });
}

async function refuseLinks(folder: string, path: string): Promise<void> {
  for (let at = path; at.startsWith(resolve(folder) + sep); at = dirname(at)) {
    const found = await lstat(at).catch(() => undefined);
    if (found?.isSymbolicLink() === true) throw new LinkedFolderError(`${at} is a link, which Docket does not follow`);
  }
}

/** Does something for every item, a few at a time: more would run out of open files. */
async function forEachOf<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += 16) {
    // All of them end before one that failed is heard of: nothing is written any more when the caller cleans up.
    const outcomes = await Promise.allSettled(items.slice(at, at + 16).map(act));
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    if (failed) throw failed.reason;
  }
}

/** Thrown when a path to write would leave its folder: a bug of the caller, never a matter of input. */
export class PathEscapeError extends Error {
  override readonly name = "PathEscapeError";
}

function inside(folder: string, path: string): string {
  const target = resolve(folder, path);
  if (!target.startsWith(resolve(folder) + sep)) throw new PathEscapeError(`${path} is not inside ${folder}`);
  return target;
}

function problemOf(error: unknown): FileProblem {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "missing";
  if (code === "ENOTDIR") return "not-a-folder";
  if (code === "EISDIR") return "not-a-file";
  return "unreadable";
}
