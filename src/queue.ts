import { createAskJob } from "./ask-job.ts";
import { cancelJob } from "./cancel-job.ts";
import type { Context, JobAt } from "./context.ts";
import { describeCause } from "./describe-cause.ts";
import { JobCancelledError, JobFailedError, JobPendingError } from "./errors.ts";
import { findJob } from "./find-job.ts";
import type { Reading } from "./interpret-answer.ts";
import type { Cancellation, Job } from "./queue-interface.ts";
import type { JobOptions, StatusOptions, SubmitOptions, SubscribeOptions, WatchOptions } from "./queue-options.ts";
import type { QueuedJob, QueueResult, QueueUpdate } from "./queue-update.ts";
import { runWithin } from "./run-within.ts";
import { openScope, type Scope } from "./scope.ts";
import { settle } from "./settle.ts";
import { submit } from "./submit.ts";
import { awaitEnd, watchJob } from "./watch-job.ts";

/** The queue operations without the types of a package. */
export interface PlainQueue {
  submit(endpointId: string, options: SubmitOptions<unknown, "fal">): Promise<QueuedJob>;
  status(endpointId: string, options: StatusOptions): Promise<QueueUpdate>;
  result(endpointId: string, options: JobOptions): Promise<QueueResult<unknown>>;
  cancel(endpointId: string, options: JobOptions): Promise<Cancellation>;
  job(endpointId: string, requestId: string, options?: WatchOptions<"fal">): Job<unknown>;
}

/** A client without the types of a package. */
export interface PlainClient {
  readonly queue: PlainQueue;
  subscribe(endpointId: string, options: SubscribeOptions<unknown, "fal">): Promise<QueueResult<unknown>>;
}

/** The operations of a client. */
export function createQueue(context: Context): PlainClient {
  const once = async <T>(
    endpointId: string,
    options: JobOptions,
    run: (job: JobAt, scope: Scope) => Promise<T>,
  ): Promise<T> => {
    const job = findJob(context, endpointId, options);
    const facts = { requestId: job.requestId, endpointId, gateway: job.line.id };
    return runWithin(context, options, facts, (scope) => run(job, scope));
  };
  return {
    subscribe: (endpointId, options) =>
      runWithin(context, { timeout: context.timeout, ...options }, { endpointId }, async (scope) => {
        const job = await submit(context, endpointId, options, scope);
        const { requestId, line } = job;
        tell(context, job, () => options.onEnqueue?.(requestId, { gateway: line.id }));
        return awaitEnd(watchJob(job, options, context, scope), (update) =>
          tell(context, job, () => options.onQueueUpdate?.(update)),
        );
      }),
    queue: {
      submit: (endpointId, options) =>
        runWithin(context, options, { endpointId }, async (scope) =>
          describeJob(await submit(context, endpointId, options, scope)),
        ),
      status: (endpointId, options) =>
        once(endpointId, options, async (job, scope) =>
          readStatus(job, await settle(createAskJob(job, options.logs === true), context, scope)),
        ),
      result: (endpointId, options) =>
        once(endpointId, options, async (job, scope) =>
          readResult(job, await settle(createAskJob(job, false, "result"), context, scope)),
        ),
      cancel: (endpointId, options) => once(endpointId, options, cancelJob),
      job: (endpointId, requestId, options = {}) =>
        createJob(findJob(context, endpointId, { ...options, requestId }), options, context),
    },
  };
}

/** What the caller's callbacks throw is a warning: a paid job goes on. */
function tell({ warn }: Context, { endpointId, requestId }: JobAt, callback: () => void): void {
  try {
    callback();
  } catch (error) {
    const message = `A callback threw: ${describeCause(error).message}`;
    warn({ code: "callback", message, endpointId, requestId });
  }
}

function readStatus({ requestId }: JobAt, { update, error }: Reading): QueueUpdate {
  if (update) return update;
  if (!(error instanceof JobFailedError || error instanceof JobCancelledError)) throw error;
  return { status: "COMPLETED", request_id: requestId, logs: [], error: error.message };
}

function readResult({ requestId, line }: JobAt, { kind, data, update, error }: Reading): QueueResult<unknown> {
  if (kind === "done") return { data, requestId, gateway: line.id };
  if (!update) throw error;
  const word = kind === "unknown" ? JSON.stringify(update.reported) : update.status;
  throw new JobPendingError(`The job has no result yet (${word}). Wait for it: queue.job(…).result().`);
}

/** A job whose iterators and results share their questions; a wait that failed may be tried again, a result stays. */
function createJob(job: JobAt, options: WatchOptions<"fal">, context: Context): Job<unknown> {
  const { requestId, endpointId, line } = job;
  let result: Promise<QueueResult<unknown>> | undefined;
  async function* watch(): AsyncGenerator<QueueUpdate, QueueResult<unknown>> {
    const scope = openScope(context.clock, options.timeout ?? context.timeout, options.abortSignal);
    try {
      return yield* watchJob(job, options, context, scope);
    } finally {
      scope.close();
    }
  }
  const wait = (): Promise<QueueResult<unknown>> =>
    awaitEnd(watch()).catch((error) => {
      result = undefined;
      throw error;
    });
  return {
    requestId,
    endpointId,
    gateway: line.id,
    result: () => {
      result ??= wait();
      return result;
    },
    [Symbol.asyncIterator]: watch,
  };
}

function describeJob({ requestId, endpointId, line, reading }: JobAt): QueuedJob {
  const { status = "IN_QUEUE", queue_position } = reading?.update ?? {};
  const place = queue_position === undefined ? {} : { queue_position };
  return { request_id: requestId, endpoint_id: endpointId, gateway: line.id, status, ...place };
}
