import { parse } from "lossless-json";
import { closestTo } from "../did-you-mean.ts";
import type { PlannedField } from "../plan.ts";
import { quote, safe } from "../terminal-text.ts";

/** The input of a model as the command line gave it, with what is wrong with it. */
export interface ParsedInputs {
  readonly input: { readonly [field: string]: unknown };
  /** Each stops the command. */
  readonly problems: readonly string[];
  /** Worth saying, no more. */
  readonly notes: readonly string[];
}

/** What a word of the command line says: `field=value`, `field:=json`, `field=@file`. */
export interface InputWord {
  readonly field: string;
  readonly kind: "text" | "json" | "file";
  readonly value: string;
}

/** Splits `field=value` words; undefined for a word that is none. */
export function readInputWord(word: string): InputWord | undefined {
  const at = word.indexOf("=");
  if (at <= 0) return undefined;
  const value = word.slice(at + 1);
  if (word[at - 1] === ":") return at === 1 ? undefined : { field: word.slice(0, at - 1), kind: "json", value };
  return { field: word.slice(0, at), kind: value.startsWith("@") ? "file" : "text", value };
}

/**
 * Types the words by the endpoint's documented fields: `num_images=2` is a number where the documents say so. A field named
 * twice becomes a list. `field:=json` is taken as it is and passes undocumented; `readFile` gives the text of `field=@path`.
 */
export async function parseInputs(
  words: readonly InputWord[],
  fields: readonly PlannedField[],
  readFile: (path: string) => Promise<FileText>,
): Promise<ParsedInputs> {
  const known = new Map(fields.map((field) => [field.name, field]));
  const values = new Map<string, unknown>();
  const problems: string[] = [];
  const notes: string[] = [];
  for (const word of words) {
    const field = known.get(word.field);
    if (field === undefined && word.kind !== "json") explainUnknown(word.field, known.keys(), problems, notes);
    const read = await readValue(word, field?.types ?? [], readFile);
    if ("problem" in read) problems.push(read.problem);
    else values.set(word.field, joinValues(values.get(word.field), read.value, field?.types ?? []));
  }
  return { input: Object.fromEntries(values), problems, notes };
}

/** The text of a file (a picture as data URI), or why there is none. */
export type FileText = { readonly text: string } | { readonly problem: string };

type ReadValue = { readonly value: unknown } | { readonly problem: string };

function explainUnknown(name: string, known: Iterable<string>, problems: string[], notes: string[]): void {
  const names = [...known];
  const meant = closestTo(name, names);
  if (meant === undefined) notes.push(`${quote(name)} is no documented field; it is sent as it is`);
  else
    problems.push(
      `${quote(name)} is no documented field: did you mean ${quote(meant)}? (to send it all the same: ${safe(name, 60)}:=…)`,
    );
}

async function readValue(
  word: InputWord,
  types: readonly string[],
  readFile: (path: string) => Promise<FileText>,
): Promise<ReadValue> {
  if (word.kind === "json") return readJson(word.field, word.value);
  if (word.kind === "text") return readText(word.field, word.value, types);
  const file = await readFile(word.value.slice(1));
  return "problem" in file ? file : { value: file.text };
}

function readText(field: string, text: string, types: readonly string[]): ReadValue {
  const literal = literalOf(text);
  const type = typeOf(literal);
  if (
    type !== undefined &&
    (types.length === 0 || types.includes(type) || (type === "integer" && types.includes("number")))
  ) {
    return { value: literal };
  }
  if (/^[[{]/.test(text) && (types.length === 0 || types.includes("array") || types.includes("object"))) {
    const read = readJson(field, text);
    if ("value" in read || !types.includes("string")) return read;
  }
  if (types.length === 0 || types.includes("string")) return { value: text };
  // A list of plain values may be given one by one: image_urls=a image_urls=b
  if (types.includes("array")) return { value: [literal ?? text] };
  const known = types.map((type) => (type === "null" ? type : `${/^[aio]/.test(type) ? "an" : "a"} ${type}`));
  return { problem: `${quote(field)} takes ${known.join(" or ")}, not ${quote(text)}` };
}

function literalOf(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? parseNumber(text) : undefined;
}

function typeOf(literal: unknown): string | undefined {
  if (literal === null) return "null";
  if (typeof literal === "boolean") return "boolean";
  if (typeof literal === "bigint" || Number.isInteger(literal)) return "integer";
  return typeof literal === "number" ? "number" : undefined;
}

function readJson(field: string, text: string): ReadValue {
  try {
    return { value: parse(text, undefined, parseNumber) };
  } catch {
    return { problem: `the value of ${quote(field)} is no JSON: ${quote(text)}` };
  }
}

// A seed may be larger than a number can hold exactly.
function parseNumber(text: string): number | bigint {
  const value = Number(text);
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(value) ? BigInt(text) : value;
}

function joinValues(before: unknown, value: unknown, types: readonly string[]): unknown {
  if (before === undefined) return value;
  const repeats = types.length === 0 || types.includes("array");
  return repeats ? [before, value].flat() : value;
}
