import { under } from "../json-pointer.ts";
import { canonical } from "./canonical.ts";
import type { Change } from "./change.ts";
import { reachChanges } from "./reach-changes.ts";
import type { Travel } from "./schema/context.ts";
import type { Node, SchemaGraph } from "./schema/schema-graph.ts";
import type { Recorder } from "./structure/recorder.ts";

/** A change with everything it reaches: however many operations share it, it is one cause. */
export interface Cause {
  readonly change: Change;
  readonly travels: ReadonlySet<Travel | "none">;
  readonly operations: ReadonlySet<string>;
  /** Whom it is about; default `everyone`. See {@link Extent}. */
  readonly extent?: Extent;
  /** The gateways that it is found at; absent when no gateway is spared. */
  readonly gateways?: readonly string[];
}

/**
 * `everyone`: it changes what gateways state and what is generated. `package`: only what is generated, as when gateways came and went;
 * `gateway`: only what gateways state, while the generated types stay as weak as they were.
 */
export type Extent = "everyone" | "package" | "gateway";

interface GrowingCause extends Cause {
  readonly travels: Set<Travel | "none">;
  readonly operations: Set<string>;
}

/** Everything that changed: what the structure recorded, and what lies inside the schemas it uses. */
export function collectCauses(graph: SchemaGraph, record: Recorder): readonly Cause[] {
  const causes = new Map<string, GrowingCause>();
  for (const { change, travel, operation } of record.changes) growCause(causeOf(causes, change), travel, operation);
  const uses = record.uses.map((use) => ({ use, node: graph.node(use.base, use.head, use.context) }));
  const reach = reachChanges(
    uses.map(({ node }) => node),
    graph,
  );
  const numbered = reach.changes.map((change) => causeOf(causes, change));
  for (const { use, node } of uses) {
    for (const number of reach.from(node)) growCause(numbered[number], use.context.travel, use.operation);
  }
  for (const change of nameChanges(reach.nodes)) growCause(causeOf(causes, change), "none", undefined);
  return [...causes.values()];
}

/** The cause that a change belongs to: the same rule, place and values are the same cause, wherever they are met. */
function causeOf(causes: Map<string, GrowingCause>, change: Change): GrowingCause {
  const key = canonical([keyOf(change), change.unsure ?? false]);
  const cause = causes.get(key) ?? { change, travels: new Set(), operations: new Set() };
  causes.set(key, cause);
  return cause;
}

/** What makes two changes the same: rule, place and values. */
export function keyOf({ rule, effect, pointer, before = null, after = null }: Change): string {
  return canonical([rule, effect, pointer, before, after]);
}

function growCause(cause: GrowingCause | undefined, travel: Travel | "none", operation: string | undefined): void {
  cause?.travels.add(travel);
  if (operation !== undefined) cause?.operations.add(operation);
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
