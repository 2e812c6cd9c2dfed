import { canonical } from "../canonical.ts";
import type { Relation } from "../change.ts";
import type { Comparer } from "./context.ts";
import { contentKey } from "./expand-site.ts";
import type { ShapeReader } from "./read-shape.ts";
import type { Shape, Site } from "./shape.ts";

/** Which variants of the base live on in the head, and which came or went. */
export interface Matched {
  readonly pairs: readonly (readonly [base: Site, head: Site])[];
  readonly gone: readonly Site[];
  readonly come: readonly Site[];
}

interface Rest {
  base: readonly Site[];
  head: readonly Site[];
  readonly pairs: (readonly [Site, Site])[];
}

/** Matches the variants of two combinators by meaning: content, name, tag, title, relation, likeness. Position never counts. */
export function matchVariants(base: readonly Site[], head: readonly Site[], comparer: Comparer): Matched {
  const rest: Rest = { base, head, pairs: [] };
  matchBy(rest, comparer, (site) => site.map(({ schema }) => contentKey(schema)).join());
  matchBy(rest, comparer, (site, reader) => reader.read(site).components[0]);
  matchBy(rest, comparer, (site, reader) => tagOf(reader.read(site), reader));
  matchBy(rest, comparer, (site) => site.find(({ schema }) => schema.title !== undefined)?.schema.title);
  matchByRelation(rest, comparer);
  matchByLikeness(rest, comparer);
  return { pairs: rest.pairs, gone: rest.base, come: rest.head };
}

function matchBy(rest: Rest, comparer: Comparer, keyOf: (site: Site, reader: ShapeReader) => string | undefined): void {
  const heads = new Map<string, Site>();
  for (const site of rest.head) {
    const key = keyOf(site, comparer.head);
    if (key !== undefined && !heads.has(key)) heads.set(key, site);
  }
  for (const site of rest.base) {
    const key = keyOf(site, comparer.base);
    const other = key === undefined ? undefined : heads.get(key);
    if (key === undefined || other === undefined) continue;
    heads.delete(key);
    take(rest, site, other);
  }
}

function take(rest: Rest, base: Site, head: Site): void {
  rest.pairs.push([base, head]);
  rest.base = rest.base.filter((site) => site !== base);
  rest.head = rest.head.filter((site) => site !== head);
}

/** A property that can only have one value tells a variant from the others: `type: "image"`. */
function tagOf(shape: Shape, reader: ShapeReader): string | undefined {
  const tags: string[] = [];
  for (const [name, site] of shape.properties) {
    const values = reader.read(site).enum?.value;
    if (values?.length === 1) tags.push(`${name}=${canonical(values[0])}`);
  }
  return tags.length === 0 ? undefined : tags.sort().join();
}

/** Above this many leftovers on a side, comparing each with each costs more than it tells. */
const most = 24;

function matchByRelation(rest: Rest, comparer: Comparer): void {
  if (rest.base.length > most || rest.head.length > most) return;
  for (const wanted of [["equal"], ["narrower", "wider"]] satisfies Relation[][]) {
    for (const base of rest.base) {
      const head = rest.head.find((site) => wanted.some((relation) => relation === comparer.relate(base, site)));
      if (head !== undefined) take(rest, base, head);
    }
  }
}

function matchByLikeness(rest: Rest, comparer: Comparer): void {
  for (const base of rest.base) {
    const shape = comparer.base.read(base);
    const head = rest.head.find((site) => isLike(shape, comparer.head.read(site)));
    if (head !== undefined) take(rest, base, head);
  }
}

/** Objects that share half of their properties, and lists: a variant that was edited rather than replaced. */
function isLike(base: Shape, head: Shape): boolean {
  if (base.children.has("items") && head.children.has("items")) return true;
  const names = new Set([...base.properties.keys(), ...head.properties.keys()]);
  const shared = [...base.properties.keys()].filter((name) => head.properties.has(name));
  return shared.length > 0 && shared.length * 2 >= names.size;
}
