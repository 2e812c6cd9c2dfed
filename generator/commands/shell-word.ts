import { safe } from "../terminal-text.ts";

/** A word for a printed command line: text of a document in it cannot become another command when it is pasted. */
export function shellWord(text: string): string {
  const word = safe(text);
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
