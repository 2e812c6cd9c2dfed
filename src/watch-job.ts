import { createAskJob } from "./ask-job.ts";
import type { Context, JobAt } from "./context.ts";
import { attach, type DocketError } from "./errors.ts";
import { pollUntil } from "./poll-until.ts";
import type { WaitOptions } from "./queue-options.ts";
import type { QueueResult, QueueUpdate } from "./queue-update.ts";
import { createReact } from "./react.ts";
import type { Scope } from "./scope.ts";

/** Watches a job to its end: yields each change, returns the result, throws what ended it otherwise. */
export async function* watchJob(
  job: JobAt,
  { logs = false, pollInterval }: WaitOptions,
  settings: Context,
  scope: Scope,
): AsyncGenerator<QueueUpdate, QueueResult<unknown>> {
  const seen: { [status: string]: number } = {};
  const ask = createAskJob(job, logs, job.reading?.kind === "ready" ? "result" : "status");
  const react = createReact(job, pollInterval, settings, scope);
  let { reading: submitted } = job;
  let trouble: DocketError | undefined;
  const turn = async (): ReturnType<Parameters<typeof pollUntil<QueueUpdate, QueueResult<unknown>>>[0]> => {
    const reading = submitted ?? (await ask(scope));
    submitted = undefined;
    trouble = "error" in reading ? reading.error : undefined;
    const name = "update" in reading ? reading.update.status : reading.error.name;
    seen[name] = (seen[name] ?? 0) + 1;
    return react(reading);
  };
  try {
    const asked = submitted !== undefined || job.since === undefined;
    return yield* pollUntil(turn, asked ? 0 : (pollInterval ?? settings.schedule.next(job.endpointId, 0)), scope);
  } catch (error) {
    throw attach(error, { seen, ...(trouble && trouble !== error ? { cause: trouble } : {}) });
  }
}
