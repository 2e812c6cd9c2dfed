import type { Document } from "../document.ts";
import { collectCauses } from "./causes.ts";
import type { Finding } from "./finding.ts";
import { judgeCauses } from "./judge-causes.ts";
import { SchemaGraph } from "./schema/schema-graph.ts";
import { compareGateways } from "./structure/compare-gateways.ts";
import { comparePaths, pathsOf, webhooksOf } from "./structure/compare-paths.ts";
import { compareSecurity } from "./structure/compare-security.ts";
import { isUnsettled } from "./structure/lifecycle.ts";
import type { Recorder } from "./structure/recorder.ts";

/** What a comparison may know besides the documents. */
export interface CompareOptions {
  /** The day of the comparison as an ISO date, for sunsets. Default `0000-00-00`: no sunset is past. */
  readonly today?: string;
}

/** What changed from one document to the next, and whom it breaks: worst first, one finding per cause and axis. */
export function compareDocuments(base: Document, head: Document, options: CompareOptions = {}): readonly Finding[] {
  const { today = "0000-00-00" } = options;
  const record: Recorder = { changes: [], uses: [], operations: [] };
  compareGateways(base, head, record);
  comparePaths(base.paths, head.paths, pathsOf(today), record);
  comparePaths(base.webhooks ?? {}, head.webhooks ?? {}, webhooksOf(today), record);
  compareSecurity(base, head, record);
  const unsettled = new Set(
    record.operations.filter(({ base: operation }) => isUnsettled(operation)).map(({ label }) => label),
  );
  const causes = collectCauses(new SchemaGraph(base, head), record);
  return judgeCauses(causes, { isUnsettled: (operation) => unsettled.has(operation) });
}
