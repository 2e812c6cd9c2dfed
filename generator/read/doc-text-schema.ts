import { isObject, type JsonObject } from "../json.ts";
import type { SourceText } from "../place.ts";
import { readDocTextExample } from "./doc-text-example.ts";
import type { DocTextSection } from "./doc-text-sections.ts";

/** The JSON Schema that a page prints as it is, under 原始 Schema; undefined where it prints none, or one that breaks off. */
export function readDocTextSchema(sections: readonly DocTextSection[], source: SourceText): JsonObject | undefined {
  for (const { kind, lines } of sections) {
    if (kind !== "request-schema" && kind !== "response-schema") continue;
    const schema = isWhole(lines.map(({ text }) => text)) ? readDocTextExample(lines, source) : undefined;
    if (isObject(schema)) return schema;
  }
  return undefined;
}

/** A schema that breaks off would lack what comes last: the list of fields above it says more. */
function isWhole(texts: readonly string[]): boolean {
  const text = texts.slice(texts.findIndex((line) => line.startsWith("{"))).join("\n");
  return text.split("{").length === text.split("}").length && text.split("[").length === text.split("]").length;
}
