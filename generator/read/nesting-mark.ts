import { maxFieldDepth } from "./limits.ts";

/** What stands before the name of a field that is inside of the field above it. */
export interface NestingMark {
  /** How many objects it is inside of. */
  readonly depth: number;
  /** Length of the mark, with the space around it. */
  readonly length: number;
}

/** The mark before a name: `└ role`, further to the right the deeper it is, or `»» url`; depth 0 where there is none. */
export function readNestingMark(text: string): NestingMark {
  const [branch, space = ""] = /^(\s*)(?:[│|]\s*)*[└├][─-]*\s*/.exec(text) ?? [];
  if (branch !== undefined) return { depth: capped(Math.max(1, Math.floor(space.length / 2))), length: branch.length };
  const [arrows, marks = ""] = /^\s*(»+)\s*/.exec(text) ?? [];
  return { depth: capped(marks.length), length: arrows?.length ?? 0 };
}

function capped(depth: number): number {
  return Math.min(depth, maxFieldDepth);
}
