import { cancelJob } from "./cancel-job.ts";
import type { Context, JobAt } from "./context.ts";
import { AbortError, attach, TimeoutError } from "./errors.ts";
import type { FalWaitOptions, WaitOptions } from "./queue-options.ts";
import type { QueueResult, QueueUpdate } from "./queue-update.ts";
import { openScope, type Scope } from "./scope.ts";
import { watchJob } from "./watch-job.ts";

/** Milliseconds that a cancel may take when the wait for the job is already over. */
const CANCEL_TIMEOUT = 5000;

/** Watches a job; what it throws names the job, so that it can be resumed, and says what a wished cancel came to. */
export async function* awaitJob(
  job: JobAt,
  options: WaitOptions & FalWaitOptions,
  settings: Context,
  scope: Scope,
): AsyncGenerator<QueueUpdate, QueueResult<unknown>> {
  const { requestId, endpointId, line } = job;
  try {
    return yield* watchJob(job, options, settings, scope);
  } catch (error) {
    const given = error instanceof TimeoutError || (error instanceof AbortError && options.abortSignal?.aborted);
    const cancellation = given && options.cancelOnAbort ? await tryCancel(job, settings) : undefined;
    throw attach(error, { requestId, endpointId, gateway: line.id, ...(cancellation ? { cancellation } : {}) });
  }
}

/** What the cancel came to, its failure included: that must not hide why the wait ended. */
async function tryCancel(job: JobAt, { clock }: Context): Promise<unknown> {
  const scope = openScope(clock, CANCEL_TIMEOUT);
  try {
    return await cancelJob(job, scope);
  } catch (error) {
    return error;
  } finally {
    scope.close();
  }
}
