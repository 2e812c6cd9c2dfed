import { bodyFaults } from "./body-faults.ts";
import { connectionFaults } from "./connection-faults.ts";
import type { FaultKind } from "./fault.ts";
import { linkFaults } from "./link-faults.ts";
import { redirectFaults } from "./redirect-faults.ts";
import { stateFaults } from "./state-faults.ts";
import { statusFaults } from "./status-faults.ts";
import { streamFaults } from "./stream-faults.ts";

/** Every kind of fault by name. */
export const faultKinds: ReadonlyMap<string, FaultKind> = new Map<string, FaultKind>([
  ...connectionFaults,
  ...statusFaults,
  ...bodyFaults,
  ...redirectFaults,
  ...linkFaults,
  ...stateFaults,
  ...streamFaults,
]);
