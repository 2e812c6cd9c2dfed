import type { Schema } from "../document.ts";

/** A range in words, with the keywords it comes from. */
export interface RangeText {
  readonly label: string;
  readonly text: string;
  readonly keywords: readonly string[];
}

interface Limit {
  readonly keyword: string;
  readonly words: string;
  readonly value: number;
}

/** The numeric limits of a schema in words: `Range: 1 to 50`, `Range: more than 0, at most 9`, `Length: at most 100`. */
export function describeRange(schema: Schema): readonly RangeText[] {
  const limit = (keyword: string, words: string): readonly Limit[] => {
    const value: unknown = schema[keyword];
    return typeof value === "number" && Number.isFinite(value) ? [{ keyword, words, value }] : [];
  };
  return [
    ...range("Range", [
      ...limit("minimum", "at least"),
      ...limit("exclusiveMinimum", "more than"),
      ...limit("maximum", "at most"),
      ...limit("exclusiveMaximum", "less than"),
      ...limit("multipleOf", "a multiple of"),
    ]),
    ...range("Length", [...limit("minLength", "at least"), ...limit("maxLength", "at most")]),
    ...range("Items", [...limit("minItems", "at least"), ...limit("maxItems", "at most")]),
  ];
}

function range(label: string, limits: readonly Limit[]): readonly RangeText[] {
  if (limits.length === 0) return [];
  const [low, high, ...more] = limits;
  const both = low?.words === "at least" && high?.words === "at most";
  const first = both ? [`${low.value} to ${high.value}`] : limits.slice(0, 2).map(inWords);
  return [{ label, text: [...first, ...more.map(inWords)].join(", "), keywords: limits.map(({ keyword }) => keyword) }];
}

function inWords({ words, value }: Limit): string {
  return `${words} ${value}`;
}
