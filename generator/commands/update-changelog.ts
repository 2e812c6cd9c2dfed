import { join } from "node:path";
import { compareDocuments } from "../diff/compare-documents.ts";
import { printChangelog } from "../diff/report/print-changelog.ts";
import { stateDocument } from "../diff/state-document.ts";
import type { Document } from "../document.ts";
import type { Host } from "../host.ts";
import { readText } from "../output-folder.ts";
import { readDocuments } from "../pipeline.ts";

/** Name of the changelog in the output folder. It holds history, so no lock names it and no check compares it. */
export const changelogPath = "CHANGELOG.md";

/**
 * The changelog of the generated package after its document became `head`: what changed against the openapi.yaml that is in
 * the folder, under the version of the package. Undefined when nothing changed, or there was no package before.
 */
export async function updateChangelog(host: Host, folder: string, head: Document): Promise<string | undefined> {
  const bytes = await host.files.read(join(folder, "openapi.yaml"));
  if (typeof bytes === "string") return undefined;
  const { documents } = readDocuments([{ path: "openapi.yaml", bytes }]);
  const [before] = documents;
  if (before === undefined) return undefined;
  const today = new Date().toISOString().slice(0, 10);
  const findings = compareDocuments(stateDocument(before.openapi), head, { today });
  if (findings.length === 0) return undefined;
  const old = (await readText(host.files, join(folder, changelogPath))) ?? "";
  return printChangelog(old, head.info.version, findings);
}
