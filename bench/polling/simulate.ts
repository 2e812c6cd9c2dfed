import type { Law, SimulatedJob } from "./laws.ts";

/** Milliseconds a question travels, there and back. */
const ROUND_TRIP = 80;

/** When to ask about a job: waits before the first question and between the others. */
export type Ask = (state: { readonly age: number; readonly status: Status }) => number;

/** What a question finds. */
export interface Status {
  readonly word: "IN_QUEUE" | "IN_PROGRESS" | "COMPLETED";
  readonly position?: number;
}

/** What asking came to: requests per job, and milliseconds from the end of a job to its detection. */
export interface Outcome {
  readonly requests: number;
  readonly median: number;
  readonly mean: number;
}

/** Runs jobs one after the other, each with an `ask` of its own, on virtual time and the same draws for every schedule. */
export function simulate(law: Law, jobs: number, start: () => Ask): Outcome {
  const random = createRandom(7);
  const delays: number[] = [];
  let requests = 0;
  for (let count = 0; count < jobs; count++) {
    const job = law(random);
    const ask = start();
    let age = 0;
    let status: Status = { word: "IN_QUEUE", position: job.moves.length - 1 };
    while (status.word !== "COMPLETED") {
      age += ask({ age, status });
      status = look(job, age + ROUND_TRIP / 2);
      age += ROUND_TRIP;
      requests += 1;
    }
    ask({ age, status });
    delays.push(age - job.end);
  }
  delays.sort((a, b) => a - b);
  const mean = delays.reduce((sum, delay) => sum + delay, 0) / jobs;
  return { requests: requests / jobs, median: delays[Math.floor(jobs / 2)] ?? 0, mean };
}

function look({ moves, end }: SimulatedJob, at: number): Status {
  if (at >= end) return { word: "COMPLETED" };
  const ahead = moves.filter((time) => time > at).length;
  return ahead ? { word: "IN_QUEUE", position: ahead - 1 } : { word: "IN_PROGRESS" };
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ends of many jobs of a law, in order. */
export function drawEnds(law: Law, jobs: number): readonly number[] {
  const random = createRandom(11);
  return Array.from({ length: jobs }, () => law(random).end).sort((a, b) => a - b);
}

export { ROUND_TRIP };
