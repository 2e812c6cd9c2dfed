import { collectInto, type Diagnostic, hasErrors } from "./diagnostic.ts";
import { type Document, httpMethods } from "./document.ts";
import { emitCode } from "./emit/emit-code.ts";
import { emitDocuments } from "./emit/emit-documents.ts";
import { constraintsTable, defaultsTable, endpointEntry, gatewayEntry } from "./emit/endpoint-tables.ts";
import type { CodeEmitter } from "./host.ts";
import { fromEntries, type Json, type JsonObject, member, objectMember, stringMember } from "./json.ts";
import { pointerKeys } from "./json-pointer.ts";
import { sha256 } from "./lock.ts";
import { normalizeDocuments } from "./normalize/normalize-document.ts";
import { planPackage } from "./plan/plan-package.ts";
import type { EmittedFile, EmittedFiles, Plan, PlannedSource } from "./plan.ts";
import type { Project, ProjectFile, ProjectPage } from "./project.ts";
import { readOverlay } from "./read/read-overlay.ts";
import { readSource } from "./read/read-source.ts";
import type { SourceDocument } from "./source-document.ts";
import { toolVersion } from "./tool.ts";

/** Pages as readers left them. */
export interface ReadDocuments {
  readonly documents: readonly SourceDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The one document of a project, with what became of each page and all that was noticed on the way. */
export interface NormalizedProject {
  readonly document: Document;
  readonly sources: readonly PlannedSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A normalized project with the plan of its package; no plan when a diagnostic is an error. */
interface PlannedClient extends NormalizedProject {
  readonly plan?: Plan;
}

/** The files of the generated package; none, and no plan, when a diagnostic is an error. */
export interface GeneratedClient extends PlannedClient {
  readonly files: readonly EmittedFile[];
}

/** `ClientTables` of the runtime, as data. */
export type ClientTablesJson = Readonly<Record<"gateways" | "endpoints" | "defaults" | "constraints", JsonObject>>;

/** Documents → files: read, normalize, plan, emit, and a look at what was emitted before anybody writes it. */
export function generateClient(project: Project): GeneratedClient {
  const planned = planClient(project);
  const { plan } = planned;
  return joinEmitted(planned, plan === undefined ? [] : [emitCode(plan), emitDocuments(plan)]);
}

/** The same, with the code emitted by somebody else while this thread emits the documents. */
export async function generateClientWith(emitter: CodeEmitter, project: Project): Promise<GeneratedClient> {
  const planned = planClient(project);
  const { plan } = planned;
  if (plan === undefined) return joinEmitted(planned, []);
  const code = emitter.emit(plan);
  const documents = emitDocuments(plan);
  return joinEmitted(planned, [await code, documents]);
}

/** Documents → plan: read, normalize, plan. */
function planClient(project: Project): PlannedClient {
  const normalized = normalizeProject(project);
  const planned = planProject(project, normalized);
  const diagnostics = [...normalized.diagnostics, ...planned.diagnostics];
  return { ...normalized, diagnostics, ...(hasErrors(diagnostics) ? {} : { plan: planned.plan }) };
}

/** Documents → one OpenAPI 3.1 document. */
export function normalizeProject(project: Project): NormalizedProject {
  const read = readDocuments(project.pages);
  const diagnostics = [...read.diagnostics];
  const overlays = project.overlays.flatMap((overlay) => readOverlay(overlay, collectInto(diagnostics)) ?? []);
  const { package: name, version, gateways } = project.config;
  const gatewayOf = new Map(project.pages.map(({ path, gateway }) => [path, gateway]));
  const normalized = normalizeDocuments({
    package: { name, version },
    pages: read.documents.map((document) => ({ gatewayId: gatewayOf.get(document.file) ?? "", document })),
    overlays,
    gateways: Object.fromEntries(gateways.map(({ id, documents: _, ...options }) => [id, options])),
  });
  diagnostics.push(...normalized.diagnostics);
  return {
    document: normalized.document,
    sources: project.pages.map((page) => describeSource(page, read.documents)),
    diagnostics,
  };
}

/** One document → the plan that emitters take. */
export function planProject(
  project: Project,
  normalized: NormalizedProject,
): { readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] } {
  const { package: name, version, license, author } = project.config;
  const options = { name, version, license, author, generatorVersion: toolVersion(), sources: normalized.sources };
  return planPackage(normalized.document, options);
}

/** The tables that a package generated from this plan would hold, to call its endpoints without writing one. */
export function clientTables(plan: Plan): ClientTablesJson {
  const { gateways, endpoints } = plan;
  return {
    gateways: fromEntries(gateways.map((gateway) => [gateway.id, gatewayEntry(gateway)])),
    endpoints: fromEntries(endpoints.map((endpoint) => [endpoint.id, endpointEntry(endpoint)])),
    defaults: fromEntries(endpoints.map((endpoint) => [endpoint.id, defaultsTable(endpoint)])),
    constraints: fromEntries(endpoints.map((endpoint) => [endpoint.id, constraintsTable(endpoint)])),
  };
}

/** Bytes → loose OpenAPI objects, each page by the reader that takes it. */
export function readDocuments(files: readonly ProjectFile[]): ReadDocuments {
  const read = files.map(readSource);
  return {
    documents: read.flatMap(({ documents }) => documents),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** A planned client with its emitted files, in the order of their paths; without any when one part did not pass. */
function joinEmitted(planned: PlannedClient, parts: readonly EmittedFiles[]): GeneratedClient {
  const diagnostics = [...planned.diagnostics, ...parts.flatMap((part) => part.diagnostics)];
  const { plan: _, ...normalized } = planned;
  if (hasErrors(diagnostics)) return { ...normalized, diagnostics, files: [] };
  const files = parts.flatMap((part) => part.files).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { ...planned, diagnostics, files };
}

function describeSource(page: ProjectPage, documents: readonly SourceDocument[]): PlannedSource {
  const own = documents.filter(({ file }) => file === page.path);
  return {
    file: page.path,
    gateway: page.gateway,
    format: own[0]?.format ?? "none",
    hash: sha256(page.bytes),
    operations: own.flatMap(operationsOf),
  };
}

function operationsOf({ openapi }: SourceDocument): readonly string[] {
  const operations: string[] = [];
  for (const [path, item] of Object.entries(objectMember(openapi, "paths") ?? {})) {
    const referred = stringMember(item, "$ref");
    const stated = referred === undefined ? item : pointerKeys(referred).reduce<Json | undefined>(member, openapi);
    for (const method of httpMethods) {
      if (objectMember(stated, method) !== undefined) operations.push(`${method.toUpperCase()} ${path}`);
    }
  }
  return operations;
}
