import { createAskJob } from "./ask-job.ts";
import type { Context, JobAt } from "./context.ts";
import { attach, type DocketError } from "./errors.ts";
import type { Reading } from "./interpret-answer.ts";
import { pollUntil, type Turn } from "./poll-until.ts";
import type { FalWaitOptions, WaitOptions } from "./queue-options.ts";
import type { QueueResult, QueueUpdate } from "./queue-update.ts";
import { createReact } from "./react.ts";
import type { Scope } from "./scope.ts";

/** Watches a job to its end: yields each change, returns the result, throws what ended it otherwise. */
export async function* watchJob(
  job: JobAt,
  options: WaitOptions & FalWaitOptions,
  context: Context,
  scope: Scope,
): AsyncGenerator<QueueUpdate, QueueResult<unknown>> {
  const { endpointId, reading: submitted, since } = job;
  const seen: { [status: string]: number } = {};
  const next = createReadings(job, options, context, scope);
  const react = createReact(job, options.pollInterval, context, scope);
  let trouble: DocketError | undefined;
  const turn = async (): Promise<Turn<QueueUpdate, QueueResult<unknown>>> => {
    const { reading, pushed } = await next();
    trouble = "error" in reading ? reading.error : undefined;
    const name = "update" in reading ? reading.update.status : reading.error.name;
    seen[name] = (seen[name] ?? 0) + 1;
    const reaction = react(reading);
    return pushed ? { ...reaction, delay: 0 } : reaction;
  };
  // A job just handed in is not done yet; of one from elsewhere nothing is known.
  const fresh = since !== undefined && !submitted;
  try {
    return yield* pollUntil(
      turn,
      fresh ? (options.pollInterval ?? context.schedule.next(endpointId, { age: 0 })) : 0,
      scope,
    );
  } catch (error) {
    throw attach(error, { seen, ...(trouble && trouble !== error ? { cause: trouble } : {}) });
  }
}

type NextReading = () => Promise<{ readonly reading: Reading; readonly pushed: boolean }>;

/** What the submit answer said, then the events of a stream while there is one, then answers to questions. */
function createReadings(
  job: JobAt,
  { logs = false, mode }: WaitOptions & FalWaitOptions,
  context: Context,
  scope: Scope,
): NextReading {
  let events = typeof mode === "function" && job.line.protocol.stream ? mode(job, logs, context, scope) : undefined;
  let { reading: submitted } = job;
  let ready = submitted?.kind === "ready";
  let ask: ReturnType<typeof createAskJob> | undefined;
  return async () => {
    const pushed = submitted ?? (ready ? undefined : (await events?.next())?.value);
    submitted = undefined;
    ready ||= pushed?.kind === "ready";
    if (pushed) return { reading: pushed, pushed: events !== undefined };
    events = undefined;
    ask ??= createAskJob(job, logs, ready ? "result" : "status");
    return { reading: await ask(scope), pushed: false };
  };
}
