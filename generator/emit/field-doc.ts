import type { ContestedDefault, Schema } from "../document.ts";
import type { Json } from "../json.ts";
import { describeRange } from "./describe-range.ts";
import type { DocStructure } from "./module-structure.ts";
import { codeSpan } from "./text/code-span.ts";
import { commentLine, commentText } from "./text/comment-text.ts";

/** Longer lists (voices, languages) would hide the rest of the hover; the types hold them all. */
const mostValues = 24;

/** The comment of a field: the page's description, then its default, range and known values, each with its origin. */
export function fieldDoc(schema: Schema): DocStructure {
  const text = schema.description === undefined ? [] : trimBlank(commentText(schema.description));
  const facts = listed([...defaultFact(schema), ...rangeFacts(schema), ...valueFact(schema)]);
  const gap = text.length > 0 && facts.length > 0 ? [""] : [];
  const deprecated = schema.deprecated === true ? ["@deprecated"] : [];
  return [...text, ...gap, ...facts, ...deprecated];
}

function listed(facts: readonly string[]): readonly string[] {
  return facts.length > 1 ? facts.map((fact) => `- ${fact}`) : facts;
}

/** Lines without the blank ones at both ends. */
export function trimBlank(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== "");
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== "") + 1);
}

function defaultFact(schema: Schema): readonly string[] {
  const contested = schema["x-docket-defaults"] ?? [];
  if (contested.length > 0) return [`Default: ${contested.map(contestedText).join(", ")}`];
  return schema.default === undefined
    ? []
    : [`Default: ${valueText(schema.default)}${originText(schema, ["default"])}`];
}

function rangeFacts(schema: Schema): readonly string[] {
  return describeRange(schema).map(({ label, text, keywords }) => `${label}: ${text}${originText(schema, keywords)}`);
}

function valueFact(schema: Schema): readonly string[] {
  const stating = [schema, ...(schema.enum === undefined ? (schema.anyOf ?? []) : [])].filter((one) => one.enum);
  const list = stating.flatMap((one) => one.enum ?? []);
  if (list.length === 0) return [];
  const shown = list.slice(0, mostValues).map(valueText);
  const more = list.length > mostValues ? [`${list.length - mostValues} more`] : [];
  const open = schema.enum === undefined || schema["x-docket-origin"]?.enum === "prose" ? "; others may pass" : "";
  return [
    `Known values: ${[...shown, ...more].join(", ")}${originsText(stating.map((one) => originOf(one, "enum")))}${open}`,
  ];
}

function contestedText({ value, gateways }: ContestedDefault): string {
  return `${valueText(value)} (${gateways.map(commentLine).join(", ")})`;
}

function valueText(value: Json): string {
  return codeSpan(JSON.stringify(value));
}

function originText(schema: Schema, keywords: readonly string[]): string {
  return originsText(keywords.map((keyword) => originOf(schema, keyword)));
}

function originsText(origins: readonly string[]): string {
  return ` (${[...new Set(origins)].sort().join(", ")})`;
}

function originOf(schema: Schema, keyword: string): string {
  return schema["x-docket-origin"]?.[keyword] ?? "schema";
}
