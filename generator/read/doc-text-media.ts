import { isObject, type Json, type JsonObject } from "../json.ts";
import type { SourceText } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";
import { readDocTextExample } from "./doc-text-example.ts";
import type { DocTextField } from "./doc-text-field.ts";
import { readFieldSchema } from "./doc-text-field-schema.ts";
import { readDocTextFields } from "./doc-text-fields.ts";
import { isName } from "./doc-text-glued-field.ts";
import type { DocTextSection } from "./doc-text-sections.ts";
import { isTypeText } from "./doc-text-type.ts";
import { indexSamples } from "./index-samples.ts";
import { nestFields } from "./nest-fields.ts";
import type { Line } from "./split-lines.ts";

/** A media type object: the schema of the fields that are listed, and the example. */
export function readDocTextMedia(lines: readonly Line[], example: Json | undefined, source: SourceText): JsonObject {
  const samples = indexSamples(example);
  const listed = readDocTextFields(isBareObject(lines) ? [] : lines);
  const own = unwrap(listed.filter(({ location }) => location === undefined || location === "body"));
  const fields = own.map((field) => ({
    name: field.name,
    schema: readFieldSchema(field, source, samples.get(field.name)),
    required: field.required === true,
    count: countOf(field.type),
    ...(field.depth === undefined ? {} : { depth: field.depth }),
  }));
  const first = Array.isArray(example) ? example[0] : example;
  const object = nestFields(fields, isObject(first) ? first : undefined);
  const isList = Array.isArray(example) || saysList(lines);
  return definedEntries([
    ["schema", isList ? { type: "array", items: object } : object],
    ["example", example],
  ]);
}

/** The type of the whole stands alone above the fields; behind a name, it is the type of the first field. */
function saysList([first, second]: readonly Line[]): boolean {
  const isArray = (line: Line | undefined): boolean =>
    line !== undefined && isTypeText(line.text) && line.text.startsWith("array");
  return isArray(first) || (isArray(second) && first !== undefined && !isName(first.text));
}

/** Where a table has a row for the body itself, marks count from there: what is inside of it is what the body is. */
function unwrap(fields: readonly DocTextField[]): readonly DocTextField[] {
  const [first, ...inner] = fields;
  const isWhole = first?.name === "body" && first.location === "body" && inner.every(({ depth = 0 }) => depth > 0);
  return isWhole ? inner.map((field) => ({ ...field, depth: (field.depth ?? 0) - 1 })) : fields;
}

/** A block of code that says `object` and no more, below the name of its language. */
function isBareObject(lines: readonly Line[]): boolean {
  return lines.length === 2 && /^(?:text|json)$/.test(lines[0]?.text ?? "") && lines[1]?.text === "object";
}

/** `object {3}` has three fields. */
function countOf(type: string): number | undefined {
  const count = /\{(\d+)\}/.exec(type)?.[1];
  return count === undefined ? undefined : Number(count);
}

/** The first JSON sample of several sections. */
export function findDocTextExample(sections: readonly DocTextSection[], source: SourceText): Json | undefined {
  for (const section of sections) {
    const example = readDocTextExample(section.lines, source);
    if (example !== undefined) return example;
  }
  return undefined;
}
