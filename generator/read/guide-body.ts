import type { Json, JsonObject } from "../json.ts";
import { mark, type SourceText } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";
import type { DocTextField } from "./doc-text-field.ts";
import { readFieldSchema } from "./doc-text-field-schema.ts";
import { readDocTextFields } from "./doc-text-fields.ts";
import { isTypeText, readTypeText } from "./doc-text-type.ts";
import type { FlatField } from "./flat-field.ts";
import { nestFields } from "./nest-fields.ts";
import type { Line } from "./split-lines.ts";

/** A heading of the third level, with the lines under it. */
export interface GuidePart {
  readonly heading: string;
  readonly lines: readonly Line[];
}

/** What a call of a guide takes. */
export interface GuideInput {
  readonly parameters: readonly JsonObject[];
  /** Schema of its JSON body; undefined for calls without one. */
  readonly schema?: JsonObject;
}

/** The parameters of a call: a table, and `### input Object Parameters` with a heading per field of that property. */
export function readGuideBody(
  parts: readonly GuidePart[],
  call: { readonly method: string },
  source: SourceText,
): GuideInput {
  const table = parts
    .filter((part) => /^(?:Request|Query) Parameters/i.test(part.heading))
    .flatMap((part) => part.lines);
  const fields = readDocTextFields(table);
  const passed = parts.flatMap((part) => part.lines).flatMap((line) => readPassed(line, source));
  if (/^(?:get|delete|head)$/.test(call.method))
    return { parameters: [...fields.map((field) => readParameter(field, source)), ...passed] };
  const inner = new Map(
    parts.flatMap((part): [string, JsonObject][] => {
      const name = /^(\S+) Object Parameters/i.exec(part.heading)?.[1];
      return name === undefined ? [] : [[name, readHeadedFields(part.lines, source)]];
    }),
  );
  if (fields.length === 0 && inner.size === 0) return { parameters: [] };
  const flat = fields.map((field): FlatField => {
    const schema = readFieldSchema(field, source);
    const nested = inner.get(field.name);
    return {
      name: field.name,
      schema: nested === undefined ? schema : { ...schema, ...nested },
      required: field.required === true,
    };
  });
  return { parameters: [], schema: nestFields(flat, undefined) };
}

/** `- **Parameter**: `taskId` (passed via URL parameter)` */
function readPassed(line: Line, source: SourceText): readonly JsonObject[] {
  const name = /^[-*] \*\*Parameters?\*\*\s*:\s*`([\w.-]+)`/.exec(line.text)?.[1];
  if (name === undefined) return [];
  const parameter = { name, in: "query", required: true, schema: { type: "string" } };
  return [mark(parameter, { source, start: line.start + line.text.indexOf(name) })];
}

function readParameter(field: DocTextField, source: SourceText): JsonObject {
  const { description, ...schema } = readFieldSchema(field, source);
  const built = definedEntries([
    ["name", field.name],
    ["in", "query"],
    ["required", field.required === true],
    ["description", description],
    ["schema", schema],
  ]);
  return mark({ ...built }, { source, start: field.offset });
}

/** `#### prompt`, then `- **Type**: `string`` and its like. */
function readHeadedFields(lines: readonly Line[], source: SourceText): JsonObject {
  const groups: { name: string; offset: number; lines: Line[] }[] = [];
  for (const line of lines) {
    const name = /^#### (\S+)\s*$/.exec(line.text)?.[1];
    if (name === undefined) groups.at(-1)?.lines.push(line);
    else groups.push({ name, offset: line.start + 5, lines: [] });
  }
  const fields = groups.map((group): FlatField => {
    const labels = readLabels(group.lines);
    const required = /^yes\b/i.test(labels.get("required")?.text ?? "");
    return { name: group.name, schema: readSchema(labels, required, group.offset, source), required };
  });
  return nestFields(fields, undefined);
}

interface Label {
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly items: readonly string[];
}

/** What the bullets of a field say, by label; indented bullets are items of the label above them. */
function readLabels(lines: readonly Line[]): ReadonlyMap<string, Label> {
  const labels = new Map<string, { name: string; text: string; start: number; items: string[] }>();
  let current: { items: string[] } | undefined;
  for (const line of lines) {
    const [, name, text] = /^[-*] \*\*([^*]+)\*\*\s*:\s*(.*)$/.exec(line.text) ?? [];
    const item = /^\s+[-*] `([^`]*)`/.exec(line.text)?.[1];
    if (item !== undefined) current?.items.push(item);
    if (name === undefined || text === undefined) continue;
    const label = { name, text: text.trim(), start: line.start + line.text.length - text.length, items: [] };
    labels.set(name.toLowerCase(), label);
    current = label;
  }
  return labels;
}

/**
 * Type, options and default are stated as such; limits stand in words, which belong to the description. What a form fills
 * into a required field is a sample, no default.
 */
function readSchema(
  labels: ReadonlyMap<string, Label>,
  required: boolean,
  offset: number,
  source: SourceText,
): JsonObject {
  const words = unquote(labels.get("type")?.text ?? "");
  const type = isTypeText(words) ? readTypeText(words) : {};
  const said = labels.get("description");
  const limits = [...labels.values()]
    .filter(({ name }) => /^(?:Max|Min|Range|Length)/i.test(name))
    .map(({ name, text }) => `${name}: ${text}`);
  const description = [said?.text ?? "", ...limits].filter((text) => text !== "").join("\n");
  const options = labels.get("options")?.items ?? [];
  const built = definedEntries([
    ...Object.entries(type),
    ["description", description === "" ? undefined : description],
    ["enum", options.length > 0 && type.type === "string" ? options : undefined],
    ["default", required ? undefined : readDefault(labels.get("default value")?.text, type.type)],
  ]);
  const members = said === undefined ? new Map() : new Map([["description", [said.start, said.start] as const]]);
  return mark({ ...built }, { source, start: offset, members });
}

/** A default of the field's own type; an empty text is the form's way to say that there is none. */
function readDefault(text: string | undefined, type: Json | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(unquote(text));
    if (type === "string") return typeof value === "string" && value !== "" ? value : undefined;
    return typeof value === "boolean" || typeof value === "number" ? value : undefined;
  } catch {
    return undefined;
  }
}

function unquote(text: string): string {
  return /^`(.*)`$/.exec(text)?.[1] ?? text;
}
