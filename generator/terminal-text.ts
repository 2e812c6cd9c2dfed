/**
 * Makes text of a document or a server fit for a terminal and for the log of a CI runner: one line, no control, escape,
 * bidirectional or invisible characters, no runner command (`::…` at the start of a line, `##[…]` and `##vso[…]` anywhere).
 * Longer than `limit` characters, it is cut with an ellipsis.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function safe(text: string, limit = 400): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return defuseCommands(escapeUnseen(cut));
}

/** The text in double quotes, safe for a terminal: how messages quote names and values of documents. */
export function quote(text: string, limit = 80): string {
  return `"${safe(text, limit).replaceAll('"', '\\"')}"`;
}

/** Controls, format characters (bidirectional, invisible, tags), lone surrogates, line and paragraph separators. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escapeUnseen(text: string): string {
  return text.replace(unseen, (character) =>
    character === "\n" ? "\\n" : character === "\t" ? " " : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function defuseCommands(text: string): string {
  const inside = text.replace(/##(\w*)\[/g, "##$1\\[");
  return inside.trimStart().startsWith("::") ? inside.replace("::", "\\::") : inside;
}
