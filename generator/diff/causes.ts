import { canonical } from "./canonical.ts";
import { type Change, mirrored } from "./change.ts";
import { under } from "./pointer.ts";
import type { Travel } from "./schema/context.ts";
import type { Node, SchemaGraph } from "./schema/schema-graph.ts";
import type { Recorder } from "./structure/recorder.ts";

/** A change with everything it reaches: however many operations share it, it is one cause. */
export interface Cause {
  readonly change: Change;
  readonly travels: ReadonlySet<Travel | "none">;
  readonly operations: ReadonlySet<string>;
}

interface GrowingCause extends Cause {
  readonly travels: Set<Travel | "none">;
  readonly operations: Set<string>;
}

/** Everything that changed: what the structure recorded, and what lies inside the schemas it uses. */
export function collectCauses(graph: SchemaGraph, record: Recorder): readonly Cause[] {
  const causes = new Map<string, GrowingCause>();
  for (const { change, travel, operation } of record.changes) addCause(causes, change, travel, operation);
  const roots = record.uses.map((use) => ({ use, node: graph.node(use.base, use.head, use.context) }));
  const all = reachFrom(
    roots.map(({ node }) => node),
    graph,
  );
  const touched = touchedNodes(all);
  for (const { use, node } of roots)
    walkTouched(node, touched, all, (change) => addCause(causes, change, use.context.travel, use.operation));
  for (const change of nameChanges([...all.keys()])) addCause(causes, change, "none", undefined);
  return [...causes.values()];
}

function addCause(
  causes: Map<string, GrowingCause>,
  change: Change,
  travel: Travel | "none",
  operation: string | undefined,
): void {
  const key = canonical([
    change.rule,
    change.effect,
    change.pointer,
    change.before ?? null,
    change.after ?? null,
    change.unsure === true,
  ]);
  const cause = causes.get(key) ?? { change, travels: new Set(), operations: new Set() };
  cause.travels.add(travel);
  if (operation !== undefined) cause.operations.add(operation);
  causes.set(key, cause);
}

type Inside = ReturnType<SchemaGraph["inside"]>;

/** Every node that the roots reach, with what lies inside it. */
function reachFrom(roots: readonly Node[], graph: SchemaGraph): ReadonlyMap<Node, Inside> {
  const all = new Map<Node, Inside>();
  const waiting = [...roots];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (all.has(node)) continue;
    const inside = graph.inside(node);
    all.set(node, inside);
    for (const inner of inside) waiting.push(inner.node);
  }
  return all;
}

/** The nodes in or below which something changed: walks from roots pass over all others. */
function touchedNodes(all: ReadonlyMap<Node, Inside>): ReadonlySet<Node> {
  const outside = new Map<Node, Node[]>();
  const waiting: Node[] = [];
  for (const [node, inside] of all) {
    if (node.comparison.changes.length > 0) waiting.push(node);
    for (const inner of inside) {
      const holders = outside.get(inner.node);
      if (holders === undefined) outside.set(inner.node, [node]);
      else holders.push(node);
    }
  }
  const touched = new Set<Node>();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (touched.has(node)) continue;
    touched.add(node);
    waiting.push(...(outside.get(node) ?? []));
  }
  return touched;
}

function walkTouched(
  root: Node,
  touched: ReadonlySet<Node>,
  all: ReadonlyMap<Node, Inside>,
  found: (change: Change) => void,
): void {
  const seen = [new Set<Node>(), new Set<Node>()];
  const waiting = [{ node: root, flipped: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, flipped } = next;
    const met = seen[flipped ? 1 : 0];
    if (!touched.has(node) || met?.has(node) !== false) continue;
    met.add(node);
    for (const change of node.comparison.changes)
      found(flipped ? { ...change, effect: mirrored(change.effect) } : change);
    for (const inner of all.get(node) ?? []) waiting.push({ node: inner.node, flipped: inner.flipped !== flipped });
  }
}

/**
 * Component schemas that stand for each other under different names. One that was written out where it is used has no name
 * any more, and one that nothing uses any more went with what used it: neither is a change of its own.
 */
function nameChanges(nodes: readonly Node[]): readonly Change[] {
  const [old, left] = [
    new Set(nodes.flatMap(({ names }) => names.base)),
    new Set(nodes.flatMap(({ names }) => names.head)),
  ];
  const renamed = new Map<string, string>();
  for (const { names } of nodes) {
    const after = names.head.find((name) => !old.has(name));
    for (const name of names.base) if (after !== undefined && !left.has(name)) renamed.set(name, after);
  }
  return [...renamed].map(([before, after]) => ({
    rule: "schema-renamed",
    effect: "changed",
    pointer: under("#/components/schemas", before),
    subject: before,
    before,
    after,
  }));
}
