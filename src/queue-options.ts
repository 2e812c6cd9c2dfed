import type { QueueUpdate } from "./queue-update.ts";
import type { StreamStatus } from "./stream-status.ts";
import type { ProtocolName } from "./tables.ts";

/** Options of every call. */
export interface CallOptions {
  /** Ends the call at once, also in the middle of a sleep; the job itself goes on. */
  readonly abortSignal?: AbortSignal | undefined;
  /** Milliseconds until the call ends with a `TimeoutError`. @default 600000 for waits, 60000 for single calls */
  readonly timeout?: number;
}

/** Names a job that exists. */
export interface JobOptions extends CallOptions {
  readonly requestId: string;
  /** Gateway that took the job. @default the one it was submitted to, else the client's first that offers the endpoint */
  readonly gateway?: string;
}

/** Options of `queue.status`. */
export interface StatusOptions extends JobOptions {
  /** Ask for the model's log lines. @default false */
  readonly logs?: boolean;
}

/** Options of waiting for a job. */
export interface WaitOptions extends CallOptions {
  /** Ask for the model's log lines. @default false */
  readonly logs?: boolean;
  /** Milliseconds between two questions. @default learned from the durations this client has seen */
  readonly pollInterval?: number;
}

/** What `fal` itself offers and no gateway documents. */
export interface FalSubmitOptions {
  /** fal calls this address when the job ends; verify it with `@docket/runtime/webhook`. */
  readonly webhookUrl?: string;
  /** `low` lets jobs of normal priority pass. @default "normal" */
  readonly priority?: "normal" | "low";
  /** Seconds within which the job must start, else fal gives it up; more than 1. */
  readonly startTimeout?: number;
  /** Jobs with the same hint prefer the same runner. */
  readonly hint?: string;
  readonly storageSettings?: {
    /** Seconds, or a name, after which fal deletes the files the model made. */
    readonly expiresIn?: number | "never" | "immediate" | "1h" | "1d" | "7d" | "30d" | "1y";
    /** `false`: fal does not keep input and output after the answer. @default true */
    readonly keepPayload?: boolean;
  };
}

/** What waiting can do where the protocol has cancel and a status stream. */
export interface FalWaitOptions {
  /** Cancel the remote job when the wait is aborted or times out. @default false */
  readonly cancelOnAbort?: boolean;
  /** `streaming` of `@docket/runtime/streaming` reads events instead of polling. @default "polling" */
  readonly mode?: "polling" | StreamStatus;
}

/** Options of `queue.submit`, by what the gateway's protocol documents. */
export type SubmitOptions<Input, P extends ProtocolName> = { readonly input: Input } & CallOptions &
  ([P] extends ["fal"] ? FalSubmitOptions : unknown);

/** Options of `queue.job`. */
export type WatchOptions<P extends ProtocolName> = WaitOptions & { readonly gateway?: string } & ([P] extends ["fal"]
    ? FalWaitOptions
    : unknown);

/** Options of `subscribe`. */
export type SubscribeOptions<Input, P extends ProtocolName> = SubmitOptions<Input, P> &
  WaitOptions & {
    /** Called once per change. What it throws goes to `onWarning` and does not end the wait. */
    readonly onQueueUpdate?: (update: QueueUpdate) => void;
    /** Called with the request id as soon as the gateway took the job: the moment to store it. */
    readonly onEnqueue?: (requestId: string, job: { readonly gateway: string }) => void;
  } & ([P] extends ["fal"] ? FalWaitOptions : unknown);
