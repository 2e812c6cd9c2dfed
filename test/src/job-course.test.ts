import { describe, expect, test } from "vitest";
import { createCourse } from "../../src/job-course.ts";
import type { QueueUpdate } from "../../src/queue-update.ts";

/** What the schedule is asked and taught while a job takes this course: `[time, status, position?]`. */
function follow(since: number | undefined, course: readonly (readonly [number, QueueUpdate["status"], number?])[]) {
  let now = 0;
  const told: unknown[] = [];
  const schedule = {
    next: (_id: string, view: object) => {
      told.push({ next: view });
      return 1;
    },
    learn: (_id: string, total: number, running: number | undefined) => void told.push({ total, running }),
    moved: (_id: string, places: number, ms: number) => void told.push({ places, ms }),
  };
  const clock = { now: () => now, sleep: async () => {} };
  const gap = createCourse(
    { endpointId: "acme/paint", ...(since === undefined ? {} : { since }) },
    { clock, schedule },
  );
  for (const [time, status, position] of course) {
    now = time;
    gap({ status, request_id: "a", logs: [], ...(position === undefined ? {} : { queue_position: position }) });
  }
  return told.filter((one) => !JSON.stringify(one).startsWith('{"next"'));
}

describe("the course of a job teaches the schedule", () => {
  test.each([
    {
      name: "how long it took, half way between two questions",
      course: [
        [100, "IN_PROGRESS"],
        [300, "COMPLETED"],
      ],
      want: [{ total: 200 }],
    },
    {
      name: "how long it ran, where it was seen to wait before",
      course: [
        [100, "IN_QUEUE"],
        [200, "IN_QUEUE"],
        [400, "IN_PROGRESS"],
        [600, "COMPLETED"],
      ],
      want: [{ total: 500, running: 200 }],
    },
    {
      name: "nothing of its run where the submit alone said that it waits",
      course: [
        [100, "IN_QUEUE"],
        [400, "IN_PROGRESS"],
        [600, "COMPLETED"],
      ],
      want: [{ total: 500 }],
    },
    {
      name: "how fast the queue moves",
      course: [
        [100, "IN_QUEUE", 5],
        [200, "IN_QUEUE", 5],
        [400, "IN_QUEUE", 2],
        [500, "IN_QUEUE", 3],
        [600, "IN_QUEUE", 1],
      ],
      want: [
        { places: 3, ms: 300 },
        { places: 2, ms: 100 },
      ],
    },
    {
      name: "an end only once",
      course: [
        [100, "COMPLETED"],
        [300, "COMPLETED"],
      ],
      want: [{ total: 50 }],
    },
    {
      name: "nothing of a word nobody knows",
      course: [
        [100, "UNKNOWN"],
        [300, "UNKNOWN"],
      ],
      want: [],
    },
  ] as const)("$name", ({ course, want }) => {
    expect(follow(0, course)).toEqual(want);
  });

  test("a job from elsewhere teaches nothing: nobody knows how old it is", () => {
    expect(
      follow(undefined, [
        [100, "IN_PROGRESS"],
        [300, "COMPLETED"],
      ]),
    ).toEqual([]);
  });

  test("a job handed in earlier is as old as it is", () => {
    expect(
      follow(-1000, [
        [100, "IN_PROGRESS"],
        [300, "COMPLETED"],
      ]),
    ).toEqual([{ total: 1200 }]);
  });
});
