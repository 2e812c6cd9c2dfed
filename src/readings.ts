import { createAskJob } from "./ask-job.ts";
import type { Context, JobAt } from "./context.ts";
import type { Reading } from "./interpret-answer.ts";
import type { FalWaitOptions, WaitOptions } from "./queue-options.ts";
import type { Scope } from "./scope.ts";
import type { SharedQuestions } from "./shared-questions.ts";

/** What one watcher of a job reads, one after the other. */
export interface Readings {
  /** `pushed` when a stream brought it, and the next needs no waiting for. */
  next(): Promise<Reading & { readonly pushed?: boolean }>;
  /** Must be called when the watcher leaves. */
  leave(): void;
}

/** What the submit answer said, then the events of a stream while there is one, then answers to questions. */
export function openReadings(
  job: JobAt,
  { logs = false, mode }: WaitOptions & FalWaitOptions,
  context: Context,
  scope: Scope,
): Readings {
  let events = typeof mode === "function" && job.line.protocol.stream ? mode(job, logs, context, scope) : undefined;
  let { reading: submitted } = job;
  let ready = submitted?.kind === "ready";
  const key = `${job.line.id} ${job.endpointId} ${job.requestId} ${logs}`;
  let shared: SharedQuestions | undefined;
  let last: Promise<Reading> | undefined;

  const join = (): SharedQuestions => {
    const joined = context.watched.get(key) ?? {
      watchers: 0,
      ask: createAskJob(job, logs, ready ? "result" : "status"),
    };
    joined.watchers += 1;
    context.watched.set(key, joined);
    return joined;
  };
  return {
    next: async () => {
      const pushed = submitted ?? (ready ? undefined : (await events?.next())?.value);
      submitted = undefined;
      ready ||= pushed?.kind === "ready";
      if (pushed) return { ...pushed, pushed: events !== undefined };
      events = undefined;
      shared ??= join();
      // The newest answer that another watcher got serves too, unless that watcher gave up.
      if (shared.latest && shared.latest !== last) {
        last = shared.latest;
        const reading = await scope.race(last).catch(() => scope.check());
        if (reading) return reading;
      }
      last = shared.latest = shared.ask(scope);
      return last;
    },
    leave: () => {
      if (shared && !--shared.watchers) context.watched.delete(key);
    },
  };
}
