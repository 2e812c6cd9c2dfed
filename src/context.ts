import type { Attempt, AttemptSettings } from "./attempt.ts";
import type { Warning } from "./client-options.ts";
import type { Reading } from "./interpret-answer.ts";
import type { PollSchedule } from "./poll-schedule.ts";
import type { QueueProtocol } from "./queue-protocol.ts";
import type { ResolvedGateway } from "./resolve-gateway.ts";
import type { SharedQuestions } from "./shared-questions.ts";
import type { ClientTables, EndpointEntry } from "./tables.ts";

/** Everything a client decided when it was created. */
export interface Context extends AttemptSettings {
  /** The gateways, in the order of preference. */
  readonly lines: readonly Line[];
  /** Gateway by request id, for the jobs this client handed in; kept only when it has several. */
  readonly takenBy: Map<string, string>;
  /** Jobs that are watched now. */
  readonly watched: Map<string, SharedQuestions>;
  readonly timeout: number;
  readonly random: () => number;
  readonly schedule: PollSchedule;
  readonly tables: ClientTables;
  readonly defaults: "omit" | "send";
  readonly proseChecks: "warn" | "error" | "off";
  readonly warn: (warning: Warning) => void;
}

/** A gateway with the means to talk to it. */
export interface Line extends ResolvedGateway {
  readonly protocol: QueueProtocol;
  readonly attempt: Attempt;
  readonly circuit: Circuit;
}

/** Which gateways to leave in peace for a while. */
export interface Circuit {
  failures: number;
  openUntil: number;
}

/** A job at the gateway that took it. */
export interface JobAt {
  readonly line: Line;
  readonly endpointId: string;
  readonly endpoint: EndpointEntry;
  readonly requestId: string;
  /** Addresses that the submit answer named, not yet believed. */
  readonly urls?: { readonly status: unknown; readonly result: unknown };
  /** What the submit answer said about the job. */
  readonly reading?: Reading;
  /** When it was submitted, on the client's clock; absent for a job that came from elsewhere. */
  readonly since?: number;
}
