import { changeAt, type Pair } from "./change-at.ts";
import { type Comparer, type Comparison, gather, nothingFound } from "./context.ts";
import { contentKey } from "./expand-site.ts";
import { isAnything, nameOf } from "./find-child-changes.ts";
import { pairLikest } from "./pair-likest.ts";
import type { Condition, Site, Stated } from "./shape.ts";

/** What changed about `not`, `if`, `then` and `else`. */
export function findConditionChanges(pair: Pair, comparer: Comparer): Comparison {
  const conditions = pairLikest(pair.base.conditions, pair.head.conditions, {
    key: ({ test, passed, failed }) => [test, passed ?? [], failed ?? []].map(keyOf).join(" "),
    likeness: (base, head) => Number(comparer.relate(base.test, head.test) === "equal"),
  });
  return gather([
    compareNots(pair, comparer),
    ...conditions.map(([base, head]) => compareCondition(pair, comparer, base, head)),
  ]);
}

/** What is ruled out: ruling out more allows less, so comparisons under `not` are flipped. */
function compareNots(pair: Pair, comparer: Comparer): Comparison {
  const isSame = (base: Site, head: Site): boolean =>
    keyOf(base) === keyOf(head) || comparer.relate(base, head) === "equal";
  const gone = pair.base.nots.filter((base) => !pair.head.nots.some((head) => isSame(base, head)));
  const come = pair.head.nots.filter((head) => !pair.base.nots.some((base) => isSame(base, head)));
  const [from, to] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && from !== undefined && to !== undefined) {
    return { changes: [], edges: [{ base: from, head: to, context: comparer.context, flipped: true }] };
  }
  return {
    edges: [],
    changes: [
      ...come.map((site) =>
        changeAt("not-changed", "narrower", pair, { head: statedAt(site, "not") }, { after: nameOf(site) }),
      ),
      ...gone.map((site) =>
        changeAt("not-changed", "wider", pair, { base: statedAt(site, "not") }, { before: nameOf(site) }),
      ),
    ],
  };
}

function keyOf(site: Site): string {
  return site.map(({ schema }) => contentKey(schema)).join();
}

function compareCondition(
  pair: Pair,
  comparer: Comparer,
  base: Condition | undefined,
  head: Condition | undefined,
): Comparison {
  if (base === undefined || head === undefined) {
    const effect = base === undefined ? "narrower" : "wider";
    const sides = { base: statedAt(base?.test, "if"), head: statedAt(head?.test, "if") };
    return { edges: [], changes: [changeAt("condition-changed", effect, pair, sides, {})] };
  }
  if (comparer.relate(base.test, head.test) !== "equal") {
    const sides = { base: statedAt(base.test, "if"), head: statedAt(head.test, "if") };
    return { edges: [], changes: [changeAt("condition-changed", "incomparable", pair, sides, {})] };
  }
  return gather([
    compareBranch(pair, comparer, base.passed, head.passed, "then"),
    compareBranch(pair, comparer, base.failed, head.failed, "else"),
  ]);
}

function compareBranch(
  pair: Pair,
  comparer: Comparer,
  base: Site | undefined,
  head: Site | undefined,
  key: "then" | "else",
): Comparison {
  if (isAnything(base) && isAnything(head)) return nothingFound;
  if (base !== undefined && head !== undefined)
    return { changes: [], edges: [{ base, head, context: comparer.context }] };
  const sides = { base: statedAt(base, key), head: statedAt(head, key) };
  const effect = base === undefined ? "narrower" : "wider";
  return {
    edges: [],
    changes: [changeAt("condition-changed", effect, pair, sides, { before: nameOf(base), after: nameOf(head) })],
  };
}

function statedAt(site: Site | undefined, key: string): Stated<unknown> | undefined {
  const at = site?.[0];
  if (at === undefined) return undefined;
  return {
    value: at.schema,
    at: { ...at, pointer: at.pointer.slice(0, at.pointer.lastIndexOf("/")) },
    key,
    mined: false,
  };
}
