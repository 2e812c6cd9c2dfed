import { isObject, type Json } from "../json.ts";

/** The text and numbers of an example by the name they stand under, at any depth: what a field's values look like. */
export function indexSamples(example: Json | undefined): ReadonlyMap<string, readonly string[]> {
  const samples = new Map<string, string[]>();
  const open: Json[] = example === undefined ? [] : [example];
  for (let value = open.pop(), left = maxValues; value !== undefined && left > 0; value = open.pop(), left -= 1) {
    if (Array.isArray(value)) open.push(...value.slice(0, maxItems));
    else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        if (typeof inner === "string" || typeof inner === "number")
          samples.set(name, [...(samples.get(name) ?? []).slice(0, maxItems), String(inner)]);
        else if (inner !== undefined) open.push(inner);
      }
    }
  }
  return samples;
}

/** Examples are small; in a larger one the first values say as much. */
const maxValues = 10_000;
const maxItems = 10;
