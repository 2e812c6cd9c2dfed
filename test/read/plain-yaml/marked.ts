import { collectInto, type Diagnostic, type Report } from "../../../generator/diagnostic.ts";
import { marksOf } from "../../../generator/place.ts";
import type { Excerpt } from "../../../generator/read/excerpt.ts";
import type { Parsed } from "../../../generator/read/parsed.ts";

/** All that a reading of YAML gave: the value with its places laid open, and what was reported. */
export interface Reading {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a reader of YAML makes of an excerpt; undefined when it gives no value. */
export function readMarked(
  read: (excerpt: Excerpt, report: Report) => Parsed | string | undefined,
  excerpt: Excerpt,
): Reading | undefined {
  const diagnostics: Diagnostic[] = [];
  const parsed = read(excerpt, collectInto(diagnostics));
  return typeof parsed !== "object" ? undefined : { value: layOpen(parsed.value), diagnostics };
}

/** Objects as lists of their members in order, each with its marks. */
function layOpen(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const marks = marksOf(value);
  const members = [...Object.keys(value), "none", "00"].map((key) => [key, marks?.members?.get(key)]);
  const places = { file: marks?.source.path, start: marks?.start, members };
  if (Array.isArray(value)) return { places, items: value.map(layOpen) };
  return { places, members: Object.entries(value).map(([key, inside]) => [key, layOpen(inside)]) };
}
