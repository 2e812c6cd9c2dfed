import { resolve } from "node:path";
import { type Diagnostic, hasErrors } from "../diagnostic.ts";
import type { Host } from "../host.ts";
import { loadProject, type ProjectRequest } from "../load-project.ts";
import { lockFor, lockPath, printLock } from "../lock.ts";
import { compareFolder, readText } from "../output-folder.ts";
import { paintFor } from "../paint.ts";
import type { EmittedFile } from "../plan.ts";
import { countDiagnostics, printDiagnostics } from "../print-diagnostics.ts";
import { jsonLine } from "../safe-json.ts";
import { safe } from "../terminal-text.ts";
import { toolVersion } from "../tool.ts";
import { docketCommand } from "./docket-command.ts";
import { documentsOption } from "./documents-option.ts";
import { generateProject } from "./generate-project.ts";
import { parseOptions } from "./parse-options.ts";
import { textsOf } from "./project-texts.ts";

/** What `docket check --help` prints. */
export const help = `docket check [documents] [--out folder] [--config file] [--json]

Says whether the generated package is what the documents say today: generates in memory and compares, byte for byte.
dist/ is not compared: git does not keep it.

  --documents     the documents, instead of the plain word
  --out folder    where the package is (default: what docket.yaml says, else generated)
  --config file   another docket.yaml
  --json          one JSON object on standard output: stale files, and everything noticed in the documents

Examples, in CI:
  docket check
  docket check pages/acme --out clients/acme

Exit code: 0 current, 2 the documents hold an error, 3 stale (then run docket generate, and commit).
`;

/** A generated file that is not what the documents give. */
export interface StaleFile {
  readonly path: string;
  readonly why: "missing" | "changed" | "left over";
  /** The first line that differs, from 1; absent for files that are missing or left over. */
  readonly line?: number;
  readonly is?: string;
  readonly shouldBe?: string;
}

/** Generates in memory and compares with the output folder. */
export async function check(args: readonly string[], host: Host): Promise<number> {
  const { values, positionals } = parseOptions(
    args,
    { documents: { type: "string" }, out: { type: "string" }, config: { type: "string" }, json: { type: "boolean" } },
    1,
  );
  const given = { documents: documentsOption(values, positionals), config: values.config };
  const loaded = await loadProject(host, {
    ...given,
    out: values.out,
    instead: "docket check <folder> --out <dir>",
  });
  const generated = await generateProject(host, loaded.project);
  const diagnostics = [...loaded.diagnostics, ...generated.diagnostics];
  const paint = paintFor(host);
  if (hasErrors(diagnostics)) {
    if (values.json === true) host.out(jsonLine({ stale: [], diagnostics }));
    host.err(`${printDiagnostics(diagnostics, textsOf(loaded), paint)}${countDiagnostics(diagnostics)}\n`);
    return 2;
  }
  const { output } = loaded.project.config;
  const lock = lockFor(
    loaded.project,
    toolVersion(),
    countDiagnostics(diagnostics),
    generated.sources,
    generated.files,
  );
  const files = [...generated.files, { path: lockPath, text: printLock(lock) }];
  const stale = await findStaleFiles(host, resolve(loaded.root, output), files);
  if (values.json === true) host.out(jsonLine({ stale, diagnostics }));
  else
    host.out(
      stale.length === 0
        ? `${output} is what the documents say${noticedText(diagnostics)}\n`
        : stale.map((file) => printStale(output, file)).join(""),
    );
  if (stale.length > 0)
    host.err(`${paint("yellow", "stale")}: run ${generateCommand(values.out, given)} and commit ${output}\n`);
  return stale.length === 0 ? 0 : 3;
}

/** What brings the package up to date: the same documents, the same folder. */
function generateCommand(out: string | undefined, given: ProjectRequest): string {
  return docketCommand(["generate", ...(out === undefined ? [] : ["--out", out])], given);
}

function noticedText(diagnostics: readonly Diagnostic[]): string {
  const count = countDiagnostics(diagnostics);
  return count === "" ? "" : ` (${count}: docket generate --notes shows them)`;
}

async function findStaleFiles(
  host: Host,
  folder: string,
  files: readonly EmittedFile[],
): Promise<readonly StaleFile[]> {
  const kept = files.filter(({ path }) => !path.startsWith("dist/"));
  const { changed, stale } = await compareFolder(host.files, folder, kept);
  const texts = new Map(kept.map(({ path, text }) => [path, text]));
  const found: StaleFile[] = [];
  for (const [path, how] of changed) {
    if (how === "new") found.push({ path, why: "missing" });
    else found.push(await firstDifference(host, folder, path, texts.get(path) ?? ""));
  }
  const leftOver = stale
    .filter((path) => !path.startsWith("dist/"))
    .map((path): StaleFile => ({ path, why: "left over" }));
  return [...telling(found), ...leftOver];
}

async function firstDifference(host: Host, folder: string, path: string, wanted: string): Promise<StaleFile> {
  const is = ((await readText(host.files, resolve(folder, path))) ?? "").split("\n");
  const shouldBe = wanted.split("\n");
  const differs = (line: string, index: number): boolean => line !== shouldBe[index];
  const body = is.findIndex((line, index) => differs(line, index) && !isSourceHash(line));
  const at = body >= 0 ? body : is.findIndex(differs);
  const index = at < 0 ? is.length : at;
  return { path, why: "changed", line: index + 1, is: is[index] ?? "", shouldBe: shouldBe[index] ?? "" };
}

/** Every file names the hash of its sources: one that differs in nothing else says nothing that the others do not. */
function telling(files: readonly StaleFile[]): readonly StaleFile[] {
  const bodies = files.filter(({ why, is = "" }) => why !== "changed" || !isSourceHash(is));
  return bodies.some(({ path }) => path !== lockPath) ? bodies.filter(({ path }) => path !== lockPath) : files;
}

function isSourceHash(line: string): boolean {
  return /Sources: sha256 [0-9a-f]{64}/.test(line);
}

function printStale(output: string, file: StaleFile): string {
  if (file.why !== "changed") return `${output}/${safe(file.path)}: ${file.why}\n`;
  return `${output}/${safe(file.path)}:${file.line}\n  | is        ${safe(file.is ?? "", 140)}\n  | should be ${safe(file.shouldBe ?? "", 140)}\n`;
}
