import { fromEntries, type JsonObject } from "../json.ts";
import { mark, type SourceText } from "../place.ts";
import { schemaRef } from "../schema-ref.ts";
import type { ExportRow } from "./export-rows.ts";

/** What is needed to make schemas of rows. */
export interface ExportContext {
  readonly source: SourceText;
  /** Names of the models that the export describes. */
  readonly models: ReadonlySet<string>;
}

/** The schema of a row and of everything inside of it. Recursion is bounded by the depth of the rows. */
export function readExportSchema(row: ExportRow, context: ExportContext): JsonObject {
  const { type, isList } = parseType(row.type);
  const inner = readInner(row, type, context);
  const schema: JsonObject = {
    ...(isList ? { type: "array", items: inner } : inner),
    ...(row.title === "" ? {} : { title: row.title }),
    ...(row.description === "" ? {} : { description: row.description }),
    ...(row.restriction === "read-only" ? { readOnly: true } : {}),
    ...(row.restriction === "write-only" ? { writeOnly: true } : {}),
    ...(row.values.length > 0 ? { enum: readValues(row.values, type) } : {}),
  };
  const members = new Map([["description", [row.offset, row.offset] as const]]);
  return mark(schema, { source: context.source, start: row.offset, members });
}

/** `[string]` is a list of strings, `[[Pet](#schemapet)]` one of pets. */
function parseType(text: string): { readonly type: string; readonly isList: boolean } {
  const inner = /^\[(.*)\]$/.exec(text)?.[1];
  return inner === undefined ? { type: text, isList: false } : { type: inner, isList: true };
}

function readInner(row: ExportRow, type: string, context: ExportContext): JsonObject {
  const model = /^\[(.+)\]\(#schema.*\)$/.exec(type)?.[1];
  if (model !== undefined && context.models.has(model)) {
    return { $ref: schemaRef(model) };
  }
  const alternatives = row.children.filter((child) => child.name === "*anonymous*");
  if (alternatives.length > 0) {
    return { [row.combinator ?? "anyOf"]: alternatives.map((child) => readExportSchema(child, context)) };
  }
  const base = readTypeWords(type);
  return row.children.length === 0 ? base : { ...base, ...readProperties(row, context) };
}

function readProperties(row: ExportRow, context: ExportContext): JsonObject {
  const required = row.children.filter((child) => child.required).map((child) => child.name);
  const properties = fromEntries(row.children.map((child) => [child.name, readExportSchema(child, context)] as const));
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
}

/** `string(uuid)`, `string¦null`, `any`. */
function readTypeWords(text: string): JsonObject {
  const words = text.split("¦").map((word) => /^(\w+)(?:\(([\w-]+)\))?$/.exec(word.trim()));
  const types = words.flatMap((word) => (word?.[1] !== undefined && jsonTypes.has(word[1]) ? [word[1]] : []));
  const format = words.find((word) => word?.[2] !== undefined)?.[2];
  if (text === "file") return { type: "string", format: "binary" };
  if (types.length === 0 || types.length < words.length) return {};
  return { type: types.length === 1 ? (types[0] ?? "string") : types, ...(format === undefined ? {} : { format }) };
}

const jsonTypes: ReadonlySet<string> = new Set(["string", "integer", "number", "boolean", "object", "array", "null"]);

/** Value lists come as text: those of numbers are numbers. */
function readValues(values: readonly string[], type: string): readonly (string | number)[] {
  const numbers = values.map(Number);
  return /^(?:integer|number)/.test(type) && numbers.every(Number.isFinite) ? numbers : values;
}
