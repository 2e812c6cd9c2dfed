export type { Document } from "./document.ts";
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
