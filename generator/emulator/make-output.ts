import type { Schema } from "../document.ts";
import type { Schemas } from "./check-body.ts";
import { flattenSchema, sampleValue } from "./sample-value.ts";
import type { WireObject, WireValue } from "./wire-value.ts";

/** What a finished job has to tell. */
export interface OutputFacts {
  /** One object per picture: `url`, `width`, `height`, `content_type`, `file_name`. */
  readonly files: readonly WireObject[];
  readonly prompt: WireValue;
  readonly seed: WireValue;
  /** Seconds. */
  readonly inferenceTime: number;
  /** Whether the safety checker blackened the pictures. */
  readonly flagged: boolean;
}

/** The model's answer: in the shape of the endpoint's output schema, or of fal's image models where none is documented. */
export function makeOutput(schema: Schema | undefined, schemas: Schemas, facts: OutputFacts): WireValue {
  const known = new Map<string, WireValue>([
    ["seed", facts.seed],
    ["prompt", facts.prompt],
    ["timings", { inference: facts.inferenceTime }],
    ["has_nsfw_concepts", facts.files.map(() => facts.flagged)],
  ]);
  if (schema === undefined) return { images: facts.files, ...Object.fromEntries(known) };
  return sampleValue(schema, schemas, (name, part) => filesFor(part, schemas, facts.files) ?? known.get(name));
}

// An object with a `url` is a file wherever it stands, and an array of them holds as many as were asked for.
function filesFor(schema: Schema, schemas: Schemas, files: readonly WireObject[]): WireValue | undefined {
  const [first] = files;
  if (isFile(schema)) return first === undefined ? undefined : fitFile(schema, first);
  const item = typeof schema.items === "object" ? flattenSchema(schema.items, schemas) : undefined;
  return item !== undefined && isFile(item) ? files.map((file) => fitFile(item, file)) : undefined;
}

function isFile(schema: Schema): boolean {
  return schema.properties !== undefined && Object.hasOwn(schema.properties, "url");
}

function fitFile(schema: Schema, file: WireObject): WireObject {
  const properties = schema.properties ?? {};
  return Object.fromEntries(Object.entries(file).filter(([name]) => Object.hasOwn(properties, name)));
}
