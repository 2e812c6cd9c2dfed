import { backoff, politeWait } from "./backoff.ts";
import type { Context, JobAt } from "./context.ts";
import { ProtocolError, RateLimitError } from "./errors.ts";
import type { Reading, Trouble } from "./interpret-answer.ts";
import { createCourse } from "./job-course.ts";
import type { Turn } from "./poll-until.ts";
import type { QueueResult, QueueUpdate } from "./queue-update.ts";
import type { Scope } from "./scope.ts";

/** Milliseconds for which a status that nobody knows is taken for a job that runs. */
const GRACE = 60_000;

/** Answers in a row that are no answer at all, before the wait ends. */
const ODD_ANSWERS = 4;

/** Decides, reading by reading, whether to go on and when to ask again. Throws what ends the wait. */
export type React = (reading: Reading) => Turn<QueueUpdate, QueueResult<unknown>>;

/** Reactions for the wait for one job. */
export function createReact(job: JobAt, pollInterval: number | undefined, context: Context, scope: Scope): React {
  const { endpointId, requestId, line } = job;
  const { clock, random, slots, warn } = context;
  const nextGap = createCourse(job, context);
  let troubles = 0;
  let odd = 0;
  let strangeSince: number | undefined;
  let shown = "";

  const change = (update: QueueUpdate): QueueUpdate | undefined => {
    const { status, queue_position, logs } = update;
    const look = status === "COMPLETED" ? status : [status, queue_position, logs.length].join();
    if (look === shown) return undefined;
    shown = look;
    return update;
  };
  const recover = (reading: Trouble): number => {
    troubles += 1;
    if (reading.kind !== "busy") odd += 1;
    const asked = reading.wait ?? 0;
    if (odd >= ODD_ANSWERS || asked >= scope.left()) throw reading.error;
    const wait = politeWait(asked, random);
    if (reading.error instanceof RateLimitError) slots.pause(wait);
    return Math.max(wait, backoff(troubles, random));
  };
  const tolerate = (update: QueueUpdate): void => {
    if (update.status !== "UNKNOWN") {
      strangeSince = undefined;
      return;
    }
    const message = `Gateway "${line.id}" reports the status ${JSON.stringify(update.reported)}, which its protocol does not have.`;
    if (strangeSince === undefined) warn({ code: "status", message, endpointId, requestId });
    strangeSince ??= clock.now();
    if (clock.now() - strangeSince > GRACE)
      throw new ProtocolError(`${message} It was asked for ${GRACE / 1000} s.`, { body: update });
  };
  return (reading) => {
    if (reading.kind === "failed") throw reading.error;
    if ("error" in reading) return { delay: recover(reading) };
    troubles = odd = 0;
    const { update } = reading;
    const news = change(update);
    const gap = nextGap(update);
    if (reading.kind === "done") return { news, end: { data: reading.data, requestId, gateway: line.id } };
    tolerate(update);
    if (reading.kind === "ready") return { news, delay: 0 };
    return { news, delay: Math.max(pollInterval ?? gap, politeWait(reading.wait ?? 0, random)) };
  };
}
