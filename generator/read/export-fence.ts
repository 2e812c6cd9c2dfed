import type { Json } from "../json.ts";
import type { SourceText } from "../place.ts";
import { cutExcerpt } from "./excerpt.ts";
import { parseExample } from "./parse-example.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Line } from "./split-lines.ts";

/** A fenced block of a Markdown export. */
export interface Fence {
  /** `json`, `xml`, or `yaml`, as which the export prints forms. */
  readonly language: string;
  readonly start: number;
  readonly end: number;
}

/** The first fenced block among some lines that is not empty; a form is known by its lines where its language is missing. */
export function readFence(lines: readonly Line[]): Fence | undefined {
  const first = lines.findIndex((line) => line.text.startsWith("```"));
  const end = lines.findIndex((line, index) => index > first && line.text.startsWith("```"));
  const inside = lines.slice(first + 1, end);
  if (first < 0 || end < 0 || inside.length === 0) return undefined;
  const stated = (lines[first]?.text ?? "").slice(3).trim();
  const isForm = stated === "" && /^[\w.[\]-]+:(?: |$)/.test(inside[0]?.text ?? "");
  return { language: isForm ? "yaml" : stated, start: inside[0]?.start ?? 0, end: inside.at(-1)?.end ?? 0 };
}

/** What a block says: forms as an object, a JSON text as its value, anything else for its shape. */
export function readFenceExample(fence: Fence, source: SourceText): Json {
  const text = source.text.slice(fence.start, fence.end);
  if (fence.language === "yaml")
    return parseYaml(cutExcerpt(source, fence.start, fence.end), () => undefined)?.value ?? text;
  const inner = fence.language === "json" ? readJsonString(text.trim()) : undefined;
  if (inner === undefined) return parseExample(text, { source, start: fence.start, end: fence.end });
  // JSON with comments is no JSON: the export prints it as a string of JSON.
  return /^\s*[[{]/.test(inner) ? parseExample(inner, { source, start: fence.start }) : inner;
}

function readJsonString(text: string): string | undefined {
  if (!text.startsWith('"')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
