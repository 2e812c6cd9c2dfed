import { resolve } from "node:path";
import { type Diagnostic, hasErrors } from "../diagnostic.ts";
import { stateDocument } from "../diff/state-document.ts";
import type { Document } from "../document.ts";
import { type Git, gitText } from "../git.ts";
import type { FileProblem, Host } from "../host.ts";
import { objectMember, stringMember } from "../json.ts";
import { normalizeProject, readDocuments } from "../pipeline.ts";
import type { ProjectFile } from "../project.ts";
import { quote } from "../terminal-text.ts";
import { shellWord } from "./shell-word.ts";

/** A side of a comparison, or why there is none; diagnostics may come with either. */
export interface ComparedSide {
  /** What it is called in reports. */
  readonly label: string;
  readonly document?: Document;
  readonly problem?: string;
  /** The same made into a document as `docket generate` would; absent where that was done. */
  readonly normalize?: () => ComparedSide;
  readonly diagnostics: readonly Diagnostic[];
  /** Text of the document, by path, for excerpts. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Loads what a command line names: a file, or `<git-ref>:<path>`. */
export async function loadCompared(name: string, host: Host, git: Git): Promise<ComparedSide> {
  const bytes = await host.files.read(resolve(host.cwd, name));
  if (typeof bytes !== "string") return openCompared(name, { path: name, bytes });
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
  if (code !== 0) return failed(label, `${quote(path)} is not in ${quote(reference)}.`);
  return openCompared(label, { path: label, bytes: stdout });
}

const problemTexts: Readonly<Record<FileProblem, string>> = {
  missing: "does not exist",
  "not-a-file": "is no regular file",
  "not-a-folder": "is no file",
  "too-large": "is larger than 64 MiB",
  unreadable: "cannot be read",
};

function failed(label: string, problem: string): ComparedSide {
  return { label, problem, diagnostics: [], texts: new Map() };
}

/** Opens bytes as one side: OpenAPI 3 is compared as it states itself; every other shape is first made into a document, as `docket generate` would. */
export function openCompared(label: string, file: ProjectFile): ComparedSide {
  const { documents, diagnostics } = readDocuments([file]);
  const texts = new Map([[file.path, new TextDecoder().decode(file.bytes)]]);
  if (hasErrors(diagnostics)) return { label, problem: `${quote(label)} cannot be read.`, diagnostics, texts };
  const [only, ...more] = documents;
  if (
    only !== undefined &&
    more.length === 0 &&
    stringMember(only.openapi, "openapi")?.startsWith("3.") === true &&
    only.format === "openapi"
  ) {
    const document = stateDocument(only.openapi);
    const stated: ComparedSide = { label, document, diagnostics: [], texts };
    const isGenerated = objectMember(only.openapi, "x-docket-gateways") !== undefined;
    return isGenerated ? stated : { ...stated, normalize: () => normalizeSide(label, file, texts) };
  }
  // A page without an operation has lost them all, or has none yet: both are worth comparing.
  if (only === undefined) {
    const empty: ComparedSide = { label, document: stateDocument({}), diagnostics: [], texts };
    return { ...empty, normalize: () => empty };
  }
  return normalizeSide(label, file, texts);
}

function normalizeSide(label: string, file: ProjectFile, texts: ReadonlyMap<string, string>): ComparedSide {
  const gateway = { id: "default", documents: [], queue: "fal-gateway", protocols: [] };
  const config = { package: "compared", version: "0.0.0", output: "", gateways: [gateway], overlays: [] };
  const normalized = normalizeProject({ config, pages: [{ ...file, gateway: "default" }], overlays: [] });
  return { label, document: withoutGuesses(normalized.document), diagnostics: normalized.diagnostics, texts };
}

/** Without a configuration no one said how the gateway takes keys or queues jobs: what was assumed is no fact to compare. */
function withoutGuesses(document: Document): Document {
  const gateways = Object.entries(document["x-docket-gateways"]).map(([id, { server }]) => {
    return [id, { ...(server === undefined ? {} : { server }), auth: "none", queue: "none" }] as const;
  });
  return { ...document, "x-docket-gateways": Object.fromEntries(gateways) };
}
