import type { Context, JobAt } from "./context.ts";
import type { QueueUpdate } from "./queue-update.ts";

/** Milliseconds until a job should be asked about again, after an update; teaches the schedule on the way. */
export type NextGap = (update: QueueUpdate) => number;

/** Follows the course of one job: when it moved up, when it started, when it ended. */
export function createCourse(
  { endpointId, since }: Pick<JobAt, "endpointId" | "since">,
  { clock, schedule }: Pick<Context, "clock" | "schedule">,
): NextGap {
  const started = since ?? clock.now();
  let lastAge = 0;
  let position: number | undefined;
  let movedAt = 0;
  let waited = false;
  let ranFrom: number | undefined;
  let ended = false;

  const move = (to: number | undefined, age: number): void => {
    if (to !== undefined && position !== undefined && to < position)
      schedule.moved(endpointId, position - to, age - movedAt);
    if (to !== position) movedAt = age;
    position = to;
  };
  return ({ status, queue_position }) => {
    const age = clock.now() - started;
    // What happened between two questions is taken to have happened half way.
    const between = (lastAge + age) / 2;
    move(queue_position, age);
    if (status === "IN_PROGRESS" && waited) ranFrom ??= between;
    if (status === "COMPLETED" && !ended) {
      ended = true;
      // Of a job that came from elsewhere nobody knows how old it is.
      if (since !== undefined)
        schedule.learn(endpointId, between, ranFrom === undefined ? undefined : between - ranFrom);
    }
    // The submit answer itself says only that the job was taken.
    waited ||= status === "IN_QUEUE" && lastAge > 0;
    lastAge = age;
    return schedule.next(endpointId, { age, position, running: ranFrom === undefined ? undefined : age - ranFrom });
  };
}
