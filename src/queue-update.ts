/** One line a model logged while it ran. */
export interface QueueLog {
  readonly message: string;
  readonly timestamp?: string;
  readonly level?: string;
  readonly source?: string;
}

/** Where a job stands. */
export interface QueueUpdate {
  /** `UNKNOWN` when the gateway used a word its protocol does not have: see `reported`. */
  readonly status: "IN_QUEUE" | "IN_PROGRESS" | "COMPLETED" | "UNKNOWN";
  readonly request_id: string;
  /** Requests ahead of this one; only while `IN_QUEUE`, and only where the gateway says it. */
  readonly queue_position?: number;
  /** All log lines so far; empty unless `logs` asked for them. */
  readonly logs: readonly QueueLog[];
  /** What the model measured, `inference_time` in seconds among it; where the gateway says it. */
  readonly metrics?: { readonly [name: string]: unknown };
  /** Why the job failed; only with `COMPLETED`, which is how this protocol also ends failed jobs. */
  readonly error?: string;
  /** The status as the gateway wrote it, when it is none of the protocol. */
  readonly reported?: unknown;
}

/** A finished job. */
export interface QueueResult<Output> {
  readonly data: Output;
  readonly requestId: string;
  /** Id of the gateway that ran it. */
  readonly gateway: string;
}

/** A job the gateway took: plain data without secrets, to store and to resume from. */
export interface QueuedJob {
  readonly request_id: string;
  readonly endpoint_id: string;
  /** Id of the gateway that took it; pass it back when the client has several. */
  readonly gateway: string;
  readonly status: QueueUpdate["status"];
  readonly queue_position?: number;
}
