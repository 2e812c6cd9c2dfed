import { isObject, type Json } from "../json.ts";
import { numberLiteral } from "./text/number-literal.ts";
import { objectKey } from "./text/object-key.ts";
import { stringLiteral } from "./text/string-literal.ts";
import { pageWidth } from "./wrap-text.ts";

/** The text of a JSON value as a TypeScript literal whose first line starts in `column`, indented by `indent`. */
export function printValue(value: Json, indent: string, column: number): string {
  const flat = printFlatValue(value);
  if (column + flat.length < pageWidth) return flat;
  if (Array.isArray(value)) return printList(value, indent);
  return isObject(value) ? printObject(entriesOf(value), indent) : flat;
}

function printFlatValue(value: Json): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number") return numberLiteral(value);
  if (Array.isArray(value)) return `[${value.map(printFlatValue).join(", ")}]`;
  if (!isObject(value)) return String(value);
  const members = entriesOf(value).map(([key, item]) => `${objectKey(key)}: ${printFlatValue(item)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function entriesOf(object: { readonly [key: string]: Json | undefined }): [string, Json][] {
  return Object.entries(object).filter((entry): entry is [string, Json] => entry[1] !== undefined);
}

function printList(list: readonly Json[], indent: string): string {
  const inner = `${indent}  `;
  return `[\n${list.map((item) => `${inner}${printValue(item, inner, inner.length)},\n`).join("")}${indent}]`;
}

function printObject(entries: readonly [string, Json][], indent: string): string {
  return `{\n${entries.map(([key, value]) => printEntry(key, value, `${indent}  `)).join("")}${indent}}`;
}

function printEntry(key: string, value: Json, indent: string): string {
  const name = `${indent}${objectKey(key)}: `;
  return `${name}${printValue(value, indent, name.length)},\n`;
}
