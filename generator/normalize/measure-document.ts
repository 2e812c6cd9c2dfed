import type { Report } from "../diagnostic.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";

/** Objects nested deeper than this are refused: later passes recurse once per level. */
const maxDepth = 500;
/** More objects and lists than this are refused; the documentation of a whole gateway has some hundred thousand. */
const maxValues = 1_000_000;
/** Characters that names and values longer than `longText` may have together: unlike prose, they are written many times over. */
const maxLongText = 4_000_000;
const longText = 10_000;

/** Prose and data: cut where they are shown, and kept as they are in one place only. */
const shortened: ReadonlySet<string> = new Set(["description", "example", "examples"]);

/** Whether a document stays inside the bounds that later passes rely on; reports and says no otherwise. Iterative. */
export function measureDocument(document: JsonObject, report: Report): boolean {
  let level: readonly Json[] = [document];
  let values = 0;
  let long = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    for (const value of level) long += countLongText(value);
    if (depth > maxDepth) {
      report("nesting-too-deep", `The document nests more than ${maxDepth} levels deep.`);
      return false;
    }
    if (values > maxValues) {
      report("too-many-values", `The document holds more than ${maxValues} objects and lists.`);
      return false;
    }
    if (long > maxLongText) {
      report(
        "document-too-large",
        `Names and values of more than ${longText} characters have ${maxLongText} together.`,
      );
      return false;
    }
    level = level.flatMap(childrenOf);
  }
  return true;
}

function childrenOf(value: Json): readonly Json[] {
  const children: readonly (Json | undefined)[] = isObject(value) ? Object.values(value) : asList(value);
  return children.filter((child) => typeof child === "object" && child !== null);
}

function asList(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function countLongText(value: Json): number {
  let count = 0;
  for (const [key, child] of Object.entries(value ?? {})) {
    if (key.length > longText) count += key.length;
    if (typeof child === "string" && child.length > longText && !shortened.has(key)) count += child.length;
  }
  return count;
}
