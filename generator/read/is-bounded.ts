import { maxAliases, maxDepth } from "./limits.ts";

/**
 * Whether no way to read a text as YAML, not even past an error in it, could meet a cap of the scan: the text is short, and
 * there are too few brackets, indentation and asterisks in all of it. Most pages are; of others it says nothing.
 */
export function isBounded(text: string): boolean {
  if (text.length > longestBounded) return false;
  const brackets = text.match(/[[{]/g)?.length ?? 0;
  const aliases = text.match(/\*/g)?.length ?? 0;
  // What may stand before the first scalar of a line.
  const margins = text.match(/^(?:[-?: \t]|[&!]\S*)+/gm) ?? [];
  const widest = margins.reduce((most, margin) => Math.max(most, margin.length), 0);
  // Columns count by halves: a sequence may stand at the column of its key and still be inside of it.
  return brackets + 2 * (widest + 1) < maxDepth && aliases < maxAliases;
}

/** UTF-16 units: a third of what tokens are allowed, for one sign makes three of them at most. */
const longestBounded = 300_000;
