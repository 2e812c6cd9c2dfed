import { type Cause, keyOf } from "./causes.ts";
import type { Change } from "./change.ts";
import { isOfferedBy } from "./gateway-views.ts";
import type { OperationPair } from "./structure/operation-pair.ts";

/** What changed in what one gateway states. */
export interface GatewayCauses {
  readonly gateway: string;
  readonly causes: readonly Cause[];
}

/**
 * Brings together what changed in the document and what changed at each gateway, each cause once: what all gateways that offer an
 * operation changed alike concerns everyone, what some of them changed names them.
 */
export function shareCauses(
  merged: readonly Cause[],
  views: readonly GatewayCauses[],
  called: readonly OperationPair[],
): readonly Cause[] {
  const own = joinViews(views);
  const inPackage = new Set(merged.map(({ change }) => keyOf(change)));
  const stated = new Set([...own.values()].map(({ change }) => placeKeyOf(change)));
  const offers = offersOf(called, views);
  const left = new Set(called.filter(losesGateway).map(({ label }) => label));
  return [
    ...[...own].map(([key, cause]) => named(cause, inPackage.has(key) ? "everyone" : "gateway", offers)),
    ...merged
      .filter(({ change }) => !own.has(keyOf(change)))
      // Whoever leaves takes along what only it stated, which `gateway-offer-removed` told.
      .filter(({ operations }) => ![...operations].some((operation) => left.has(operation)))
      .map((cause) => ({ ...cause, extent: "package" as const, isStated: stated.has(placeKeyOf(cause.change)) }))
      .filter(({ change, isStated }) => !(isStated && notes.has(change.rule))),
  ];
}

/** What only a default does: told of the gateways that changed it, it need not be told of the package again. */
const notes: ReadonlySet<string> = new Set(["default-changed", "parameter-default-changed"]);

interface JoinedCause extends Cause {
  readonly travels: Set<"request" | "response" | "none">;
  readonly operations: Set<string>;
  readonly found: Set<string>;
}

/** The causes of all gateways, equal ones together. What one gateway is sure of is sure. */
function joinViews(views: readonly GatewayCauses[]): ReadonlyMap<string, JoinedCause> {
  const joined = new Map<string, JoinedCause>();
  for (const { gateway, causes } of views) {
    for (const { change, travels, operations } of causes) {
      const key = keyOf(change);
      const known = joined.get(key) ?? { change, travels: new Set(), operations: new Set(), found: new Set() };
      for (const travel of travels) known.travels.add(travel);
      for (const operation of operations) known.operations.add(operation);
      known.found.add(gateway);
      joined.set(key, change.unsure === true ? known : { ...known, change });
    }
  }
  return joined;
}

function placeKeyOf({ rule, pointer }: Change): string {
  return JSON.stringify([rule, pointer]);
}

/** By operation, the gateways that offer it before and after. */
function offersOf(
  called: readonly OperationPair[],
  views: readonly GatewayCauses[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    called.map(({ label, base, head }) => [
      label,
      views.map(({ gateway }) => gateway).filter((gateway) => isOfferedBy(gateway, base, head)),
    ]),
  );
}

function losesGateway({ base, head }: OperationPair): boolean {
  return (base["x-docket-gateways"] ?? []).some((gateway) => !isOfferedBy(gateway, head));
}

function named(
  { found, ...cause }: JoinedCause,
  extent: "everyone" | "gateway",
  offers: ReadonlyMap<string, readonly string[]>,
): Cause {
  const all = new Set([...cause.operations].flatMap((operation) => offers.get(operation) ?? []));
  const spared = [...all].some((gateway) => !found.has(gateway));
  return { ...cause, extent, ...(spared ? { gateways: [...found].sort() } : {}) };
}
