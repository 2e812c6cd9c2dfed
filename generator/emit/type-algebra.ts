import type { TypeStructure } from "./module-structure.ts";
import { printFlatType } from "./print-flat-type.ts";

/** The type of anything. */
export const unknown: TypeStructure = { kind: "keyword", name: "unknown" };

/** The type of nothing. */
export const never: TypeStructure = { kind: "keyword", name: "never" };

/** The type of null. */
export const nullType: TypeStructure = { kind: "keyword", name: "null" };

/**
 * The union of types, flat and without repetition. Beside literals, `string` and `number` are written `(string & {})`:
 * the compiler then keeps the literals, so that an editor offers them.
 */
export function unionOf(types: readonly TypeStructure[]): TypeStructure {
  const flat = types.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  if (flat.some((type) => type.kind === "keyword" && type.name === "unknown")) return unknown;
  const kept = distinct(flat.filter((type) => !(type.kind === "keyword" && type.name === "never")));
  const members = kept.map((type) => keepLiterals(type, kept)).sort((a, b) => rank(a) - rank(b));
  const [only] = members;
  if (only === undefined) return never;
  return members.length === 1 ? only : { kind: "union", members };
}

/** The intersection of types, without those that say nothing. */
export function intersectionOf(types: readonly TypeStructure[]): TypeStructure {
  const flat = types.flatMap((type) => (type.kind === "intersection" ? type.members : [type]));
  const members = distinct(flat.filter((type) => !(type.kind === "keyword" && type.name === "unknown")));
  const [only] = members;
  if (only === undefined) return unknown;
  return members.length === 1 ? only : { kind: "intersection", members };
}

function distinct(types: readonly TypeStructure[]): readonly TypeStructure[] {
  return [...new Map(types.map((type) => [printFlatType(type), type])).values()];
}

/** Known values first, then what else is taken, null at the end. */
function rank(type: TypeStructure): number {
  if (type.kind === "literal") return 0;
  return type === nullType ? 2 : 1;
}

function keepLiterals(type: TypeStructure, all: readonly TypeStructure[]): TypeStructure {
  if (type.kind !== "keyword" || (type.name !== "string" && type.name !== "number")) return type;
  const absorbs = all.some((other) => other.kind === "literal" && typeof other.value === type.name);
  return absorbs ? { kind: "intersection", members: [type, { kind: "object", members: [] }] } : type;
}
