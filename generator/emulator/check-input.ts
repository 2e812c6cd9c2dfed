import type { MediaType } from "../document.ts";
import { checkBody, type Schemas } from "./check-body.ts";
import type { InputIssue } from "./input-issue.ts";
import type { WireValue } from "./wire-value.ts";

/**
 * What is wrong with a body, by the schema of its media type. A rule that the document's own example breaks is not held
 * against callers: pages mark fields as required that nobody sends, and call numbers strings.
 */
export function checkInput(media: MediaType, body: WireValue, schemas: Schemas): readonly InputIssue[] {
  const { schema = {}, example } = media;
  const issues = checkBody(schema, body, schemas);
  if (issues.length === 0 || example === undefined) return issues;
  const broken = new Set(checkBody(schema, example, schemas).map(nameRule));
  return issues.filter((issue) => !broken.has(nameRule(issue)));
}

// The same rule whatever the item of a list: `type` at the path without indexes.
function nameRule({ type, loc }: InputIssue): string {
  return JSON.stringify([type, ...loc.filter((part) => typeof part === "string")]);
}
