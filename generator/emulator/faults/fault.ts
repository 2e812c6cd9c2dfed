import type { Settings } from "../emulator-options.ts";
import type { Job } from "../job.ts";
import type { Answer, Reply } from "../reply.ts";
import type { Step } from "../request-log.ts";

/** A kind of fault: what `--fault` names. */
export interface FaultKind {
  /** One line of help. */
  readonly about: string;
  /** The steps it strikes when a script names none. */
  readonly on: readonly Step[];
  /** What may stand after `=`, and what it is when nothing does; absent when the fault takes no value. */
  readonly value?: { readonly about: string; readonly usual: string };
  readonly strike: Strike;
}

/**
 * When a fault strikes: `arrival` instead of the gateway, which never sees the request; `answer` after the gateway did its
 * work, so that a job may exist which the caller never hears of; `job` changes a job as it enters the queue.
 */
export type Strike =
  | { readonly at: "arrival"; readonly answer: (blow: Blow) => Answer }
  | { readonly at: "answer"; readonly answer: (reply: Reply, blow: Blow) => Answer }
  | { readonly at: "job"; readonly change: (job: Job, blow: Blow) => Job };

/** The circumstances of a strike. */
export interface Blow {
  readonly value: string;
  readonly request: Request;
  readonly settings: Settings;
}
