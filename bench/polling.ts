import { createCourse } from "../src/job-course.ts";
import { createSchedule } from "../src/poll-schedule.ts";
import { bestSchedule } from "./polling/best-schedule.ts";
import { laws } from "./polling/laws.ts";
import { type Ask, createRandom, drawEnds, simulate } from "./polling/simulate.ts";

const JOBS = 2000;

/** The client's own schedule, told what its questions found. */
function learning(): () => Ask {
  const schedule = createSchedule(createRandom(3));
  return () => {
    let now = 0;
    const clock = { now: () => now, sleep: async () => {} };
    const nextGap = createCourse({ endpointId: "it", since: 0 }, { schedule, clock });
    return ({ age, status: { word, position } }) => {
      now = age;
      const place = position === undefined ? {} : { queue_position: position };
      return nextGap({ status: word, request_id: "it", logs: [], ...place });
    };
  };
}

/** What `@fal-ai/client` 1.10 does: at once, then 500 ms after each answer. */
const fixed = (): Ask => {
  let asked = false;
  return () => {
    const wait = asked ? 500 : 0;
    asked = true;
    return wait;
  };
};

const rows = Object.entries(laws).map(([law, draw]) => {
  const fal = simulate(draw, JOBS, fixed);
  const ours = simulate(draw, JOBS, learning());
  const ends = drawEnds(draw, 20_000);
  const best = (delay: number): string => (bestSchedule(ends, delay) / fal.requests).toFixed(2);
  return {
    law,
    "every 500 ms": `${fal.requests.toFixed(1)} requests, ${fal.median.toFixed(0)} ms`,
    "this client": `${ours.requests.toFixed(1)} requests, ${ours.median.toFixed(0)} ms`,
    "of the requests": (ours.requests / fal.requests).toFixed(2),
    "of the median delay": (ours.median / fal.median).toFixed(2),
    "best by age alone": `${best(ours.median)} of the requests, ${best(fal.median)} at the delay of 500 ms`,
  };
});
// biome-ignore lint/suspicious/noConsole: this is what the program is for.
console.table(rows);
