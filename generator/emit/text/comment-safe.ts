import { commentText } from "./comment-text.ts";

/** A text that another printer puts into a comment, made safe for that; undefined when it is no text. */
export function commentSafe(text: unknown): string | undefined {
  return typeof text === "string" ? commentText(text).join("\n") : undefined;
}

/** A value that another printer puts into a comment: itself when that is safe, else a safe text of it. */
export function commentSafeValue(value: unknown): unknown {
  if (value === undefined || typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "string") return commentSafe(value);
  const text = JSON.stringify(value, null, 2);
  const safe = commentText(text).join("\n");
  return safe === text ? value : safe;
}
