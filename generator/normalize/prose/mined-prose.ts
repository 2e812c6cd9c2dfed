import type { Json } from "../../json.ts";

/** The JSON Schema keywords that a description may state. */
export interface MinedKeywords {
  readonly default?: Json;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly Json[];
}

/** The name of a keyword that can be mined. */
export type MinedKeyword = keyof MinedKeywords;

/** The keywords in the order in which they are reported. */
export const minedKeywords: readonly MinedKeyword[] = [
  "default",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "enum",
];

/** A keyword with the words that state it; `start` and `end` are UTF-16 offsets into the description. */
export interface MinedFact {
  readonly keyword: MinedKeyword;
  readonly value: Json;
  /** The words that gave it away, as the table of cues spells them; empty when only the form of the text did. */
  readonly cue: string;
  readonly start: number;
  readonly end: number;
}

/** Why a fact was dropped. */
export type ConflictReason =
  | "outside-list"
  | "outside-range"
  | "empty-range"
  | "stated-twice"
  | "declared-otherwise"
  | "outside-declared";

/** A fact that was dropped because something stronger speaks against it. */
export interface MinedConflict extends MinedFact {
  readonly reason: ConflictReason;
  /** The value that it contradicts. */
  readonly against: Json;
}

/** What the words around a description already say about the property. */
export interface MineOptions {
  /** The declared JSON type; a union is read as its one type besides `null`. Default: unknown, values typed by their form. */
  readonly type?: string | readonly string[] | null;
  /** Keywords that the schema itself declares: they win, and prose that contradicts them is a conflict. Default: none. */
  readonly declared?: MinedKeywords;
}

/** What {@link mineProse} found in a description. */
export interface MinedProse {
  readonly keywords: MinedKeywords;
  readonly facts: readonly MinedFact[];
  readonly conflicts: readonly MinedConflict[];
}
