import { cancelJob } from "./cancel-job.ts";
import type { Context, JobAt } from "./context.ts";
import { AbortError, attach, TimeoutError } from "./errors.ts";
import type { FalWaitOptions, WaitOptions } from "./queue-options.ts";
import type { QueueResult, QueueUpdate } from "./queue-update.ts";
import { createReact } from "./react.ts";
import { openReadings } from "./readings.ts";
import { openScope, type Scope } from "./scope.ts";

/** Milliseconds that a cancel may take when the wait for the job is already over. */
const CANCEL_TIMEOUT = 5000;

/**
 * Watches a job to its end: yields each change, returns the result. What it throws names the job, so that it can be resumed,
 * and says what a wished cancel came to. Sleeps and questions live in `scope`, which ends the loop wherever it stands.
 */
export async function* watchJob(
  job: JobAt,
  options: WaitOptions & FalWaitOptions,
  context: Context,
  scope: Scope,
): AsyncGenerator<QueueUpdate, QueueResult<unknown>> {
  const { requestId, endpointId, line, reading: submitted, since } = job;
  const readings = openReadings(job, options, context, scope);
  const react = createReact(job, options.pollInterval, context, scope);
  const seen: { [status: string]: number } = {};
  let trouble: unknown;
  // A job just handed in is not done yet; of one from elsewhere nothing is known.
  const fresh = since !== undefined && !submitted;
  let delay = fresh ? (options.pollInterval ?? context.schedule.next(endpointId, { age: 0 })) : 0;
  try {
    for (;;) {
      scope.check();
      if (delay) await scope.sleep(delay);
      const { pushed, ...reading } = await readings.next();
      trouble = reading.error;
      const name = reading.update?.status ?? reading.error?.name ?? "";
      seen[name] = (seen[name] ?? 0) + 1;
      const turn = react(reading);
      if (turn.news) yield turn.news;
      if (turn.end) return turn.end;
      delay = pushed ? 0 : turn.delay;
    }
  } catch (error) {
    const given = error instanceof TimeoutError || (error instanceof AbortError && options.abortSignal?.aborted);
    const cancellation = given && options.cancelOnAbort ? await tryCancel(job, context) : undefined;
    const facts = { requestId, endpointId, gateway: line.id, seen };
    const cause = trouble && trouble !== error ? { cause: trouble } : {};
    throw attach(error, { ...facts, ...cause, ...(cancellation ? { cancellation } : {}) });
  } finally {
    readings.leave();
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

/** Drives a watch to its result. */
export async function awaitEnd(
  updates: AsyncGenerator<QueueUpdate, QueueResult<unknown>>,
  onUpdate?: (update: QueueUpdate) => void,
): Promise<QueueResult<unknown>> {
  for (;;) {
    const { done, value } = await updates.next();
    if (done) return value;
    onUpdate?.(value);
  }
}
