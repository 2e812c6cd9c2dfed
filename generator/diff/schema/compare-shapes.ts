import { canonical } from "../canonical.ts";
import type { Change } from "../change.ts";
import { changeAt, type Pair } from "./change-at.ts";
import { type Comparer, type Comparison, gather } from "./context.ts";
import { findChildChanges } from "./find-child-changes.ts";
import { findConditionChanges } from "./find-condition-changes.ts";
import { findEnumChanges } from "./find-enum-changes.ts";
import { findNoteChanges } from "./find-note-changes.ts";
import { findPartChanges } from "./find-part-changes.ts";
import { findPropertyChanges } from "./find-property-changes.ts";
import { compareTypes, findNullChanges, findTypeChanges } from "./find-type-changes.ts";
import { findValueChanges } from "./find-value-changes.ts";
import { compareWrapped, findVariantChanges, type Sites } from "./find-variant-changes.ts";

/** Compares what two sites say themselves; what is inside them is returned as edges. */
export function compareSites(sites: Sites, comparer: Comparer): Comparison {
  const pair = { base: comparer.base.read(sites.base), head: comparer.head.read(sites.head) };
  const notes = findNoteChanges(pair, comparer.context);
  if (pair.base.never || pair.head.never) return { changes: neverChanges(pair), edges: [] };
  const wrapped = compareWrapped(pair, sites, comparer) ?? compareListOfOne(pair, sites, comparer);
  return gather([{ changes: notes, edges: [] }, wrapped ?? compareShapes(pair, comparer)]);
}

function compareShapes(pair: Pair, comparer: Comparer): Comparison {
  const types = compareTypes(pair, comparer.context.writing);
  const typeChanges = findTypeChanges(pair, types);
  // A string that became a number did not also lose its pattern: one cause, one change.
  if (types.disjoint) return { changes: typeChanges, edges: [] };
  const parts = findPartChanges(pair, comparer);
  return gather([
    { changes: [...typeChanges, ...findNullChanges(pair), ...parts.changes], edges: [] },
    { changes: [...findValueChanges(pair), ...findEnumChanges(pair)], edges: [] },
    findPropertyChanges(pair, comparer, parts.explained),
    findChildChanges(pair, comparer),
    findConditionChanges(pair, comparer),
    findVariantChanges(pair, comparer),
  ]);
}

function neverChanges(pair: Pair): readonly Change[] {
  if (pair.base.never === pair.head.never) return [];
  return [changeAt("type-changed", pair.head.never ? "narrower" : "wider", pair, {}, {})];
}

/** `?id=1` reads as a value and as a list of one: a query parameter that became a list takes what it took before. */
function compareListOfOne(pair: Pair, sites: Sites, comparer: Comparer): Comparison | undefined {
  if (comparer.context.lists !== "repeated") return undefined;
  const [from, to] = [isList(pair.base), isList(pair.head)];
  if (from === to) return undefined;
  const [base, head] = [from ? itemsOf(pair.base) : sites.base, to ? itemsOf(pair.head) : sites.head];
  const change = changeAt(
    "type-changed",
    to ? "wider" : "narrower",
    pair,
    { base: pair.base.types, head: pair.head.types },
    {
      before: from ? "array" : canonical([...(pair.base.types?.value ?? [])]),
      after: to ? "array" : canonical([...(pair.head.types?.value ?? [])]),
    },
  );
  return { changes: [change], edges: [{ base, head, context: { ...comparer.context, lists: "plain" } }] };
}

function isList({ types }: Pair["base"]): boolean {
  return types?.value.size === 1 && types.value.has("array");
}

function itemsOf(shape: Pair["base"]): Sites["base"] {
  return shape.children.get("items") ?? [];
}
