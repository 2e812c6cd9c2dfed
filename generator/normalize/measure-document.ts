import type { Report } from "../diagnostic.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";

/** Objects nested deeper than this are refused: later passes recurse once per level. */
const maxDepth = 500;
/** More values than this are refused; the documentation of a whole gateway has some hundred thousand. */
const maxValues = 20_000_000;

/** Whether a document stays inside the bounds that later passes rely on; reports and says no otherwise. Iterative. */
export function measureDocument(document: JsonObject, report: Report): boolean {
  let level: readonly Json[] = [document];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > maxDepth) {
      report("nesting-too-deep", `The document nests more than ${maxDepth} levels deep.`);
      return false;
    }
    if (values > maxValues) {
      report("too-many-values", `The document holds more than ${maxValues} values.`);
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
