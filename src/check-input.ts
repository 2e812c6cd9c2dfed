import { checkJson } from "./check-json.ts";
import type { FieldProblem } from "./errors.ts";
import type { EndpointConstraints, FieldConstraint } from "./tables.ts";

/** An objection to an input, and whether it rests on prose alone. */
export interface InputProblem extends FieldProblem {
  readonly fromProse: boolean;
}

/** Holds an input against what the documents say, and against what JSON can say. Never throws; all objections at once. */
export function checkInput(
  input: { readonly [field: string]: unknown },
  { required, fields }: EndpointConstraints = { required: [], fields: {} },
): InputProblem[] {
  const missing = required.filter((path) => input[path] === undefined);
  return [
    ...missing.map((path) => ({ path, message: "is required", fromProse: false })),
    ...Object.entries(input).flatMap(([path, value]) => [
      ...checkJson(value, path, []).map((problem) => ({ ...problem, fromProse: false })),
      ...(Object.hasOwn(fields, path) ? checkField(path, value, fields[path]) : []),
    ]),
  ];
}

function checkField(path: string, value: unknown, field: FieldConstraint = { origins: {} }): InputProblem[] {
  const object = (keyword: string, demand: unknown): InputProblem[] => [
    { path, message: `must ${demand}`, fromProse: field.origins[keyword] === "prose" },
  ];
  const { types, values } = field;
  if (types && !types.some((type) => isOfType(value, type)))
    return object("types", `be ${types.map(name).join(" or ")}`);
  // A list of words says nothing about the object that a union also takes.
  const comparable = values?.filter((known) => typeof known === typeof value) ?? [];
  const unknown = comparable.length > 0 && !comparable.includes(value);
  return [
    ...LIMITS.flatMap(([keyword, demand, misses]) => {
      const [size, limit] = [sizeOf(value, keyword), field[keyword]];
      const missed = size !== undefined && limit !== undefined && misses(size, limit);
      return missed ? object(keyword, demand.replace("#", String(limit))) : [];
    }),
    ...(unknown ? object("values", `be one of ${comparable.join(", ")}`) : []),
  ];
}

type Size = number | bigint;
const below = (size: Size, limit: number): boolean => size < limit;
const above = (size: Size, limit: number): boolean => size > limit;

/** Keyword, what it demands, and whether a number, or the length of a text or list, misses it. */
const LIMITS = [
  ["minimum", "be at least #", below],
  ["maximum", "be at most #", above],
  ["exclusiveMinimum", "be more than #", (size: Size, limit: number) => size <= limit],
  ["exclusiveMaximum", "be less than #", (size: Size, limit: number) => size >= limit],
  ["multipleOf", "be a multiple of #", (size: Size, limit: number) => !isWhole(Number(size) / limit)],
  ["minLength", "have at least # characters", below],
  ["maxLength", "have at most # characters", above],
  ["minItems", "have at least # items", below],
  ["maxItems", "have at most # items", above],
] as const;

function sizeOf(value: unknown, keyword: string): Size | undefined {
  // Lengths count characters, not UTF-16 units.
  if (keyword.endsWith("Length")) return typeof value === "string" ? [...value].length : undefined;
  if (keyword.endsWith("Items")) return Array.isArray(value) ? value.length : undefined;
  return typeof value === "number" || typeof value === "bigint" ? value : undefined;
}

function isWhole(steps: number): boolean {
  return Math.abs(steps - Math.round(steps)) <= 1e-9;
}

function isOfType(value: unknown, type: string): boolean {
  const own = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const integer = own === "bigint" || Number.isInteger(value);
  return own === type || (own === "bigint" && type === "number") || (integer && type === "integer");
}

/** A type with its article. */
function name(type: string): string {
  return type === "null" ? type : `${/^[aio]/.test(type) ? "an" : "a"} ${type}`;
}
