import type { Schema } from "../document.ts";
import { type InputIssue, issue } from "./input-issue.ts";
import { isWireObject, type WireValue } from "./wire-value.ts";

/** Which ranges and lengths of a schema a value passes; ranges mined from prose count, as fal's servers hold them too. */
export function checkLimits(schema: Schema, value: WireValue, loc: InputIssue["loc"]): readonly InputIssue[] {
  const broken = limits.find(({ keyword, holds }) => {
    const limit = schema[keyword];
    return typeof limit === "number" && !holds(value, limit);
  });
  if (broken === undefined) return [];
  const limit = Number(schema[broken.keyword]);
  return [issue(broken.type, loc, broken.says(limit), value, { [broken.context]: limit })];
}

interface Limit {
  readonly keyword: string;
  /** Pydantic's name of the error, and of the limit in its context. */
  readonly type: string;
  readonly context: string;
  readonly says: (limit: number) => string;
  /** Whether a value respects the limit; values of other types always do. */
  readonly holds: (value: WireValue, limit: number) => boolean;
}

const limits: readonly Limit[] = [
  range("minimum", "greater_than_equal", "ge", "greater than or equal to", (value, limit) => value >= limit),
  range("maximum", "less_than_equal", "le", "less than or equal to", (value, limit) => value <= limit),
  range("exclusiveMinimum", "greater_than", "gt", "greater than", (value, limit) => value > limit),
  range("exclusiveMaximum", "less_than", "lt", "less than", (value, limit) => value < limit),
  range("multipleOf", "multiple_of", "multiple_of", "a multiple of", isMultiple),
  text("minLength", "string_too_short", "min_length", "at least", (length, limit) => length >= limit),
  text("maxLength", "string_too_long", "max_length", "at most", (length, limit) => length <= limit),
  list("minItems", "too_short", "min_length", "at least", (length, limit) => length >= limit),
  list("maxItems", "too_long", "max_length", "at most", (length, limit) => length <= limit),
  members("minProperties", "too_short", "min_length", "at least", (count, limit) => count >= limit),
  members("maxProperties", "too_long", "max_length", "at most", (count, limit) => count <= limit),
];

type Compare<Value> = (value: Value, limit: number) => boolean;

function range(keyword: string, type: string, context: string, words: string, fits: Compare<number | bigint>): Limit {
  const holds: Limit["holds"] = (value, limit) =>
    (typeof value !== "number" && typeof value !== "bigint") || fits(value, limit);
  return { keyword, type, context, holds, says: (limit) => `Input should be ${words} ${limit}` };
}

function text(keyword: string, type: string, context: string, words: string, fits: Compare<number>): Limit {
  // Lengths count code points, as JSON Schema and Python do.
  const holds: Limit["holds"] = (value, limit) => typeof value !== "string" || fits([...value].length, limit);
  return { keyword, type, context, holds, says: (limit) => `String should have ${words} ${limit} characters` };
}

function list(keyword: string, type: string, context: string, words: string, fits: Compare<number>): Limit {
  const holds: Limit["holds"] = (value, limit) => !Array.isArray(value) || fits(value.length, limit);
  return { keyword, type, context, holds, says: (limit) => `List should have ${words} ${limit} items` };
}

function members(keyword: string, type: string, context: string, words: string, fits: Compare<number>): Limit {
  const holds: Limit["holds"] = (value, limit) => !isWireObject(value) || fits(Object.keys(value).length, limit);
  return { keyword, type, context, holds, says: (limit) => `Dictionary should have ${words} ${limit} items` };
}

function isMultiple(value: number | bigint, step: number): boolean {
  const ratio = Number(value) / step;
  return Math.abs(ratio - Math.round(ratio)) < 1e-9;
}
