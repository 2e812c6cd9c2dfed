import type { Operation } from "../document.ts";

/** Finds the operation that a request is for. */
export type FindOperation = (method: string, path: string) => Operation | undefined;

/** An operation with its place. */
export interface PlacedOperation {
  readonly method: string;
  /** A path template: `/v1/videos/{id}`. */
  readonly path: string;
  readonly operation: Operation;
}

/** Makes the search over path templates; where several fit, the one with the most fixed segments is meant, as OpenAPI says. */
export function createFindOperation(operations: readonly PlacedOperation[]): FindOperation {
  const byShape = new Map<string, Template[]>();
  for (const { method, path, operation } of operations) {
    const segments = path.split("/").map(readSegment);
    const shape = `${method.toUpperCase()} ${segments.length}`;
    const templates = byShape.get(shape) ?? [];
    templates.push({ segments, operation });
    byShape.set(shape, templates);
  }
  return (method, path) => {
    const asked = path.split("/");
    const fitting = (byShape.get(`${method} ${asked.length}`) ?? []).filter(({ segments }) => fits(segments, asked));
    return fitting.sort((left, right) => fixedSegments(right) - fixedSegments(left))[0]?.operation;
  };
}

interface Template {
  readonly segments: readonly Segment[];
  readonly operation: Operation;
}

/** What a segment begins and ends with; `open` where a parameter stands between. */
interface Segment {
  readonly start: string;
  readonly end: string;
  readonly open: boolean;
}

function readSegment(text: string): Segment {
  const from = text.indexOf("{");
  const to = text.lastIndexOf("}");
  if (from < 0 || to < from) return { start: text, end: "", open: false };
  return { start: text.slice(0, from), end: text.slice(to + 1), open: true };
}

function fits(segments: readonly Segment[], asked: readonly string[]): boolean {
  return segments.every(({ start, end, open }, index) => {
    const text = asked[index] ?? "";
    if (!open) return text === start;
    return text.length > start.length + end.length && text.startsWith(start) && text.endsWith(end);
  });
}

function fixedSegments({ segments }: Template): number {
  return segments.filter(({ open }) => !open).length;
}
