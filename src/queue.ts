import { createAskJob } from "./ask-job.ts";
import { awaitJob } from "./await-job.ts";
import { cancelJob } from "./cancel-job.ts";
import type { Context, JobAt } from "./context.ts";
import { type ErrorFacts, JobCancelledError, JobFailedError, JobPendingError } from "./errors.ts";
import { findJob } from "./find-job.ts";
import type { Reading } from "./interpret-answer.ts";
import { createJob } from "./job.ts";
import type { Cancellation, Job } from "./queue-interface.ts";
import type { JobOptions, StatusOptions, SubmitOptions, SubscribeOptions, WatchOptions } from "./queue-options.ts";
import type { QueuedJob, QueueResult, QueueUpdate } from "./queue-update.ts";
import { runWithin } from "./run-within.ts";
import { openScope } from "./scope.ts";
import { settle } from "./settle.ts";
import { submit } from "./submit.ts";
import { subscribe } from "./subscribe.ts";

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
  return {
    subscribe: (endpointId, options) =>
      runWithin(context, { timeout: context.timeout, ...options }, { endpointId }, (scope) =>
        subscribe(context, endpointId, options, scope),
      ),
    queue: {
      submit: (endpointId, options) =>
        runWithin(context, options, { endpointId }, async (scope) =>
          describeJob(await submit(context, endpointId, options, scope)),
        ),
      status: async (endpointId, options) =>
        readStatus(options.requestId, await ask(context, endpointId, options, "status")),
      result: (endpointId, options) => fetchResult(context, endpointId, options),
      cancel: async (endpointId, options) => {
        const job = findJob(context, endpointId, options);
        return runWithin(context, options, factsOf(job), (scope) => cancelJob(job, scope));
      },
      job: (endpointId, requestId, options = {}) =>
        watch(context, findJob(context, endpointId, { ...options, requestId }), options),
    },
  };
}

async function ask(
  context: Context,
  endpointId: string,
  options: StatusOptions,
  first: "status" | "result",
): Promise<Reading> {
  const job = findJob(context, endpointId, options);
  return runWithin(context, options, factsOf(job), async (scope) => {
    const reading = await settle(createAskJob(job, options.logs === true, first), context, scope);
    const { error } = { error: undefined, ...reading };
    const ended = error instanceof JobFailedError || error instanceof JobCancelledError;
    if (error && !(ended && first === "status")) throw error;
    return reading;
  });
}

function readStatus(requestId: string, reading: Reading): QueueUpdate {
  if ("update" in reading) return reading.update;
  return { status: "COMPLETED", request_id: requestId, logs: [], error: reading.error.message };
}

async function fetchResult(context: Context, endpointId: string, options: JobOptions): Promise<QueueResult<unknown>> {
  const { requestId } = options;
  const job = findJob(context, endpointId, options);
  const reading = await ask(context, endpointId, options, "result");
  if (reading.kind === "done") return { data: reading.data, requestId, gateway: job.line.id };
  const { status, reported } = readStatus(requestId, reading);
  const word = status === "UNKNOWN" ? JSON.stringify(reported) : status;
  throw new JobPendingError(`The job has no result yet (${word}). Wait for it: queue.job(…).result().`, factsOf(job));
}

function watch(context: Context, job: JobAt, options: WatchOptions<"fal">): Job<unknown> {
  const { requestId, endpointId, line } = job;
  return createJob({ requestId, endpointId, gateway: line.id }, async function* (signal) {
    const scope = openScope(context.clock, options.timeout ?? context.timeout, options.abortSignal, signal);
    try {
      return yield* awaitJob(job, options, context, scope);
    } finally {
      scope.close();
    }
  });
}

function describeJob({ requestId, endpointId, line, reading }: JobAt): QueuedJob {
  const { status = "IN_QUEUE", queue_position } = reading && "update" in reading ? reading.update : {};
  return {
    request_id: requestId,
    endpoint_id: endpointId,
    gateway: line.id,
    status,
    ...(queue_position === undefined ? {} : { queue_position }),
  };
}

function factsOf({ requestId, endpointId, line }: JobAt): ErrorFacts {
  return { requestId, endpointId, gateway: line.id };
}
