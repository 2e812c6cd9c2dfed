import type { FieldProblem } from "./errors.ts";

/** Finds what JSON would lose without a word: `NaN`, dates, files, functions, cycles. */
export function checkJson(value: unknown, path: string, above: readonly object[]): FieldProblem[] {
  const refuse = (message: string): FieldProblem[] => [{ path, message }];
  const type = typeof value;
  if (type === "number" && !Number.isFinite(value)) return refuse(`is ${value}, which JSON cannot say`);
  if (type === "function" || type === "symbol") return refuse(`is a ${type}, which JSON cannot say`);
  if (typeof value !== "object" || !value) return [];
  if (above.includes(value)) return refuse("holds itself");
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind !== "Object" && kind !== "Array")
    return refuse(`is a ${kind}: pass plain data, and files as URLs or through \`upload\``);
  if (above.length > 100) return refuse("is nested too deep");
  return Object.entries(value).flatMap(([key, item]) =>
    item === undefined && kind === "Array"
      ? refuse("holds undefined")
      : checkJson(item, `${path}.${key}`, [...above, value]),
  );
}
