import type { JsonObject } from "../json.ts";
import { mark, type SourceText } from "../place.ts";
import type { DocTextField } from "./doc-text-fields.ts";
import { readTypeText } from "./doc-text-type.ts";
import { splitGluedValues } from "./split-glued-values.ts";
import type { Line } from "./split-lines.ts";

/** The schema of a field: its type, and what its labels state; the rest of its lines is its description. */
export function readFieldSchema(field: DocTextField, source: SourceText): JsonObject {
  const { description, samples, values } = sortDetails(field.details);
  const text = description.map((line) => line.text).join("\n");
  const members = new Map<string, readonly [number, number]>();
  const first = description[0];
  if (first !== undefined) members.set("description", [first.start, first.start]);
  const listed = splitGluedValues(
    values.map((line) => line.text),
    samples.map((line) => line.text),
  );
  const type = readTypeText(field.type);
  const schema: JsonObject = {
    ...type,
    ...(text === "" ? {} : { description: text }),
    ...(listed.length > 0 && type.type === "string" ? { enum: listed } : {}),
  };
  return mark(schema, { source, start: field.offset, members });
}

/** The sample value that a field states for itself, as text. */
export function readFieldSample(field: DocTextField): string | undefined {
  return sortDetails(field.details).samples[0]?.text;
}

interface SortedDetails {
  readonly description: readonly Line[];
  readonly samples: readonly Line[];
  readonly values: readonly Line[];
}

/** A label on a line of its own governs the lines below it, up to the next label; `示例: x` keeps its value beside it. */
function sortDetails(details: readonly Line[]): SortedDetails {
  const sorted: { description: Line[]; samples: Line[]; values: Line[] } = { description: [], samples: [], values: [] };
  let into: keyof typeof sorted = "description";
  for (const line of details) {
    const label = labels.get(line.text.replace(/[:：]$/, "").toLowerCase());
    const beside = /^(?:示例值?|Examples?)\s*[:：]\s*(?=\S)/i.exec(line.text)?.[0].length;
    if (label !== undefined && /[:：]$/.test(line.text)) into = label;
    else if (beside !== undefined)
      sorted.samples.push({ ...line, text: line.text.slice(beside), start: line.start + beside });
    else sorted[into].push(line);
  }
  return sorted;
}

const labels: ReadonlyMap<string, "samples" | "values"> = new Map([
  ["示例值", "samples"],
  ["示例", "samples"],
  ["example", "samples"],
  ["examples", "samples"],
  ["枚举值", "values"],
  ["allowed values", "values"],
  ["enum", "values"],
]);
