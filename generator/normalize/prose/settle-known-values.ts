import type { Json } from "../../json.ts";

/** The known values as callers should see them, and what was changed on the way. */
export interface SettledValues {
  readonly values: readonly Json[];
  /** `default` stood in the list and is gone: it is the documentation site's word for leaving the field out. */
  readonly droppedWord?: string;
  /** A value that differs from the default only in its case was spelt as the default is. */
  readonly respelt?: string;
}

/** Holds a mined list against the default of the same property; see docs/decisions/0002-the-word-default-in-lists.md. */
export function settleKnownValues(values: readonly Json[], fallback: Json | undefined): SettledValues {
  if (typeof fallback !== "string") return { values };
  const word = isSiteWord(fallback) ? undefined : values.find(isSiteWord);
  const kept = word === undefined ? values : values.filter((value) => value !== word);
  const other = kept.includes(fallback) ? undefined : kept.find((value) => sameButCase(value, fallback));
  return {
    values: other === undefined ? kept : kept.map((value) => (value === other ? fallback : value)),
    ...(typeof word === "string" ? { droppedWord: word } : {}),
    ...(typeof other === "string" ? { respelt: other } : {}),
  };
}

function isSiteWord(value: Json): boolean {
  return typeof value === "string" && value.toLowerCase() === "default";
}

function sameButCase(value: Json, text: string): boolean {
  return typeof value === "string" && value.toLowerCase() === text.toLowerCase();
}
