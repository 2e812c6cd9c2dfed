/**
 * What a cue announces, or does to the words around it.
 * `default`, `range`, `list`, `minimum` … are followed by their value; `…-after` stands behind it.
 * `advice` and `condition` weaken the rest of their clause or sentence; `shadow` hides a shorter cue inside it.
 */
export type CueRole =
  | "default"
  | "default-after"
  | "default-used"
  | "range"
  | "between"
  | "between-after"
  | "list"
  | "list-after"
  | "only-one"
  | "must-be"
  | "exactly"
  | "one-of"
  | "support"
  | "optional"
  | "minimum"
  | "maximum"
  | "above"
  | "below"
  | "length"
  | "counting-from"
  | "sign"
  | "example"
  | "advice"
  | "condition"
  | "model-condition"
  | "open-end"
  | "shadow";

/** A phrase that announces a fact. */
export interface Cue {
  /** In lower case and half-width forms. */
  readonly phrase: string;
  readonly role: CueRole;
  /** What a bound counts when no unit says so; absent: the value itself. `things`: only a unit tells, except on a number. */
  readonly counts?: "characters" | "items" | "things";
  /** The phrase is a cue only right before a value or a colon, because it is an ordinary word as well. */
  readonly needsValue?: true;
  /** The phrase is a cue only right before a word that a further one follows (可以是 a 或 b). */
  readonly needsWords?: true;
}
