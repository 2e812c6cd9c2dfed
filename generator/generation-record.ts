import { join } from "node:path";
import type { Host } from "./host.ts";
import { isLockOf, type Lock, lockPath, parseLock, printLock, sha256 } from "./lock.ts";
import { readText } from "./output-folder.ts";
import type { LoadedProject } from "./project.ts";
import { toolFingerprint, toolVersion } from "./tool.ts";

/**
 * Whether the output folder already holds what these documents give: its lock names exactly these inputs, every file it
 * lists is there unchanged, and the code that generates is the same. Loads neither a parser nor TypeScript.
 */
export async function wasGeneratedFrom(host: Host, loaded: LoadedProject, folder: string): Promise<boolean> {
  const text = await readText(host.files, join(folder, lockPath));
  if (text === undefined) return false;
  const lock = parseLock(text);
  if (!isLockOf(lock, loaded.project, toolVersion()) || !(await isSameTool(host, loaded.root, lock))) return false;
  for (const [path, hash] of Object.entries(lock.files)) {
    const bytes = await host.files.read(join(folder, path));
    if (typeof bytes === "string" || sha256(bytes) !== hash) return false;
  }
  return true;
}

/** Notes, in the cache of the project's node_modules, which code generated this lock. */
export async function rememberGeneration(host: Host, root: string, lock: Lock): Promise<void> {
  const fingerprint = await toolFingerprint(host.files);
  if (fingerprint === toolVersion()) return;
  await host.files.change(join(root, cacheFolder), {
    write: [{ path: recordPath(lock), bytes: fingerprint }],
    remove: [],
  });
}

/** An installed docket is its version, and the lock states it; a docket run from its sources may have changed since. */
async function isSameTool(host: Host, root: string, lock: Lock): Promise<boolean> {
  const fingerprint = await toolFingerprint(host.files);
  if (fingerprint === toolVersion()) return true;
  return (await readText(host.files, join(root, cacheFolder, recordPath(lock)))) === fingerprint;
}

const cacheFolder = "node_modules/.cache/docket";

function recordPath(lock: Lock): string {
  return `generated-by-${sha256(printLock(lock)).slice(0, 16)}`;
}
