import { unsafeCharacter } from "./text/unsafe-characters.ts";
import type { Violation } from "./violation.ts";

/** The first unseen character of a text, line feeds aside: emitted text holds them as escapes only. */
export function findForbiddenBytes(text: string): readonly Violation[] {
  for (const match of text.matchAll(unsafeCharacter)) {
    if (match[0] !== "\n")
      return [{ message: `The text holds the unseen character ${codePoint(match[0])}.`, at: match.index }];
  }
  return [];
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
