import type { FieldProblem } from "./errors.ts";
import type { EndpointConstraints, FieldConstraint } from "./tables.ts";

/** An objection to an input, and whether it rests on prose alone. */
export interface InputProblem extends FieldProblem {
  readonly fromProse: boolean;
}

/** Holds an input against what the documents say, and against what JSON can say. Never throws; all objections at once. */
export function checkInput(
  input: { readonly [field: string]: unknown },
  constraints: EndpointConstraints | undefined,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const { required = [], fields = {} } = constraints ?? {};
  for (const path of required) {
    if (input[path] === undefined) problems.push({ path, message: "is required", fromProse: false });
  }
  for (const [path, value] of Object.entries(input)) {
    if (value === undefined) continue;
    problems.push(...checkJson(value, path, []));
    const constraint = Object.hasOwn(fields, path) ? fields[path] : undefined;
    for (const [keyword, message] of constraint ? objections(value, constraint) : []) {
      problems.push({ path, message, fromProse: constraint?.origins[keyword] === "prose" });
    }
  }
  return problems;
}

type Objection = readonly [keyword: string, message: string];

function objections(value: unknown, field: FieldConstraint): Objection[] {
  const { types, values } = field;
  if (types && !types.some((type) => isOfType(value, type))) return [["types", `must be ${types.join(" or ")}`]];
  const found = limits(value, field);
  // A list of words says nothing about the object that a union also takes.
  const comparable = values?.filter((known) => typeof known === typeof value) ?? [];
  if (comparable.length && !comparable.includes(value))
    found.push(["values", `must be one of ${comparable.join(", ")}`]);
  return found;
}

function limits(value: unknown, field: FieldConstraint): Objection[] {
  if (typeof value === "number" || typeof value === "bigint") return numberLimits(value, field);
  // Lengths count characters, not UTF-16 units.
  if (typeof value === "string")
    return sizeLimits([...value].length, "characters", "Length", field.minLength, field.maxLength);
  if (Array.isArray(value)) return sizeLimits(value.length, "items", "Items", field.minItems, field.maxItems);
  return [];
}

function numberLimits(value: number | bigint, field: FieldConstraint): Objection[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = field;
  const found: Objection[] = [];
  const steps = Number(value) / (multipleOf ?? 1);
  if (minimum !== undefined && value < minimum) found.push(["minimum", `must be at least ${minimum}`]);
  if (maximum !== undefined && value > maximum) found.push(["maximum", `must be at most ${maximum}`]);
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    found.push(["exclusiveMinimum", `must be more than ${exclusiveMinimum}`]);
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
    found.push(["exclusiveMaximum", `must be less than ${exclusiveMaximum}`]);
  if (multipleOf && Math.abs(steps - Math.round(steps)) > 1e-9)
    found.push(["multipleOf", `must be a multiple of ${multipleOf}`]);
  return found;
}

function sizeLimits(
  size: number,
  unit: string,
  keyword: "Length" | "Items",
  min = 0,
  max: number = Number.POSITIVE_INFINITY,
): Objection[] {
  if (size < min) return [[`min${keyword}`, `must have at least ${min} ${unit}`]];
  return size > max ? [[`max${keyword}`, `must have at most ${max} ${unit}`]] : [];
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return typeof value === "bigint" || Number.isInteger(value);
  if (type === "number") return typeof value === "bigint" || typeof value === "number";
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  // Strings and booleans are called the same here and there.
  return typeof value === type;
}

/** Finds what JSON would lose without a word: `NaN`, dates, files, functions, cycles. */
function checkJson(value: unknown, path: string, above: readonly object[]): InputProblem[] {
  const refuse = (message: string): InputProblem[] => [{ path, message, fromProse: false }];
  if (typeof value === "number" && !Number.isFinite(value)) return refuse(`is ${value}, which JSON cannot say`);
  if (/^(function|symbol)$/.test(typeof value)) return refuse(`is a ${typeof value}, which JSON cannot say`);
  if (typeof value !== "object" || value === null) return [];
  if (above.includes(value)) return refuse("holds itself");
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (!/^(Object|Array)$/.test(kind))
    return refuse(`is a ${kind}: pass plain data, and files as URLs or through \`upload\``);
  if (above.length > 100) return refuse("is nested too deep");
  return Object.entries(value).flatMap(([key, item]) =>
    item === undefined && Array.isArray(value)
      ? refuse("holds undefined")
      : checkJson(item, `${path}.${key}`, [...above, value]),
  );
}
