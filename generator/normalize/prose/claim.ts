import type { MinedFact } from "./mined-prose.ts";
import type { PropertyKind } from "./property-kind.ts";
import type { ProseToken } from "./prose-token.ts";

/** A fact as one phrase states it, before phrases are held against each other. */
export interface Claim extends MinedFact {
  /** Where two claims differ, the stronger one stands. */
  readonly strength: Strength;
  /** Index of the token at which it was found; decides what condition or label it stands under. */
  readonly at: number;
  /** It stands only where a list names the value: a default of 4 seconds is "4" if "4" may be sent. */
  readonly needsList?: true;
}

/** A claim as readers make it; the dispatcher adds where it was found. */
export type NewClaim = Omit<Claim, "at">;

/** What a reader gets to see. */
export interface Prose {
  readonly tokens: readonly ProseToken[];
  readonly kind: PropertyKind;
  /** The description is about a file or URL to hand over: what is "supported" are its formats, not values. */
  readonly isFile: boolean;
}

/** What a reader found, and the index of the token behind it. */
export interface Reading {
  readonly claims: readonly NewClaim[];
  readonly next: number;
}

/** `stated`: by a cue that means nothing else; `loose`: by an ordinary verb (支持); `implied`: by the form of the text. */
export type Strength = "stated" | "loose" | "implied";
