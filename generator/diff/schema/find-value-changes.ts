import type { Json } from "../../json.ts";
import type { Change } from "../change.ts";
import { changeAt, type Pair } from "./change-at.ts";
import { isComparable } from "./is-comparable.ts";
import { keywordTable } from "./keyword-table.ts";

/** What changed in the keywords of the keyword table. */
export function findValueChanges(pair: Pair): readonly Change[] {
  const changes: Change[] = [];
  for (const [name, keyword] of keywordTable) {
    const [base, head] = [pair.base.values.get(name), pair.head.values.get(name)];
    if (base === undefined && head === undefined) continue;
    if (!isComparable(pair, keyword.family)) continue;
    // Without `contains` on both sides, the rule for `contains` has said it.
    if (name.endsWith("Contains") && !(pair.base.children.has("contains") && pair.head.children.has("contains")))
      continue;
    const relation = keyword.compare(base?.value, head?.value);
    if (relation === "equal") continue;
    changes.push(
      changeAt(keyword.rule, relation, pair, { base, head }, { before: shown(base?.value), after: shown(head?.value) }),
    );
  }
  return changes;
}

/** Bounds are pairs inside: an inclusive one is shown as its number, an exclusive one with `exclusive`. */
function shown(value: Json | undefined): Json | undefined {
  if (!Array.isArray(value) || typeof value[1] !== "boolean") return value;
  return value[1] ? `${String(value[0])} (exclusive)` : value[0];
}
