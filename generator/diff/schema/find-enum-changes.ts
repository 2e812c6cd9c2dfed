import type { Json } from "../../json.ts";
import { canonical } from "../canonical.ts";
import type { Change } from "../change.ts";
import { changeAt, type Pair } from "./change-at.ts";
import type { Stated } from "./shape.ts";

type List = Stated<readonly Json[]>;

/** What changed in the allowed values, be they written as `enum` or as `const`. */
export function findEnumChanges(pair: Pair): readonly Change[] {
  const { enum: base } = pair.base;
  const { enum: head } = pair.head;
  if (base === undefined && head === undefined) return [];
  if (base === undefined || head === undefined) return [listCameOrWent(pair, base, head)];
  if (isConst(base) && isConst(head)) return constChanged(pair, base, head);
  const [gone, come] = [without(base.value, head.value), without(head.value, base.value)];
  const sides = { base, head };
  const changes: Change[] = [];
  if (gone.length > 0) changes.push(changeAt("enum-values-removed", "narrower", pair, sides, { before: gone }));
  if (come.length > 0) changes.push(changeAt("enum-values-added", "wider", pair, sides, { after: come }));
  return changes.length > 0 ? changes : closedOrOpened(pair, base, head);
}

function listCameOrWent(pair: Pair, base: List | undefined, head: List | undefined): Change {
  const effect = head === undefined ? "wider" : "narrower";
  const rule = isConst(base ?? head) ? "const-changed" : effect === "narrower" ? "enum-added" : "enum-removed";
  return changeAt(rule, effect, pair, { base, head }, { before: shown(base), after: shown(head) });
}

function constChanged(pair: Pair, base: List, head: List): readonly Change[] {
  if (canonical(base.value) === canonical(head.value)) return [];
  return [changeAt("const-changed", "incomparable", pair, { base, head }, { before: shown(base), after: shown(head) })];
}

/** The same values, but prose became schema: a list that was open is closed now, or the other way round. */
function closedOrOpened(pair: Pair, base: List, head: List): readonly Change[] {
  if (base.mined === head.mined) return [];
  const [effect, sides] = head.mined ? (["wider", { base, head }] as const) : (["narrower", { base, head }] as const);
  const values = { before: base.mined ? "open" : "closed", after: head.mined ? "open" : "closed" };
  return [{ ...changeAt("enum-closed-changed", effect, pair, sides, values), unsure: true }];
}

function isConst(list: List | undefined): boolean {
  return list?.key === "const";
}

function shown(list: List | undefined): Json | undefined {
  return isConst(list) ? (list?.value[0] ?? null) : list?.value;
}

function without(values: readonly Json[], others: readonly Json[]): readonly Json[] {
  const known = new Set(others.map(canonical));
  return values.filter((value) => !known.has(canonical(value)));
}
