import { join } from "node:path";
import type { Files } from "./host.ts";
import { lockPath, parseLock } from "./lock.ts";
import type { EmittedFile } from "./plan.ts";

/** How a folder differs from what it should hold. */
export interface FolderComparison {
  readonly changed: ReadonlyMap<string, "new" | "changed">;
  /** Files that an earlier generation wrote, by its lock, and this one does not. */
  readonly stale: readonly string[];
}

/** Compares a folder with the files it should hold, byte for byte; files that no lock names are nobody's business. */
export async function compareFolder(
  files: Files,
  folder: string,
  wanted: readonly EmittedFile[],
): Promise<FolderComparison> {
  const changed = new Map<string, "new" | "changed">();
  const isFirst = (await files.list(folder)) === "missing";
  for (const { path, text } of wanted) {
    const bytes = isFirst ? "missing" : await files.read(join(folder, path));
    if (typeof bytes === "string") changed.set(path, "new");
    else if (Buffer.compare(bytes, Buffer.from(text)) !== 0) changed.set(path, "changed");
  }
  const named = new Set(wanted.map(({ path }) => path));
  const earlier = isFirst ? undefined : await readText(files, join(folder, lockPath));
  const candidates = Object.keys(parseLock(earlier ?? "").files).filter((path) => !named.has(path) && isInside(path));
  const stale: string[] = [];
  for (const path of candidates.sort()) {
    if (typeof (await files.read(join(folder, path))) !== "string") stale.push(path);
  }
  return { changed, stale };
}

/** The text of a file, undefined when it cannot be read. */
export async function readText(files: Files, path: string): Promise<string | undefined> {
  const bytes = await files.read(path);
  return typeof bytes === "string" ? undefined : new TextDecoder().decode(bytes);
}

/** A lock comes from a checkout: a path in it must not lead out of the folder. */
function isInside(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !path.split(/[\\/]/).includes("..");
}
