import type { Document } from "../document.ts";
import { type Cause, collectCauses } from "./causes.ts";
import type { Finding } from "./finding.ts";
import { type GatewayView, gatewayViews, isOfferedBy } from "./gateway-views.ts";
import { judgeCauses } from "./judge-causes.ts";
import { SchemaGraph } from "./schema/schema-graph.ts";
import { type GatewayCauses, shareCauses } from "./share-causes.ts";
import { compareCallbacks } from "./structure/compare-callbacks.ts";
import { compareGateways } from "./structure/compare-gateways.ts";
import { compareOperation } from "./structure/compare-operation.ts";
import { comparePaths, pathsOf, webhooksOf } from "./structure/compare-paths.ts";
import { compareOffers } from "./structure/compare-queues.ts";
import { compareSecurity } from "./structure/compare-security.ts";
import { isUnsettled } from "./structure/lifecycle.ts";
import type { OperationPair } from "./structure/operation-pair.ts";
import type { Recorder } from "./structure/recorder.ts";

/** What a comparison may know besides the documents. */
export interface CompareOptions {
  /** The day of the comparison as an ISO date, for sunsets. Default `0000-00-00`: no sunset is past. */
  readonly today?: string;
}

/** What changed from one document to the next, and whom it breaks: worst first, one finding per cause and axis. */
export function compareDocuments(base: Document, head: Document, options: CompareOptions = {}): readonly Finding[] {
  const { today = "0000-00-00" } = options;
  const service: Recorder = { changes: [], uses: [] };
  compareGateways(base, head, service);
  const called = comparePaths(base.paths, head.paths, pathsOf(today), service);
  const sent = comparePaths(base.webhooks ?? {}, head.webhooks ?? {}, webhooksOf(today), service);
  for (const pair of called) compareOffers(pair);
  compareOperations(sent);
  const unsettled = new Set(called.filter(({ base: operation }) => isUnsettled(operation)).map(({ label }) => label));
  const causes = [...collectCauses(new SchemaGraph(base, head), service), ...compareCalls(base, head, called)];
  return judgeCauses(causes, { isUnsettled: (operation) => unsettled.has(operation) });
}

/** Compares what callers call: in the documents as they are, and as each gateway states it where they have several. */
function compareCalls(base: Document, head: Document, called: readonly OperationPair[]): readonly Cause[] {
  const views = gatewayViews(base, head);
  const record: Recorder = { changes: [], uses: [] };
  // How a gateway takes keys is told of the gateway; the ways into an operation follow from who offers it.
  if (views.length === 0) compareSecurity(base, head, called, record);
  compareOperations(called.map((pair) => ({ ...pair, record })));
  const causes = collectCauses(new SchemaGraph(base, head), record);
  return views.length === 0 ? causes : shareCauses(causes, views.map(compareView), called);
}

function compareView({ gateway, base, head }: GatewayView): GatewayCauses {
  const record: Recorder = { changes: [], uses: [] };
  const pairs = comparePaths(base.paths, head.paths, pathsOf("0000-00-00"), { changes: [], uses: [] });
  const own = pairs.filter((pair) => isOfferedBy(gateway, pair.base, pair.head));
  compareOperations(own.map((pair) => ({ ...pair, record })));
  return { gateway, causes: collectCauses(new SchemaGraph(base, head), record) };
}

/** Compares operations and, as they turn up, the operations of their callbacks. */
function compareOperations(pairs: readonly OperationPair[]): void {
  const waiting = [...pairs];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    compareOperation(pair);
    waiting.push(...compareCallbacks(pair));
  }
}
