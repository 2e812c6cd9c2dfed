import { maxDepth } from "../limits.ts";

/** Levels of nesting that are read here: a few less than are allowed, for others count a scalar of its own line as one. */
export const maxPlainDepth: number = maxDepth - 16;
