import type { Report } from "../../diagnostic.ts";
import { type Json, type JsonObject, scalarText } from "../../json.ts";
import { quote } from "../../terminal-text.ts";
import type { ConflictReason, MinedConflict, MinedFact } from "./mined-prose.ts";
import { placeOfFact } from "./place-of-fact.ts";
import type { SettledValues } from "./settle-known-values.ts";

/** The property whose description was mined, and where it stands. */
export interface Described {
  /** The object that holds the description. */
  readonly owner: JsonObject;
  readonly name: string;
  readonly pointer: string;
}

/** Reports each contradiction at the words that lost. */
export function reportConflicts(report: Report, described: Described, conflicts: readonly MinedConflict[]): void {
  for (const conflict of conflicts) {
    const isSchema = conflict.reason === "declared-otherwise" || conflict.reason === "outside-declared";
    const code = isSchema ? "prose-contradicts-schema" : "prose-contradicts-itself";
    report(code, `${quote(described.name)}: ${explain(conflict)}`, detailOf(described, conflict));
  }
}

/** Reports what was changed in a list so that callers are offered values that work. */
export function reportSettled(report: Report, described: Described, fact: MinedFact, settled: SettledValues): void {
  const { droppedWord, respelt } = settled;
  if (droppedWord !== undefined)
    report(
      "prose-lists-default",
      `${quote(described.name)}: the listed word ${quote(droppedWord)} stands for leaving the field out, and is no value.`,
      detailOf(described, fact),
    );
  if (respelt !== undefined)
    report(
      "prose-spells-differently",
      `${quote(described.name)}: the list spells the default as ${quote(respelt)}; the default's spelling is used.`,
      detailOf(described, fact),
    );
}

function detailOf({ owner, pointer }: Described, fact: MinedFact): NonNullable<Parameters<Report>[2]> {
  return { place: placeOfFact(owner, fact), pointer: `${pointer}/description` };
}

function explain({ keyword, value, reason, against }: MinedConflict): string {
  const [mined, other] = [print(value), print(against)];
  const sentences: Readonly<Record<ConflictReason, string>> = {
    "outside-list": `the listed values ${mined} do not contain the default ${other}, so the list is left out.`,
    "outside-range": `${keyword} ${mined} excludes the default ${other}, so it is left out.`,
    "empty-range": `${keyword} ${mined} and ${other} leave no value between them, so both are left out.`,
    "stated-twice": `the description states ${keyword} as ${mined} and as ${other}, so neither is taken.`,
    "declared-otherwise": `the description states ${keyword} as ${mined}, the schema as ${other}; the schema is believed.`,
    "outside-declared": `the default ${mined} of the description is not allowed by the schema (${other}), so it is left out.`,
  };
  return sentences[reason];
}

function print(value: Json): string {
  if (Array.isArray(value)) return quote(value.map((one: Json) => scalarText(one) ?? JSON.stringify(one)).join(", "));
  return quote(typeof value === "string" ? value : JSON.stringify(value));
}
