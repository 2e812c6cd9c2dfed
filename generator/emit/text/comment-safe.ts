import { commentText } from "./comment-text.ts";

/** A text that another printer puts into a comment, made safe for that; undefined when it is no text. */
export function commentSafe(text: unknown): string | undefined {
  return typeof text === "string" ? commentText(text).join("\n") : undefined;
}

/** A value that another printer puts into a comment: itself when it is a scalar, else its safe text, in which nobody finds schemas. */
export function commentSafeValue(value: unknown): unknown {
  if (value === undefined || typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "string") return commentSafe(value);
  return commentText(JSON.stringify(value, null, 2)).join("\n");
}
