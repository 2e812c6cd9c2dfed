import type { Document } from "../document.ts";
import { collectCauses } from "./causes.ts";
import type { Finding } from "./finding.ts";
import { judgeCauses } from "./judge-causes.ts";
import { SchemaGraph } from "./schema/schema-graph.ts";
import { compareCallbacks } from "./structure/compare-callbacks.ts";
import { compareGateways } from "./structure/compare-gateways.ts";
import { compareOperation } from "./structure/compare-operation.ts";
import { comparePaths, pathsOf, webhooksOf } from "./structure/compare-paths.ts";
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
  const record: Recorder = { changes: [], uses: [] };
  compareGateways(base, head, record);
  const called = comparePaths(base.paths, head.paths, pathsOf(today), record);
  const sent = comparePaths(base.webhooks ?? {}, head.webhooks ?? {}, webhooksOf(today), record);
  compareSecurity(base, head, called, record);
  compareOperations([...called, ...sent]);
  const unsettled = new Set(called.filter(({ base: operation }) => isUnsettled(operation)).map(({ label }) => label));
  const causes = collectCauses(new SchemaGraph(base, head), record);
  return judgeCauses(causes, { isUnsettled: (operation) => unsettled.has(operation) });
}

/** Compares operations and, as they turn up, the operations of their callbacks. */
function compareOperations(pairs: readonly OperationPair[]): void {
  const waiting = [...pairs];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    compareOperation(pair);
    waiting.push(...compareCallbacks(pair));
  }
}
