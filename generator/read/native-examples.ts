import { fromEntries, type Json, type JsonObject, member } from "../json.ts";
import { marksOf } from "../place.ts";
import { parseExample } from "./parse-example.ts";

/** Where a native example stands: the object that holds it and its key there. The value is text, mostly JSON. */
export interface NamedExample {
  readonly name?: string | undefined;
  readonly holder: JsonObject;
  readonly key: string;
}

/** The `example`, or for several the `examples`, of a media type object. */
export function readNativeExamples(examples: readonly NamedExample[]): readonly (readonly [string, Json])[] {
  const [first, ...others] = examples.filter(({ holder, key }) => !isBlank(member(holder, key)));
  if (first === undefined) return [];
  if (others.length === 0) return [["example", exampleValue(first)]];
  const entries = [first, ...others].map((example, index) => {
    const summary = example.name === undefined || example.name === "" ? {} : { summary: example.name };
    return [String(index + 1), { ...summary, value: exampleValue(example) }] as const;
  });
  return [["examples", fromEntries(entries)]];
}

function exampleValue({ holder, key }: NamedExample): Json {
  const value = member(holder, key) ?? null;
  if (typeof value !== "string") return value;
  const marks = marksOf(holder);
  const at = marks?.members?.get(key)?.[1];
  return parseExample(value, marks === undefined || at === undefined ? undefined : { source: marks.source, start: at });
}

/** Whether the editor holds nothing there. */
export function isBlank(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "";
}
