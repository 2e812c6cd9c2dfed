/**
 * Characters that change how text is read without being seen: controls, format and bidirectional marks, zero-width and
 * tag characters, variation selectors, line and paragraph separators, byte order marks, lone surrogates.
 *
 * @see https://trojansource.codes/
 */
export const unsafeCharacter: RegExp = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The text with each such character written as `\uXXXX` escapes, line feeds included. */
export function escapeUnsafeCharacters(text: string): string {
  return text.replace(unsafeCharacter, (character) => {
    let escaped = "";
    for (let at = 0; at < character.length; at += 1) {
      escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
    }
    return escaped;
  });
}
