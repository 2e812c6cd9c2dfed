import { expect, test } from "vitest";
import { laws } from "../../bench/polling/laws.ts";
import { createRandom, simulate } from "../../bench/polling/simulate.ts";
import { createCourse } from "../../src/job-course.ts";
import { createSchedule, type PollSchedule } from "../../src/poll-schedule.ts";

const half = (): number => 0.5;

function taught(totals: readonly number[], runs: readonly number[] = []): PollSchedule {
  const schedule = createSchedule(half);
  totals.forEach((total, index) => void schedule.learn("it", total, runs[index]));
  return schedule;
}

test("without history the gaps grow with the age, between half a second and ten", () => {
  const schedule = createSchedule(half);
  expect([0, 4000, 8000, 40_000, 1e6].map((age) => schedule.next("it", { age }))).toEqual([
    500, 500, 1000, 5000, 10_000,
  ]);
});

test("with history the first question waits for the quickest job seen", () => {
  const schedule = taught([6000, 6200, 5900, 6100]);
  expect(schedule.next("it", { age: 0 })).toBe(5900);
  expect(schedule.next("it", { age: 5950 })).toBeLessThan(300);
});

test("each endpoint has its own", () => {
  expect(taught([60_000]).next("other", { age: 0 })).toBe(500);
});

test("what happened long ago is forgotten", () => {
  const schedule = taught([...Array(64).fill(60_000), ...Array(64).fill(1000)]);
  expect(schedule.next("it", { age: 0 })).toBe(1000);
});

test("a job far back in the queue is left in peace at the pace seen", () => {
  const schedule = taught([5000]);
  schedule.moved("it", 2, 8000);
  expect(schedule.next("it", { age: 4900, position: 10 })).toBe(20_000);
  expect(schedule.next("it", { age: 4900, position: 0 })).toBeLessThan(1000);
  expect(schedule.next("it", { age: 4900, position: 1000 })).toBe(30_000);
});

test("a job seen to start is expected to run as long as others ran", () => {
  const schedule = taught([90_000, 50_000, 70_000, 20_000], [5000, 5100, 4900, 5200]);
  expect(schedule.next("it", { age: 60_000, running: 100 })).toBe(4800);
  expect(schedule.next("it", { age: 30_000, position: 0 })).toBeGreaterThanOrEqual(4410);
});

test("jitter spreads questions by a tenth", () => {
  const gaps = [0, 0.999].map((draw) => createSchedule(() => draw).next("it", { age: 0 }));
  expect(gaps.map(Math.round)).toEqual([475, 525]);
});

test.each(["steady render", "cold starts", "long queue"])(
  "%s: a third of the requests of asking twice a second, and no later",
  (name) => {
    const law = laws[name];
    if (!law) throw new Error(name);
    const schedule = createSchedule(createRandom(3));
    const ours = simulate(law, 2000, () => {
      let now = 0;
      const nextGap = createCourse(
        { endpointId: "it", since: 0 },
        { schedule, clock: { now: () => now, sleep: async () => {} } },
      );
      return ({ age, status: { word, position } }) => {
        now = age;
        return nextGap({
          status: word,
          request_id: "it",
          logs: [],
          ...(position === undefined ? {} : { queue_position: position }),
        });
      };
    });
    const fixed = simulate(
      law,
      2000,
      () =>
        ({ age }) =>
          age ? 500 : 0,
    );
    expect(ours.requests / fixed.requests).toBeLessThan(0.345);
    expect(ours.median).toBeLessThanOrEqual(fixed.median);
  },
);
