import { type Diagnostic, hasErrors } from "../diagnostic.ts";
import { stateDocument } from "../diff/state-document.ts";
import type { Document } from "../document.ts";
import { objectMember, stringMember } from "../json.ts";
import { normalizeProject, readDocuments } from "../pipeline.ts";
import type { ProjectFile } from "../project.ts";
import { quote } from "../terminal-text.ts";

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

/** Opens bytes as one side: OpenAPI 3 is compared as it states itself; every other shape is first made into a document, as `docket generate` would. */
export function openCompared(label: string, file: ProjectFile): ComparedSide {
  const { documents, diagnostics } = readDocuments([file]);
  const texts = textsOf([file]);
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
    return isGenerated ? stated : { ...stated, normalize: () => normalizeSide(label, [file]) };
  }
  // A page without an operation has lost them all, or has none yet: both are worth comparing.
  if (only === undefined) {
    const empty: ComparedSide = { label, document: stateDocument({}), diagnostics: [], texts };
    return { ...empty, normalize: () => empty };
  }
  return normalizeSide(label, [file]);
}

/** Opens a folder as one side: the documents of one gateway, made into a document as `docket generate <folder>` would. */
export function openFolder(label: string, files: readonly ProjectFile[]): ComparedSide {
  if (files.length === 0) return failed(label, `${quote(label)} holds no document.`);
  const side = normalizeSide(label, files);
  if (!hasErrors(side.diagnostics)) return side;
  const { diagnostics, texts } = side;
  return { label, problem: `${quote(label)} holds an error.`, diagnostics, texts };
}

/** A side that cannot be compared. */
export function failed(label: string, problem: string): ComparedSide {
  return { label, problem, diagnostics: [], texts: new Map() };
}

function normalizeSide(label: string, files: readonly ProjectFile[]): ComparedSide {
  const gateway = { id: "default", documents: [], queue: "fal-gateway", protocols: [] };
  const config = { package: "compared", version: "0.0.0", output: "", gateways: [gateway], overlays: [] };
  const pages = files.map((file) => ({ ...file, gateway: "default" }));
  const normalized = normalizeProject({ config, pages, overlays: [] });
  return {
    label,
    document: withoutGuesses(normalized.document),
    diagnostics: normalized.diagnostics,
    texts: textsOf(files),
  };
}

function textsOf(files: readonly ProjectFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
}

/** Without a configuration no one said how the gateway takes keys or queues jobs: what was assumed is no fact to compare. */
function withoutGuesses(document: Document): Document {
  const gateways = Object.entries(document["x-docket-gateways"]).map(([id, { server }]) => {
    return [id, { ...(server === undefined ? {} : { server }), auth: "none", queue: "none" }] as const;
  });
  return { ...document, "x-docket-gateways": Object.fromEntries(gateways) };
}
