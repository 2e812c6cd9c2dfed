import { ROUND_TRIP } from "./simulate.ts";

/** Milliseconds of the grid on which the best schedule may ask, and the longest gap it may leave, in steps. */
const STEP = 29;
const LONGEST = 900;

/**
 * Fewest questions per job with which any schedule that knows the law, but not the job, detects half of all jobs within
 * `delay` milliseconds. Dynamic programming over the ages at which to ask, backwards; the price of a late detection is
 * searched until half of them are in time.
 */
export function bestSchedule(ends: readonly number[], delay: number): number {
  const shares = cumulate(ends);
  const reach = Math.floor((delay - ROUND_TRIP / 2) / STEP);
  let [low, high] = [0, 2000];
  let best = plan(shares, reach, high);
  for (let round = 0; round < 24; round++) {
    const price = (low + high) / 2;
    const found = plan(shares, reach, price);
    if (found.inTime < 0.5) low = price;
    else {
      high = price;
      best = found;
    }
  }
  return best.questions;
}

function plan(
  shares: Float64Array,
  reach: number,
  price: number,
): { readonly inTime: number; readonly questions: number } {
  const steps = shares.length - 1;
  const [cost, inTime, questions] = [
    new Float64Array(steps + 1),
    new Float64Array(steps + 1),
    new Float64Array(steps + 1),
  ];
  for (let age = steps - 1; age >= 0; age--) {
    const open = 1 - at(shares, age);
    let best = Number.POSITIVE_INFINITY;
    for (let next = age + 1; next <= Math.min(steps, age + LONGEST); next++) {
      const hit = at(shares, next) - at(shares, Math.max(age, next - reach));
      const total = open - price * hit + at(cost, next);
      if (total >= best) continue;
      best = total;
      inTime[age] = hit + at(inTime, next);
      questions[age] = open + at(questions, next);
    }
    cost[age] = best;
  }
  return { inTime: at(inTime, 0), questions: at(questions, 0) };
}

/** Share of jobs that ended by each step. */
function cumulate(ends: readonly number[]): Float64Array {
  // The slowest two in a thousand would make the grid a hundred times as long.
  const last = at(Float64Array.from(ends), Math.floor(ends.length * 0.998));
  const shares = new Float64Array(Math.ceil(last / STEP) + 2);
  let count = 0;
  for (let step = 0; step < shares.length; step++) {
    while (count < ends.length && (ends[count] ?? 0) <= step * STEP) count += 1;
    shares[step] = count / ends.length;
  }
  shares[shares.length - 1] = 1;
  return shares;
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
