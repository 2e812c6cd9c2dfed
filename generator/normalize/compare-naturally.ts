import { compareText } from "./page-order.ts";

/** Orders texts as people order them, numbers in them by size: `1:1`, `3:4`, `16:9`. Texts that differ are never equal. */
export function compareNaturally(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  for (const [at, part] of left.entries()) {
    const order = compareParts(part, right[at] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(one, other);
}

/** Runs of digits, and what is between them. */
function partsOf(text: string): readonly string[] {
  return text.match(/\d+|\D+/g) ?? [];
}

function compareParts(one: string, other: string): number {
  const [left, right] = [digitsOf(one), digitsOf(other)];
  if (left === undefined || right === undefined) return compareText(one, other);
  return left.length - right.length || compareText(left, right);
}

/** The digits of a number without leading zeros, however many: the longer of two is the larger. */
function digitsOf(part: string): string | undefined {
  return /^\d/.test(part) ? part.replace(/^0+(?=\d)/, "") : undefined;
}
