import type { TypeName } from "../../document.ts";
import type { Json } from "../../json.ts";
import type { Change, Relation } from "../change.ts";
import { changeAt, type Pair } from "./change-at.ts";
import type { Shape } from "./shape.ts";

/** How a value is written on the wire. In `text` (parameters, headers) every scalar is a string of characters. */
export type Writing = "json" | "text";

/** How the types of two shapes compare, and whether they share a type at all. */
export interface TypeComparison {
  readonly relation: Relation;
  readonly disjoint: boolean;
}

const everyType: readonly TypeName[] = ["boolean", "integer", "number", "string", "array", "object"];

/** Compares the allowed types; in text, a free string holds every scalar. */
export function compareTypes({ base, head }: Pair, writing: Writing): TypeComparison {
  if (base.types === undefined && head.types === undefined) return { relation: "equal", disjoint: false };
  const [from, to] = [heldTypes(base, writing), heldTypes(head, writing)];
  const [lost, won] = [
    statedTypes(base).filter((one) => !to.has(one)),
    statedTypes(head).filter((one) => !from.has(one)),
  ];
  const disjoint =
    ![...statedTypes(base)].some((one) => to.has(one)) && !statedTypes(head).some((one) => from.has(one));
  if (lost.length > 0 && won.length > 0) return { relation: "incomparable", disjoint };
  if (lost.length > 0 || (base.types === undefined && head.types !== undefined))
    return { relation: "narrower", disjoint };
  return {
    relation: won.length > 0 || (base.types !== undefined && head.types === undefined) ? "wider" : "equal",
    disjoint,
  };
}

/** What changed in the types, nullability apart. */
export function findTypeChanges(pair: Pair, comparison: TypeComparison): readonly Change[] {
  const { base, head } = pair;
  if (comparison.relation === "equal") return [];
  const values = { before: listTypes(base), after: listTypes(head) };
  return [changeAt("type-changed", comparison.relation, pair, { base: base.types, head: head.types }, values)];
}

/** What changed about null. Where a side says nothing of types, its type change has said it already. */
export function findNullChanges(pair: Pair): readonly Change[] {
  const { base, head } = pair;
  if (base.nullable === head.nullable || isUntyped(base) || isUntyped(head)) return [];
  const effect = head.nullable ? "wider" : "narrower";
  const sides = { base: base.types ?? base.enum, head: head.types ?? head.enum };
  return [changeAt("nullable-changed", effect, pair, sides, { before: base.nullable, after: head.nullable })];
}

/** Whether nothing here says which values pass, so that null passes for want of a word. */
function isUntyped(shape: Shape): boolean {
  return shape.types === undefined && shape.enum === undefined && shape.groups.length === 0 && shape.nullable;
}

function statedTypes(shape: Shape): readonly TypeName[] {
  return shape.types === undefined ? everyType : [...shape.types.value];
}

function heldTypes(shape: Shape, writing: Writing): ReadonlySet<TypeName> {
  const held = new Set(statedTypes(shape));
  if (writing === "text" && held.has("string") && isFree(shape))
    for (const name of ["number", "boolean"] as const) held.add(name);
  if (held.has("number")) held.add("integer");
  return held;
}

function isFree(shape: Shape): boolean {
  return shape.enum === undefined && !["pattern", "format"].some((keyword) => shape.values.has(keyword));
}

function listTypes(shape: Shape): Json {
  if (shape.types === undefined) return null;
  const names = [...shape.types.value].sort();
  return names.length === 1 ? (names[0] ?? null) : names;
}
