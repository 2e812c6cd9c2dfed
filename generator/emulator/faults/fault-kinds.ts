import type { FaultKind } from "./fault.ts";
import { statusFaults } from "./status-faults.ts";

/** Every kind of fault by name. */
export const faultKinds: ReadonlyMap<string, FaultKind> = new Map<string, FaultKind>([...statusFaults]);
