import type { Document } from "../../document.ts";
import { type Change, joined, mirrored, type Relation } from "../change.ts";
import { compareSites } from "./compare-shapes.ts";
import { type Comparison, type Context, nothingFound } from "./context.ts";
import { readShapesOf, type ShapeReader } from "./read-shape.ts";
import type { Site } from "./shape.ts";

/** A pair of sites in a context: what changed there, and which pairs lie inside. */
export interface Node {
  readonly comparison: Comparison;
  readonly base: Site;
  readonly head: Site;
  readonly context: Context;
  /** Names of the component schemas that both sides are made of. */
  readonly names: { readonly base: readonly string[]; readonly head: readonly string[] };
}

/** All pairs of schemas that comparisons meet, each compared once: cycles of references end here. */
export class SchemaGraph {
  readonly base: ShapeReader;
  readonly head: ShapeReader;
  readonly #nodes = new Map<string, Node>();
  readonly #relations = new Map<string, Relation>();
  /** Pairs being compared: a variant that leads back to its own combinator finds nothing new there. */
  readonly #building = new Set<string>();

  constructor(base: Document, head: Document) {
    this.base = readShapesOf(base);
    this.head = readShapesOf(head);
  }

  /** The pair as a node, compared on the first call. */
  node(base: Site, head: Site, context: Context): Node {
    const key = this.#keyOf(base, head, context);
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const comparer = {
      context,
      base: this.base,
      head: this.head,
      relate: (from: Site, to: Site) => this.#relate(from, to, context),
    };
    const names = { base: this.base.read(base).components, head: this.head.read(head).components };
    if (this.#building.has(key) || this.#building.size > deepest)
      return { base, head, context, names, comparison: nothingFound };
    this.#building.add(key);
    const node = { base, head, context, names, comparison: compareSites({ base, head }, comparer) };
    this.#building.delete(key);
    this.#nodes.set(key, node);
    return node;
  }

  /** The nodes inside a node. */
  inside(node: Node): readonly { readonly node: Node; readonly flipped: boolean }[] {
    return node.comparison.edges.map((edge) => ({
      node: this.node(edge.base, edge.head, edge.context),
      flipped: edge.flipped === true,
    }));
  }

  #keyOf(base: Site, head: Site, { travel, writing, defaults, lists }: Context): string {
    return `${this.base.idOf(base)}|${this.head.idOf(head)}|${travel}|${writing}|${defaults}|${lists}`;
  }

  /** Everything that changed in and below a pair, as one relation. While a pair is being related it counts as equal. */
  #relate(base: Site, head: Site, context: Context): Relation {
    const key = this.#keyOf(base, head, context);
    const known = this.#relations.get(key);
    if (known !== undefined) return known;
    this.#relations.set(key, "equal");
    const relation = this.#fold(this.node(base, head, context));
    this.#relations.set(key, relation);
    return relation;
  }

  #fold(start: Node): Relation {
    let relation: Relation = "equal";
    const seen = new Set([start]);
    const waiting = [{ node: start, flipped: false }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const change of next.node.comparison.changes) relation = joined(relation, relationOf(change, next.flipped));
      if (relation === "incomparable" || seen.size > mostFolded) return "incomparable";
      for (const inner of this.inside(next.node)) {
        if (seen.has(inner.node)) continue;
        seen.add(inner.node);
        waiting.push({ node: inner.node, flipped: inner.flipped !== next.flipped });
      }
    }
    return relation;
  }
}

/** Variants within variants are followed this deep. */
const deepest = 60;

/** Two variants with more pairs inside than this are taken for different. */
const mostFolded = 4000;

const notes: ReadonlySet<string> = new Set([
  "default-changed",
  "parameter-default-changed",
  "schema-deprecated",
  "discriminator-changed",
]);

function relationOf(change: Change, flipped: boolean): Relation {
  if (notes.has(change.rule)) return "equal";
  const effect = flipped ? mirrored(change.effect) : change.effect;
  return effect === "narrower" || effect === "wider" ? effect : "incomparable";
}
