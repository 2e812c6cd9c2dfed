/** What is known about a job when the question is when to ask again. Times in milliseconds. */
export interface JobView {
  /** Since it was handed in. */
  readonly age: number;
  /** Jobs ahead of it, while it waits and where the gateway counts them. */
  readonly position?: number | undefined;
  /** Since it was seen to run, having been seen to wait before. */
  readonly running?: number | undefined;
}

/** When to ask next, learned per endpoint from the jobs this client has seen. */
export interface PollSchedule {
  /** Milliseconds to wait before the next question. */
  next(endpointId: string, job: JobView): number;
  /** A job took so long in all and, when it was seen to start, in running. */
  learn(endpointId: string, total: number, running: number | undefined): void;
  /** A job moved up so many places in so long a time. */
  moved(endpointId: string, places: number, ms: number): void;
}

interface History {
  totals: readonly number[];
  runs: readonly number[];
  /** Milliseconds per place in the queue. */
  pace: number;
}

/** Past jobs per endpoint that count; older ones are forgotten. */
const MEMORY = 64;

/** What a millisecond of delay is worth in questions: two a second for a job that may end at any time within two seconds. */
const PATIENCE = 108;

/** A schedule that is geometric without history, and learns from the first finished job on. */
export function createSchedule(random: () => number): PollSchedule {
  const endpoints = new Map<string, History>();
  const recall = (endpointId: string): History => {
    const history = endpoints.get(endpointId) ?? { totals: [], runs: [], pace: 0 };
    endpoints.set(endpointId, history);
    return history;
  };
  return {
    next: (endpointId, job) => gapFor(job, recall(endpointId)) * (0.95 + random() / 10),
    learn: (endpointId, total, running) => {
      const history = recall(endpointId);
      history.totals = [...history.totals, total].slice(-MEMORY);
      if (running !== undefined) history.runs = [...history.runs, running].slice(-MEMORY);
    },
    moved: (endpointId, places, ms) => {
      const history = recall(endpointId);
      const pace = ms / places;
      history.pace = history.pace ? history.pace * 0.8 + pace * 0.2 : pace;
    },
  };
}

function gapFor({ age, position, running }: JobView, { totals, runs, pace }: History): number {
  const gap = running === undefined ? gapAt(age, totals) : gapAt(running, runs);
  if (position === undefined) return gap;
  // A job that still waits has to run first, and half of the way to the front is safely ahead of it.
  const shortestRun = runs.length > 3 ? Math.min(...runs) * 0.9 : 0;
  return Math.max(gap, Math.min(30_000, (position * pace) / 2), shortestRun);
}

/**
 * Questions cost the gateway, delay costs the caller: their sum is least when the gap is proportional to the square root
 * of the time in which a job of this age can be expected to end. That time is read off the nearest of the longer past jobs.
 */
function gapAt(age: number, durations: readonly number[]): number {
  const longer = durations.filter((duration) => duration > age).sort((a, b) => a - b);
  const few = Math.ceil(Math.sqrt(longer.length));
  const [first, near] = [longer[0], longer[few - 1]];
  if (first === undefined || near === undefined) return Math.min(10_000, Math.max(500, age / 8));
  const expected = ((near - age) * longer.length) / few;
  return Math.min(30_000, Math.max(100, Math.sqrt(PATIENCE * expected), first - age));
}
