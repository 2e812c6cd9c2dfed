import { type Diagnostic, hasErrors } from "../diagnostic.ts";
import type { Document } from "../document.ts";
import type { Git } from "../git.ts";
import type { Host } from "../host.ts";
import { loadProject } from "../load-project.ts";
import { normalizeProject } from "../pipeline.ts";
import { findBaseline } from "./find-baseline.ts";
import { loadCompared, loadRevision } from "./load-compared.ts";
import type { ComparedSide } from "./open-compared.ts";
import { textsOf } from "./project-texts.ts";

/** A document with the name reports give it. */
export interface NamedDocument {
  readonly label: string;
  readonly document: Document;
}

/** Both documents of a comparison, or a note that says why one is missing. */
export interface ComparedDocuments {
  readonly base?: NamedDocument;
  readonly head?: NamedDocument;
  readonly note?: string;
  /** Set when there is nothing to compare with, and that is no failure. */
  readonly done?: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Loads what a comparison is about: up to two names, the rest from git and from what the documents say now. */
export async function loadDocuments(
  names: readonly string[],
  config: string | undefined,
  host: Host,
  git: Git,
): Promise<ComparedDocuments> {
  const [baseName, headName] = names;
  const read = headName === undefined ? await loadPresent(config, host) : await loadCompared(headName, host, git);
  if (read.problem !== undefined) return { note: read.problem, diagnostics: read.diagnostics, texts: read.texts };
  const found =
    baseName === undefined ? await loadBaseline(outputOf(read), host, git) : await loadCompared(baseName, host, git);
  const [base, head] = alike(found, read);
  // Oddities of pages are what generate tells; here only what kept a page from being read counts.
  const diagnostics = [...base.diagnostics, ...head.diagnostics].filter(({ severity }) => severity === "error");
  const texts = new Map([...base.texts, ...head.texts]);
  return { ...named("base", base), ...named("head", head), ...noteOf(base), diagnostics, texts };
}

/** What one side states is compared with what the other states; once one had to be normalized, both are. */
function alike(base: BaselineSide, head: ComparedSide): readonly [BaselineSide, ComparedSide] {
  const isOne = (base.normalize === undefined) !== (head.normalize === undefined);
  const isBoth = base.document !== undefined && head.document !== undefined;
  return isOne && isBoth ? [base.normalize?.() ?? base, head.normalize?.() ?? head] : [base, head];
}

/** What the documents say now, with the folder of the generated package. */
interface PresentSide extends ComparedSide {
  readonly output?: string;
}

async function loadPresent(config: string | undefined, host: Host): Promise<PresentSide> {
  const loaded = await loadProject(host, { config });
  const label = "the documents now";
  const texts = textsOf(loaded);
  if (hasErrors(loaded.diagnostics))
    return { label, problem: "the project cannot be read", diagnostics: loaded.diagnostics, texts };
  const normalized = normalizeProject(loaded.project);
  const diagnostics = [...loaded.diagnostics, ...normalized.diagnostics];
  if (hasErrors(diagnostics)) return { label, problem: "the documents hold an error", diagnostics, texts };
  return { label, document: normalized.document, diagnostics, texts, output: loaded.project.config.output };
}

function outputOf(head: ComparedSide & { readonly output?: string }): string {
  return head.output ?? "generated";
}

interface BaselineSide extends ComparedSide {
  readonly done?: boolean;
}

async function loadBaseline(output: string, host: Host, git: Git): Promise<BaselineSide> {
  const baseline = await findBaseline(git, host.env);
  if (!baseline.found) return { label: "", problem: baseline.message, diagnostics: [], texts: new Map() };
  const side = await loadRevision(baseline.commit, `./${output}/openapi.yaml`, git);
  const label = `${baseline.branch.replace(/^refs\/(?:remotes|heads)\//, "")}:${output}/openapi.yaml`;
  if (side.problem === undefined || side.diagnostics.length > 0) return { ...side, label };
  const problem = `there is no ${output}/openapi.yaml where this branch started (${baseline.commit.slice(0, 12)}): nothing to compare with`;
  return { ...side, label, problem, done: true };
}

function named(
  side: "base" | "head",
  { label, document }: ComparedSide,
): { readonly [Name in "base" | "head"]?: NamedDocument } {
  return document === undefined ? {} : { [side]: { label, document } };
}

function noteOf({ problem, done }: BaselineSide): Pick<ComparedDocuments, "note" | "done"> {
  return { ...(problem === undefined ? {} : { note: problem }), ...(done === undefined ? {} : { done }) };
}
