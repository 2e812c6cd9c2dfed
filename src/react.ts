import type { Context, JobAt } from "./context.ts";
import { ProtocolError, RateLimitError } from "./errors.ts";
import type { Reading } from "./interpret-answer.ts";
import { createCourse } from "./job-course.ts";
import type { QueueResult, QueueUpdate } from "./queue-update.ts";
import { politeWait, retryDelay } from "./retry-delay.ts";
import type { Scope } from "./scope.ts";

/** Milliseconds for which a status that nobody knows is taken for a job that runs. */
const GRACE = 60_000;

/** Answers in a row that are no answer at all, before the wait ends. */
const ODD_ANSWERS = 4;

/** What a reading came to: news or none; an end, or how long to wait before the next question. */
export interface Turn {
  readonly news?: QueueUpdate | undefined;
  readonly end?: QueueResult<unknown>;
  readonly delay: number;
}

/** Decides, reading by reading, whether to go on and when to ask again. Throws what ends the wait. */
export type React = (reading: Reading) => Turn;

/** Reactions for the wait for one job. */
export function createReact(job: JobAt, pollInterval: number | undefined, context: Context, scope: Scope): React {
  const { endpointId, requestId, line } = job;
  const { clock, random, slots, warn } = context;
  const nextGap = createCourse(job, context);
  let troubles = 0;
  let odd = 0;
  let strangeSince: number | undefined;
  let shown = "";

  const recover = ({ kind, error, wait = 0 }: Reading): Turn => {
    troubles += 1;
    if (kind !== "busy") odd += 1;
    if (kind === "failed" || odd >= ODD_ANSWERS || wait >= scope.left()) throw error;
    const delay = retryDelay(troubles, wait, random);
    if (error instanceof RateLimitError) slots.pause(delay);
    return { delay };
  };
  const tolerate = (update: QueueUpdate): void => {
    const message = `Gateway "${line.id}" reports the status ${JSON.stringify(update.reported)}, which its protocol does not have.`;
    if (strangeSince === undefined) warn({ code: "status", message, endpointId, requestId });
    strangeSince ??= clock.now();
    if (clock.now() - strangeSince > GRACE)
      throw new ProtocolError(`${message} It was asked for ${GRACE / 1000} s.`, { body: update });
  };
  return (reading) => {
    const { kind, update, wait = 0 } = reading;
    if (!update) return recover(reading);
    troubles = odd = 0;
    const { status, queue_position, logs } = update;
    const look = status === "COMPLETED" ? status : `${status} ${queue_position} ${logs.length}`;
    const news = look === shown ? undefined : update;
    shown = look;
    const gap = nextGap(update);
    if (kind === "done") return { news, delay: 0, end: { data: reading.data, requestId, gateway: line.id } };
    if (kind === "unknown") tolerate(update);
    else strangeSince = undefined;
    return { news, delay: kind === "ready" ? 0 : Math.max(pollInterval ?? gap, politeWait(wait, random)) };
  };
}
