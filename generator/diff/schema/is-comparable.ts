import type { Pair } from "./change-at.ts";
import type { Family } from "./keyword-table.ts";
import type { Shape } from "./shape.ts";

/**
 * Whether a keyword of a family is worth comparing: not when only one side lets such values through, since the change of type
 * has said it. Where neither does (`maximum` of a string), whoever wrote the keyword meant something: it is compared.
 */
export function isComparable({ base, head }: Pair, family: Family): boolean {
  return speaksOf(base, family) === speaksOf(head, family);
}

function speaksOf(shape: Shape, family: Family): boolean {
  const types = shape.types?.value;
  if (types === undefined || family === "any") return true;
  return family === "number" ? types.has("number") || types.has("integer") : types.has(family);
}
