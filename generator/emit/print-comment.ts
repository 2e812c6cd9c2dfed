import type { Json } from "../json.ts";
import { commentSafe, commentSafeValue } from "./text/comment-safe.ts";

/** The members of an OpenAPI object that end in the comment above what is printed for it. */
export interface Commented {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly example?: Json;
}

/** The lines of the comment that openapi-typescript sets above a member, `""` for none. */
export function printComment(object: Commented, indent: string): string {
  const parts = commentParts(object);
  const [only] = parts;
  if (only === undefined) return "";
  if (parts.length === 1 && !only.includes("\n")) return `${indent}/** ${only} */\n`;
  const lines = parts.flatMap((part) => part.split("\n"));
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

function commentParts({ summary, description, deprecated, example }: Commented): readonly string[] {
  const title = commentSafe(summary) ?? "";
  const text = commentSafe(description) ?? "";
  return [
    ...(title === "" ? [] : [hang(title)]),
    ...(deprecated ? ["@deprecated"] : []),
    ...(text === "" ? [] : [hang(`@description ${text.trim()}`)]),
    ...(example === undefined ? [] : [hang(`@example ${String(commentSafeValue(example)).trim()}`)]),
  ];
}

/** Lines after the first stand further in. */
function hang(text: string): string {
  return text.trim().replaceAll("\n", "\n    ");
}
