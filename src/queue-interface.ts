import type { EndpointOf, GatewayId, InputOf, OutputOf, ProtocolOf } from "./client-schema.ts";
import type { JobOptions, StatusOptions, SubmitOptions, SubscribeOptions, WatchOptions } from "./queue-options.ts";
import type { QueuedJob, QueueResult, QueueUpdate } from "./queue-update.ts";
import type { ClientSchema } from "./tables.ts";

/** A job being watched: iterate it for its updates, or await its result. All who watch one id share its questions. */
export interface Job<Output> extends AsyncIterable<QueueUpdate> {
  readonly requestId: string;
  readonly endpointId: string;
  readonly gateway: string;
  /** Waits for the end. Throws what ended the job otherwise. */
  result(): Promise<QueueResult<Output>>;
}

/** What `queue.cancel` came to. */
export interface Cancellation {
  readonly status: "OK" | "CANCELLATION_REQUESTED" | "ALREADY_COMPLETED" | "NOT_FOUND";
}

/** The queue operations every protocol has. */
export interface BaseQueue<S extends ClientSchema, G extends GatewayId<S>> {
  /** Hands a job in, once, and returns without waiting for it. */
  submit<Id extends EndpointOf<S, G>>(
    endpointId: Id,
    options: SubmitOptions<InputOf<S, Id>, ProtocolOf<S, G>>,
  ): Promise<QueuedJob>;
  /** Asks once where the job stands. */
  status<Id extends EndpointOf<S, G>>(endpointId: Id, options: StatusOptions): Promise<QueueUpdate>;
  /** Fetches the result of a finished job. Throws `JobPendingError` while there is none. */
  result<Id extends EndpointOf<S, G>>(endpointId: Id, options: JobOptions): Promise<QueueResult<OutputOf<S, Id>>>;
  /** Watches a job handed in earlier, by this process or another. */
  job<Id extends EndpointOf<S, G>>(
    endpointId: Id,
    requestId: string,
    options?: WatchOptions<ProtocolOf<S, G>>,
  ): Job<OutputOf<S, Id>>;
}

/** The queue operations where the protocol can cancel. */
export interface CancellableQueue<S extends ClientSchema, G extends GatewayId<S>> extends BaseQueue<S, G> {
  /** Asks the gateway to give the job up; a job that runs may ignore it. */
  cancel<Id extends EndpointOf<S, G>>(endpointId: Id, options: JobOptions): Promise<Cancellation>;
}

/** The queue operations of the gateway `G`. */
export type Queue<S extends ClientSchema, G extends GatewayId<S>> = [ProtocolOf<S, G>] extends ["fal"]
  ? CancellableQueue<S, G>
  : BaseQueue<S, G>;

/** Submits a job and waits for it. */
export type Subscribe<S extends ClientSchema, G extends GatewayId<S>> = <Id extends EndpointOf<S, G>>(
  endpointId: Id,
  options: SubscribeOptions<InputOf<S, Id>, ProtocolOf<S, G>>,
) => Promise<QueueResult<OutputOf<S, Id>>>;
