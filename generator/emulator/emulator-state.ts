import type { Settings } from "./emulator-options.ts";
import type { EndpointTable } from "./endpoint-table.ts";
import type { FaultScript } from "./faults/fault-script.ts";
import type { Job } from "./job.ts";
import type { Random } from "./random.ts";
import type { RequestLog } from "./request-log.ts";
import type { WebhookSigner } from "./webhook-signer.ts";

/** All that an emulator knows while it runs. */
export interface EmulatorState {
  readonly settings: Settings;
  readonly table: EndpointTable;
  /** By request id. */
  readonly jobs: Map<string, Job>;
  readonly log: RequestLog;
  readonly script: FaultScript;
  readonly random: Random;
  readonly signer: WebhookSigner;
  /** Aborts when the emulator is closed: ends streams, waits and webhooks. */
  readonly closed: AbortSignal;
}
