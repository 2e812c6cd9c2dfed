/**
 * Offset behind the JSON value that begins with the bracket at `start`: where its brackets balance, strings skipped.
 * A value that never closes reaches to `end`.
 */
export function findJsonEnd(text: string, start: number, end: number = text.length): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < end; at += 1) {
    const character = text[at];
    if (inString && character === "\\") at += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return end;
}
