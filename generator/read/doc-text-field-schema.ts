import type { Json, JsonObject } from "../json.ts";
import { mark, type SourceText } from "../place.ts";
import type { DocTextField } from "./doc-text-field.ts";
import { isLimitText, readLimits } from "./doc-text-limits.ts";
import { readTypeText } from "./doc-text-type.ts";
import { splitGluedValues } from "./split-glued-values.ts";
import type { Line } from "./split-lines.ts";

/**
 * The schema of a field: its type, and what its labels state; the rest of its lines is its description. `shown` are values
 * that the page's example has for it.
 */
export function readFieldSchema(field: DocTextField, source: SourceText, shown: readonly string[] = []): JsonObject {
  const { description, samples, values, defaults, patterns, limits, steps } = sortDetails(field.details);
  const text = description.map((line) => line.text).join("\n");
  const members = new Map<string, readonly [number, number]>();
  const first = description[0];
  if (first !== undefined) members.set("description", [first.start, first.start]);
  const listed = splitGluedValues(
    values.map((line) => line.text),
    [...samples.map((line) => line.text), ...defaults.slice(0, 1).map((line) => line.text), ...shown],
  );
  const type = readTypeText(field.type);
  const schema: JsonObject = {
    ...type,
    ...(text === "" ? {} : { description: text }),
    ...readValues(listed, type.type),
    ...readDefault(defaults[0], type.type),
    ...(patterns[0] === undefined ? {} : { pattern: patterns[0].text }),
    ...readLimits(
      limits.map((line) => line.text),
      type.type,
    ),
    ...readStep(steps[0], type.type),
  };
  return mark(schema, { source, start: field.offset, members });
}

/** The sample value that a field states for itself, as text. */
export function readFieldSample(field: DocTextField): string | undefined {
  return sortDetails(field.details).samples[0]?.text;
}

/** Values in the field's own type; a list that does not fit it is none. */
function readValues(listed: readonly string[], type: Json | undefined): JsonObject {
  const values = listed.map((text) => toType(text, type)).filter((value) => value !== undefined);
  return values.length > 0 && values.length === listed.length ? { enum: values } : {};
}

/** Values with braces are variables of the editor, never defaults. */
function readDefault(line: Line | undefined, type: Json | undefined): JsonObject {
  const value = line === undefined || /\{\{.*\}\}/.test(line.text) ? undefined : toType(line.text, type);
  return value === undefined ? {} : { default: value };
}

function readStep(line: Line | undefined, type: Json | undefined): JsonObject {
  const value = line === undefined ? undefined : toType(line.text, type);
  return typeof value === "number" && value > 0 ? { multipleOf: value } : {};
}

function toType(text: string, type: Json | undefined): string | number | boolean | undefined {
  if (type === "string") return text;
  if (type === "boolean") return /^(?:true|false)$/.test(text) ? text === "true" : undefined;
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || (type !== "integer" && type !== "number")) return undefined;
  const value = Number(text);
  return type === "number" || Number.isSafeInteger(value) ? value : undefined;
}

type Part = "description" | "samples" | "values" | "defaults" | "patterns" | "limits" | "steps";

/** A label on a line of its own governs the lines below it, up to the next label; `示例: x` keeps its value beside it. */
function sortDetails(details: readonly Line[]): Readonly<Record<Part, readonly Line[]>> {
  const sorted: Record<Part, Line[]> = {
    description: [],
    samples: [],
    values: [],
    defaults: [],
    patterns: [],
    limits: [],
    steps: [],
  };
  let into: Part = "description";
  for (const line of withoutModelNames(details)) {
    const label = labels.get(line.text.replace(/[:：]$/, "").toLowerCase());
    const beside = /^(?:示例值?|Examples?)\s*[:：]\s*(?=\S)/i.exec(line.text)?.[0].length;
    if (label !== undefined && /[:：]$/.test(line.text)) into = label;
    else if (beside !== undefined)
      sorted.samples.push({ ...line, text: line.text.slice(beside), start: line.start + beside });
    else if (into === "description" && isLimitText(line.text)) sorted.limits.push(line);
    // Older pages print a field's title and its description, which often are the same.
    else if (into !== "description" || sorted.description.at(-1)?.text !== line.text) sorted[into].push(line);
  }
  return sorted;
}

/** A field that refers to a model has its name twice, once in brackets. */
function withoutModelNames(details: readonly Line[]): readonly Line[] {
  const models = new Set(details.flatMap(({ text }) => /^\(([\w.«»-]+)\)$/.exec(text)?.[1] ?? []));
  return models.size === 0 ? details : details.filter(({ text }) => !models.has(text.replace(/^\((.*)\)$/, "$1")));
}

const labels: ReadonlyMap<string, Part> = new Map([
  ["示例值", "samples"],
  ["示例", "samples"],
  ["example", "samples"],
  ["examples", "samples"],
  ["枚举值", "values"],
  ["allowed values", "values"],
  ["enum", "values"],
  ["默认值", "defaults"],
  ["default", "defaults"],
  ["匹配模式", "patterns"],
  ["match pattern", "patterns"],
  ["倍数", "steps"],
  ["multiple of", "steps"],
]);
