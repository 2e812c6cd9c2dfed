import { type Change, mirrored } from "./change.ts";
import type { Node, SchemaGraph } from "./schema/schema-graph.ts";

/** Which changes lie in or below each root, and all nodes that the roots reach. */
export interface Reach {
  /** Changes by number; a change met under `not` is mirrored, and another one. */
  readonly changes: readonly Change[];
  /** Numbers of the changes that a root reaches. */
  readonly from: (root: Node) => readonly number[];
  readonly nodes: readonly Node[];
}

/** A node seen from outside or, under a `not`, mirrored. */
interface Vertex {
  readonly node: Node;
  readonly flipped: boolean;
  /** Numbers for Tarjan's algorithm; -1 while not met, `Infinity` once its component is done. */
  order: number;
  low: number;
  inside: readonly Vertex[];
  reach: ReadonlySet<number>;
}

/**
 * Finds what each root reaches in one pass over the graph: nodes in a cycle reach the same, so sets are made once for each
 * strongly connected component and shared where nothing is added.
 *
 * @see https://doi.org/10.1137/0201010 (Tarjan 1972)
 */
export function reachChanges(roots: readonly Node[], graph: SchemaGraph): Reach {
  const finder = new ReachFinder(graph);
  for (const root of roots) finder.visit(finder.vertex(root, false));
  return { changes: finder.changes, from: (root) => [...finder.vertex(root, false).reach], nodes: finder.nodes() };
}

const none: ReadonlySet<number> = new Set();

class ReachFinder {
  readonly changes: Change[] = [];
  readonly #graph: SchemaGraph;
  readonly #vertices = [new Map<Node, Vertex>(), new Map<Node, Vertex>()] as const;
  readonly #open: Vertex[] = [];
  #next = 0;

  constructor(graph: SchemaGraph) {
    this.#graph = graph;
  }

  nodes(): readonly Node[] {
    return [...new Set(this.#vertices.flatMap((vertices) => [...vertices.keys()]))];
  }

  vertex(node: Node, flipped: boolean): Vertex {
    const vertices = this.#vertices[flipped ? 1 : 0];
    const known = vertices.get(node);
    if (known !== undefined) return known;
    const vertex = { node, flipped, order: -1, low: 0, inside: [], reach: none };
    vertices.set(node, vertex);
    return vertex;
  }

  /** Depth first with a stack of our own: schemas may be nested deeper than calls can be. */
  visit(start: Vertex): void {
    if (start.order >= 0) return;
    const path = [{ vertex: start, at: 0 }];
    this.#enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { vertex } = top;
      const inner = vertex.inside[top.at];
      if (inner === undefined) {
        path.pop();
        this.#leave(vertex, path.at(-1)?.vertex);
        continue;
      }
      top.at += 1;
      if (inner.order < 0) {
        this.#enter(inner);
        path.push({ vertex: inner, at: 0 });
      } else if (inner.low !== Number.POSITIVE_INFINITY) vertex.low = Math.min(vertex.low, inner.order);
    }
  }

  #enter(vertex: Vertex): void {
    vertex.order = this.#next;
    vertex.low = this.#next;
    this.#next += 1;
    vertex.inside = this.#graph
      .inside(vertex.node)
      .map((inner) => this.vertex(inner.node, inner.flipped !== vertex.flipped));
    this.#open.push(vertex);
  }

  #leave(vertex: Vertex, outer: Vertex | undefined): void {
    if (outer !== undefined) outer.low = Math.min(outer.low, vertex.low);
    if (vertex.low !== vertex.order) return;
    const component = this.#open.splice(this.#open.lastIndexOf(vertex));
    const reach = this.#reachOf(component);
    for (const one of component) {
      one.reach = reach;
      one.low = Number.POSITIVE_INFINITY;
    }
  }

  #reachOf(component: readonly Vertex[]): ReadonlySet<number> {
    const own = component.flatMap(({ node, flipped }) =>
      node.comparison.changes.map((change) => this.#number(change, flipped)),
    );
    const below = new Set(
      component.flatMap(({ inside }) => inside.map(({ reach }) => reach)).filter(({ size }) => size > 0),
    );
    const [first, ...more] = below;
    if (own.length === 0 && more.length === 0) return first ?? none;
    const all = new Set(own);
    for (const reach of below) for (const number of reach) all.add(number);
    return all;
  }

  #number(change: Change, flipped: boolean): number {
    return this.changes.push(flipped ? { ...change, effect: mirrored(change.effect) } : change) - 1;
  }
}
