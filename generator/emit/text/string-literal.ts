import { escapeUnsafeCharacters } from "./unsafe-characters.ts";

/** A double-quoted TypeScript, JSON or YAML string literal of this text; reading it back gives the text unchanged. */
export function stringLiteral(text: string): string {
  // `</script` and `<!--` would end or hide an inline script into which a bundler puts the literal.
  return escapeUnsafeCharacters(JSON.stringify(text)).replace(/<(?=[/!])/g, "\\u003c");
}
