import { isWordUnit } from "./find-cue.ts";

const joiners = "-.:*×+";

/** Offset behind the word at `start`: letters, digits and underscores, with single joiners between them; a colon joins digits only (16:9). */
export function wordEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    while (isWordUnit(text, at)) at++;
    const joiner = text.charAt(at);
    if (joiner === "\\" && (text.charAt(at + 1) === "_" || text.charAt(at + 1) === "-")) {
      at += 2;
      continue;
    }
    if (joiner === "" || !joiners.includes(joiner) || !isWordUnit(text, at + 1))
      return at + plusesLength(text, start, at);
    if (joiner === ":" && !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)))) return at;
    if (joiner === "." && isFullStop(text, at)) return at;
    at++;
  }
}

/** `images.Default:` — a sentence ends here, and the space behind it is missing. */
function isFullStop(text: string, at: number): boolean {
  return /[a-z]/.test(text.charAt(at - 1)) && /^[A-Z][a-z]/.test(text.slice(at + 1, at + 3));
}

/** The `++` of `DPM++ 2M`: part of a name, where a separator follows it. */
function plusesLength(text: string, start: number, at: number): number {
  const isName = /[a-z]/i.test(text.charAt(start)) || /[a-z]/i.test(text.charAt(at - 1));
  const pluses = text.startsWith("++", at) ? 2 : text.charAt(at) === "+" ? 1 : 0;
  return isName && " ,、;/)\"'`\n".includes(text.charAt(at + pluses) || " ") ? pluses : 0;
}
