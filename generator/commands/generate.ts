import { join, resolve } from "node:path";
import { type Diagnostic, hasErrors } from "../diagnostic.ts";
import { rememberGeneration, wasGeneratedFrom } from "../generation-record.ts";
import type { Files, Host } from "../host.ts";
import { loadProject } from "../load-project.ts";
import { lockFor, lockPath, parseLock, printLock } from "../lock.ts";
import { compareFolder, type FolderComparison, readText } from "../output-folder.ts";
import { type Paint, paintFor } from "../paint.ts";
import type { GeneratedClient } from "../pipeline.ts";
import type { PlannedSource } from "../plan.ts";
import { countDiagnostics, printDiagnostics } from "../print-diagnostics.ts";
import type { LoadedProject } from "../project.ts";
import { jsonLine } from "../safe-json.ts";
import { safe } from "../terminal-text.ts";
import { toolVersion } from "../tool.ts";
import { documentsOption } from "./documents-option.ts";
import { generateProject } from "./generate-project.ts";
import { parseOptions } from "./parse-options.ts";
import { textsOf } from "./project-texts.ts";

/** What `docket generate --help` prints. */
export const help = `docket generate [documents] [--out folder] [--config file] [--notes] [--force] [--json]

Writes the client package from the documents: those that docket.yaml names, or those of one folder or file.
Prints a line per document, the warnings about them, and what changed in the package.

  --documents     the documents, instead of the plain word
  --out folder    where to write (default: what docket.yaml says, else generated)
  --config file   another docket.yaml
  --notes         show the notes too: what was noticed and needs nothing done
  --force         read and write anew even when nothing has changed
  --json          one JSON object on standard output instead

Examples:
  docket generate
  docket generate pages/acme --out clients/acme

Exit code: 0 done, 2 the documents hold an error and nothing was written.
`;

/** Documents → client package in the output folder. */
export async function generate(args: readonly string[], host: Host): Promise<number> {
  const { values, positionals } = parseOptions(args, options, 1);
  const loaded = await loadProject(host, {
    documents: documentsOption(values, positionals),
    config: values.config,
    out: values.out,
    instead: "docket generate <folder> --out <dir>",
  });
  const folder = resolve(loaded.root, loaded.project.config.output);
  const format = values.json === true ? "json" : values.notes === true ? "notes" : "text";
  // JSON and notes tell what is in the documents, which the hashes of the lock do not know.
  const mayRest = values.force !== true && format === "text" && loaded.diagnostics.length === 0;
  if (mayRest && (await wasGeneratedFrom(host, loaded, folder))) {
    const noticed = await readNoticed(host.files, folder);
    host.out(
      `${loaded.project.config.output} is up to date${noticed === "" ? "" : ` (${noticed}: --notes shows them)`}\n`,
    );
    return 0;
  }
  return write(host, loaded, folder, format);
}

const options = {
  documents: { type: "string" },
  out: { type: "string" },
  config: { type: "string" },
  notes: { type: "boolean" },
  force: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** What is printed: everything as one JSON object, or text with the notes in full or counted. */
type Format = "json" | "notes" | "text";

async function readNoticed(files: Files, folder: string): Promise<string> {
  return parseLock((await readText(files, join(folder, lockPath))) ?? "").noticed;
}

async function write(host: Host, loaded: LoadedProject, folder: string, format: Format): Promise<number> {
  // Only here, when there is work: the stages bring parsers and TypeScript with them.
  const generated = await generateProject(host, loaded.project);
  const diagnostics = [...loaded.diagnostics, ...generated.diagnostics];
  const failed = hasErrors(diagnostics);
  const changes = failed
    ? undefined
    : await writePackage(host, loaded, folder, generated, countDiagnostics(diagnostics));
  const report: Report = { sources: generated.sources, diagnostics, changes, output: loaded.project.config.output };
  if (format === "json") host.out(printJson(report));
  else printText(host, report, loaded, format);
  return failed ? 2 : 0;
}

async function writePackage(
  host: Host,
  loaded: LoadedProject,
  folder: string,
  generated: GeneratedClient,
  noticed: string,
): Promise<FolderComparison> {
  const lock = lockFor(loaded.project, toolVersion(), noticed, generated.sources, generated.files);
  const files = [...generated.files, { path: lockPath, text: printLock(lock) }];
  const { changed, stale } = await compareFolder(host.files, folder, files);
  const written = files.filter(({ path }) => changed.has(path)).map(({ path, text }) => ({ path, bytes: text }));
  const news = changed.get("openapi.yaml") === "changed" ? await writeNews(host, folder, generated) : [];
  await host.files.change(folder, { write: [...written, ...news], remove: stale });
  await rememberGeneration(host, loaded.root, lock);
  return { changed: new Map([...changed, ...news.map(({ path }) => [path, "changed"] as const)]), stale };
}

/** The changelog, told what changed; nothing when that concerns no caller. */
async function writeNews(
  host: Host,
  folder: string,
  { document }: GeneratedClient,
): Promise<readonly { readonly path: string; readonly bytes: string }[]> {
  // Only here: a first generation has nothing to compare with.
  const { changelogPath, updateChangelog } = await import("./update-changelog.ts");
  const changelog = await updateChangelog(host, folder, document);
  return changelog === undefined ? [] : [{ path: changelogPath, bytes: changelog }];
}

interface Report {
  readonly sources: readonly PlannedSource[];
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: FolderComparison | undefined;
  readonly output: string;
}

function printText(host: Host, report: Report, loaded: LoadedProject, format: "notes" | "text"): void {
  const paint = paintFor(host);
  const unread = new Set(report.diagnostics.filter(({ severity }) => severity === "error").map(({ file }) => file));
  for (const source of report.sources) host.out(`${printSource(source, unread, paint)}\n`);
  const shown =
    format === "notes" ? report.diagnostics : report.diagnostics.filter(({ severity }) => severity !== "note");
  host.err(printDiagnostics(shown, textsOf(loaded), paint));
  const count = countDiagnostics(report.diagnostics);
  const hidden = shown.length < report.diagnostics.length ? " (--notes shows the notes)" : "";
  if (count !== "") host.err(`${count}${hidden}\n`);
  if (report.changes === undefined) host.err("nothing was written\n");
  else host.out(printChanges(report.changes, report.output, paint));
}

function printSource(source: PlannedSource, unread: ReadonlySet<string | undefined>, paint: Paint): string {
  if (source.format === "none" && unread.has(source.file)) return `${safe(source.file)}: not readable, see below`;
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
  const removed = changes?.stale ?? [];
  const upToDate = changes !== undefined && written.length === 0 && removed.length === 0;
  return jsonLine({ upToDate, documents: sources, diagnostics, written, removed });
}
