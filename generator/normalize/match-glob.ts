/**
 * Whether a path matches a pattern in which `*` stands for anything within a segment and `**` for anything. No regular expression:
 * the pattern is text of a configuration. Time is at most the product of the lengths.
 */
export function matchGlob(pattern: string, path: string): boolean {
  // Which prefixes of the pattern match the part of the path read so far.
  const tokens = readTokens(pattern);
  let states = closeOver(new Set([0]), tokens);
  for (const char of path) {
    const next = new Set<number>();
    for (const state of states) {
      const token = tokens[state];
      if (token === "**" || (token === "*" && char !== "/")) next.add(state);
      else if (token === char) next.add(state + 1);
    }
    if (next.size === 0) return false;
    states = closeOver(next, tokens);
  }
  return states.has(tokens.length);
}

function readTokens(pattern: string): readonly string[] {
  const chars = [...pattern];
  return chars.flatMap((char, at) => {
    if (char !== "*") return [char];
    if (chars[at - 1] === "*") return [];
    return chars[at + 1] === "*" ? ["**"] : ["*"];
  });
}

/** A star may also stand for nothing. */
function closeOver(states: Set<number>, tokens: readonly string[]): Set<number> {
  for (const state of states) if (tokens[state] === "*" || tokens[state] === "**") states.add(state + 1);
  return states;
}
