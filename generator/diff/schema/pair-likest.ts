/** An item of each side; undefined where nothing is left on that side to pair with. */
export type Paired<Item> = readonly [base: Item | undefined, head: Item | undefined];

/** How items are told to be alike. */
export interface Alike<Item> {
  /** The same for items that say the same. */
  readonly key: (item: Item) => string;
  /** How much two items share: more is more alike, whichever is whose. */
  readonly likeness: (base: Item, head: Item) => number;
}

/**
 * Pairs the items of two lists whose order says nothing: those with equal keys first, then the likest, at last those that
 * share nothing. Each item is its own object.
 */
export function pairLikest<Item extends object>(
  base: readonly Item[],
  head: readonly Item[],
  alike: Alike<Item>,
): readonly Paired<Item>[] {
  // One of each, nearly always: nothing to choose from, and keys cost.
  if (base.length < 2 && head.length < 2) return pairInOrder(base, head);
  const same = pairEqual(base, head, alike.key);
  const [from, to] = [without(base, same, 0), without(head, same, 1)];
  const like = from.length > most || to.length > most ? [] : pairByLikeness(from, to, alike.likeness);
  return [...same, ...like, ...pairInOrder(without(from, like, 0), without(to, like, 1))];
}

/** Above this many leftovers on a side, comparing each with each costs more than it tells. */
const most = 24;

function pairInOrder<Item extends object>(base: readonly Item[], head: readonly Item[]): readonly Paired<Item>[] {
  return Array.from({ length: Math.max(base.length, head.length) }, (_, index) => [base[index], head[index]]);
}

function without<Item extends object>(
  items: readonly Item[],
  pairs: readonly Paired<Item>[],
  side: 0 | 1,
): readonly Item[] {
  const paired = new Set(pairs.map((pair) => pair[side]));
  return items.filter((item) => !paired.has(item));
}

function pairEqual<Item extends object>(
  base: readonly Item[],
  head: readonly Item[],
  keyOf: Alike<Item>["key"],
): readonly Paired<Item>[] {
  const heads = new Map<string, Item[]>();
  for (const item of [...head].reverse()) {
    const key = keyOf(item);
    const equals = heads.get(key);
    if (equals === undefined) heads.set(key, [item]);
    else equals.push(item);
  }
  return base.flatMap((item): readonly Paired<Item>[] => {
    const other = heads.get(keyOf(item))?.pop();
    return other === undefined ? [] : [[item, other]];
  });
}

function pairByLikeness<Item extends object>(
  base: readonly Item[],
  head: readonly Item[],
  likeness: Alike<Item>["likeness"],
): readonly Paired<Item>[] {
  const candidates = base.flatMap((one, from) =>
    head.map((other, to) => ({ one, other, from, to, score: likeness(one, other) })),
  );
  // Equally alike pairs are taken in an order that is the same when the sides are swapped.
  candidates.sort(
    (a, b) => b.score - a.score || a.from + a.to - (b.from + b.to) || Math.abs(a.from - a.to) - Math.abs(b.from - b.to),
  );
  const [paired, met] = [new Set<Item>(), new Set<Item>()];
  return candidates.flatMap(({ one, other, score }): readonly Paired<Item>[] => {
    if (score === 0 || paired.has(one) || met.has(other)) return [];
    paired.add(one);
    met.add(other);
    return [[one, other]];
  });
}
