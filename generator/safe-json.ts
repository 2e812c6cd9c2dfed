/**
 * JSON text as it may stand on standard output. Nothing is left out, but what a terminal or the log of a CI runner would obey
 * (controls, unseen characters, `##[…]`) is written as `\\u` escapes, which every parser undoes.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function safeJson(text: string): string {
  return text.replace(unseen, escapeUnits).replace(/##(?=\w*\[)/g, "#\\u0023");
}

/** A value as one line of such JSON. */
export function jsonLine(value: unknown): string {
  return `${safeJson(JSON.stringify(value))}\n`;
}

/** Controls, format characters, lone surrogates, separators; the line breaks between members are the printer's own. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escapeUnits(character: string): string {
  let escaped = "";
  for (let at = 0; at < character.length; at += 1) {
    escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}
