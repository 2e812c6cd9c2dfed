import { awaitJob } from "./await-job.ts";
import type { Context } from "./context.ts";
import { describeCause } from "./describe-cause.ts";
import type { SubscribeOptions } from "./queue-options.ts";
import type { QueueResult } from "./queue-update.ts";
import type { Scope } from "./scope.ts";
import { submit } from "./submit.ts";

/** Submits a job and waits for its result. What the caller's callbacks throw is a warning: a paid job goes on. */
export async function subscribe(
  context: Context,
  endpointId: string,
  options: SubscribeOptions<unknown, "fal">,
  scope: Scope,
): Promise<QueueResult<unknown>> {
  const job = await submit(context, endpointId, options, scope);
  const { requestId, line } = job;
  const tell = (callback: () => void): void => {
    try {
      callback();
    } catch (error) {
      context.warn({
        code: "callback",
        message: `A callback threw: ${describeCause(error).message}`,
        endpointId,
        requestId,
      });
    }
  };
  tell(() => options.onEnqueue?.(requestId, { gateway: line.id }));
  const updates = awaitJob(job, options, context, scope);
  for (;;) {
    const { done, value } = await updates.next();
    if (done) return value;
    tell(() => options.onQueueUpdate?.(value));
  }
}
