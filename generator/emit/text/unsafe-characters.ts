/**
 * Characters that change how text is read without being seen: controls, format and bidirectional marks, zero-width and
 * tag characters, variation selectors, line and paragraph separators, byte order marks, lone surrogates.
 *
 * @see https://trojansource.codes/
 */
export const unsafeCharacter: RegExp = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Text of these characters alone, as nearly all is, holds nothing unseen. */
const plain = /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]*$/;

/** The text with each such character written as `\uXXXX` escapes, line feeds included. */
export function escapeUnsafeCharacters(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(unsafeCharacter, (character) => {
    let escaped = "";
    for (let at = 0; at < character.length; at += 1) {
      escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
    }
    return escaped;
  });
}

/** The same for text of several lines that another printer made: its line feeds stay, what else is unseen stands in literals. */
export function escapeUnsafeLines(text: string): string {
  return text.split("\n").map(escapeUnsafeCharacters).join("\n");
}
