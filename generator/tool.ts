import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "./host.ts";

/** The version of this docket. */
export function toolVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)("docket/package.json");
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "0.0.0";
}

/**
 * What identifies the code that generates: the version, where docket is installed as a package; a hash of the sources,
 * where it runs from its repository and may change without a new version.
 */
export async function toolFingerprint(files: Files): Promise<string> {
  const here = fileURLToPath(import.meta.url);
  if (!here.endsWith(".ts")) return toolVersion();
  const folder = dirname(here);
  const listed = await files.list(folder);
  const hash = createHash("sha256");
  for (const path of typeof listed === "string" ? [] : listed) {
    if (!path.endsWith(".ts") && path !== "package.json") continue;
    const bytes = await files.read(join(folder, path));
    hash.update(path).update(typeof bytes === "string" ? "" : bytes);
  }
  return hash.digest("hex");
}
