import { commentLine } from "./comment-text.ts";

/** A longer value is a prompt or a picture, nothing to read in a hover. */
const longest = 200;

/** A value as Markdown code in a comment or table, cut at 200 characters; what it holds cannot end the code span. */
export function codeSpan(text: string): string {
  const line = commentLine(text.length > longest ? `${text.slice(0, longest)}…` : text);
  return line.includes("`") ? line.replaceAll("`", "'") : `\`${line}\``;
}
