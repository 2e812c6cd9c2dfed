import { resolve } from "node:path";
import { type Diagnostic, hasErrors } from "../diagnostic.ts";
import { rememberGeneration, wasGeneratedFrom } from "../generation-record.ts";
import type { Host } from "../host.ts";
import { loadProject } from "../load-project.ts";
import { lockFor, lockPath, printLock } from "../lock.ts";
import { compareFolder, type FolderComparison } from "../output-folder.ts";
import { type Paint, paintFor } from "../paint.ts";
import type { GeneratedClient } from "../pipeline.ts";
import type { PlannedSource } from "../plan.ts";
import { countDiagnostics, printDiagnostics } from "../print-diagnostics.ts";
import type { LoadedProject } from "../project.ts";
import { safe } from "../terminal-text.ts";
import { toolVersion } from "../tool.ts";
import { generateProject } from "./generate-project.ts";
import { parseOptions } from "./parse-options.ts";
import { textsOf } from "./project-texts.ts";

/** What `docket generate --help` prints. */
export const help = `docket generate [documents] [--out folder] [--config file] [--json]

Writes the client package from the documents: those that docket.yaml names, or those of one folder or file.
Prints a line per document, what was noticed in them, and what changed in the package.

  --out folder    where to write (default: what docket.yaml says, else generated)
  --config file   another docket.yaml
  --force         write anew even when nothing has changed
  --json          one JSON object on standard output instead

Examples:
  docket generate
  docket generate pages/acme --out clients/acme

Exit code: 0 done, 2 the documents hold an error and nothing was written.
`;

/** Documents → client package in the output folder. */
export async function generate(args: readonly string[], host: Host): Promise<number> {
  const { values, positionals } = parseOptions(
    args,
    { out: { type: "string" }, config: { type: "string" }, force: { type: "boolean" }, json: { type: "boolean" } },
    1,
  );
  const loaded = await loadProject(host, { documents: positionals[0], config: values.config, out: values.out });
  const folder = resolve(loaded.root, loaded.project.config.output);
  if (values.force !== true && loaded.diagnostics.length === 0 && (await wasGeneratedFrom(host, loaded, folder))) {
    host.out(
      values.json === true
        ? `${JSON.stringify({ upToDate: true })}\n`
        : `${loaded.project.config.output} is up to date\n`,
    );
    return 0;
  }
  return write(host, loaded, folder, values.json === true ? "json" : "text");
}

async function write(host: Host, loaded: LoadedProject, folder: string, format: "json" | "text"): Promise<number> {
  // Only here, when there is work: the stages bring parsers and TypeScript with them.
  const generated = await generateProject(host, loaded.project);
  const diagnostics = [...loaded.diagnostics, ...generated.diagnostics];
  const failed = hasErrors(diagnostics);
  const changes = failed ? undefined : await writePackage(host, loaded, folder, generated);
  const report: Report = { sources: generated.sources, diagnostics, changes, output: loaded.project.config.output };
  if (format === "json") host.out(printJson(report));
  else printText(host, report, loaded, paintFor(host));
  return failed ? 2 : 0;
}

async function writePackage(
  host: Host,
  loaded: LoadedProject,
  folder: string,
  generated: GeneratedClient,
): Promise<FolderComparison> {
  const lock = lockFor(loaded.project, toolVersion(), generated.sources, generated.files);
  const files = [...generated.files, { path: lockPath, text: printLock(lock) }];
  const { changed, stale } = await compareFolder(host.files, folder, files);
  const { changelogPath, updateChangelog } = await import("./update-changelog.ts");
  const isNews = changed.get("openapi.yaml") === "changed";
  const changelog = isNews ? await updateChangelog(host, folder, generated.document) : undefined;
  const written = files.filter(({ path }) => changed.has(path)).map(({ path, text }) => ({ path, bytes: text }));
  const news = changelog === undefined ? [] : [{ path: changelogPath, bytes: changelog }];
  await host.files.change(folder, { write: [...written, ...news], remove: stale });
  await rememberGeneration(host, loaded.root, lock);
  return { changed: new Map([...changed, ...news.map(({ path }) => [path, "changed"] as const)]), stale };
}

interface Report {
  readonly sources: readonly PlannedSource[];
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: FolderComparison | undefined;
  readonly output: string;
}

function printText(host: Host, report: Report, loaded: LoadedProject, paint: Paint): void {
  for (const source of report.sources) host.out(`${printSource(source, paint)}\n`);
  host.err(printDiagnostics(report.diagnostics, textsOf(loaded), paint));
  const count = countDiagnostics(report.diagnostics);
  if (count !== "") host.err(`${count}\n`);
  if (report.changes === undefined) host.err("nothing was written\n");
  else host.out(printChanges(report.changes, report.output, paint));
}

function printSource(source: PlannedSource, paint: Paint): string {
  const became = source.operations.map((operation) => safe(operation, 120));
  const shown = became.length > 3 ? [...became.slice(0, 3), `and ${became.length - 3} more`] : became;
  return `${safe(source.file)} ${paint("dim", `(${source.format})`)} → ${shown.length === 0 ? "no operation" : shown.join(", ")}`;
}

function printChanges(changes: FolderComparison, output: string, paint: Paint): string {
  const dist = (path: string): boolean => path.startsWith("dist/");
  const lines = [
    ...[...changes.changed]
      .filter(([path]) => !dist(path))
      .map(([path, how]) => `${how === "new" ? "+" : "~"} ${output}/${path}`),
    ...changes.stale.filter((path) => !dist(path)).map((path) => `- ${output}/${path}`),
  ];
  if (lines.length === 0) return `${output}: unchanged\n`;
  return `${lines.map((line) => paint(line.startsWith("-") ? "red" : "green", line)).join("\n")}\n`;
}

function printJson({ sources, diagnostics, changes }: Report): string {
  const written = changes === undefined ? [] : [...changes.changed.keys()];
  return `${JSON.stringify({ upToDate: false, documents: sources, diagnostics, written, removed: changes?.stale ?? [] })}\n`;
}
