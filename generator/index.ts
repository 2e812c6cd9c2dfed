export type { Config, GatewayConfig } from "./config/config.ts";
export type { Diagnostic } from "./diagnostic.ts";
export type { DiagnosticCode, Severity } from "./diagnostic-codes.ts";
export type { Document, Operation, Origin, Schema } from "./document.ts";
export { normalizeDocuments } from "./normalize/normalize-document.ts";
export type { NormalizeInput } from "./normalize/normalize-input.ts";
export { mineProse } from "./normalize/prose/mine-prose.ts";
export type {
  ConflictReason,
  MinedConflict,
  MinedFact,
  MinedKeyword,
  MinedKeywords,
  MinedProse,
  MineOptions,
} from "./normalize/prose/mined-prose.ts";
export { type GeneratedClient, generateClient, type ReadDocuments, readDocuments } from "./pipeline.ts";
export type { EmittedFile, Plan } from "./plan.ts";
export type { Project, ProjectFile, ProjectPage } from "./project.ts";
export type { SourceDocument } from "./source-document.ts";
