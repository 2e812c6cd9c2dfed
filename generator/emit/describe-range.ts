import type { Schema } from "../document.ts";

/** A range in words, with the keywords it comes from. */
export interface RangeText {
  readonly label: string;
  readonly text: string;
  readonly keywords: readonly string[];
}

/** The numeric limits of a schema in words: `Range: 1 to 50`, `Length: at most 100`, `Items: at least 1`. */
export function describeRange(schema: Schema): readonly RangeText[] {
  return [
    ...between("Range", schema, "minimum", "maximum"),
    ...one("Range", schema, "exclusiveMinimum", "more than"),
    ...one("Range", schema, "exclusiveMaximum", "less than"),
    ...one("Multiple of", schema, "multipleOf", ""),
    ...between("Length", schema, "minLength", "maxLength"),
    ...between("Items", schema, "minItems", "maxItems"),
  ];
}

function between(label: string, schema: Schema, lowest: string, highest: string): readonly RangeText[] {
  const [low, high] = [schema[lowest], schema[highest]];
  if (!isLimit(low)) return one(label, schema, highest, "at most");
  if (!isLimit(high)) return one(label, schema, lowest, "at least");
  return [{ label, text: `${low} to ${high}`, keywords: [lowest, highest] }];
}

function one(label: string, schema: Schema, keyword: string, words: string): readonly RangeText[] {
  const value = schema[keyword];
  return isLimit(value) ? [{ label, text: `${words} ${value}`.trim(), keywords: [keyword] }] : [];
}

function isLimit(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
