/** When to ask next, learned per endpoint from the jobs this client has seen. */
export interface PollSchedule {
  /** Milliseconds to wait before the next question about a job of that age. */
  next(endpointId: string, age: number): number;
  /** A job was seen unfinished at the age `before` and finished at the age `after`. */
  learn(endpointId: string, before: number, after: number): void;
}

/** Past jobs per endpoint that count; older ones are forgotten. */
const MEMORY = 64;

/** Milliseconds of question-delay product: two questions a second for jobs that may end at any time within six seconds. */
const PATIENCE = 42;

/** A schedule without history: geometric, and learning from the first finished job on. */
export function createSchedule(random: () => number): PollSchedule {
  const durations = new Map<string, number[]>();
  return {
    next: (endpointId, age) => gapAt(age, durations.get(endpointId) ?? []) * (0.9 + random() / 5),
    learn: (endpointId, before, after) => {
      const recent = [...(durations.get(endpointId) ?? []), (before + after) / 2];
      durations.set(endpointId, recent.slice(-MEMORY));
    },
  };
}

/**
 * Questions cost the gateway, delay costs the caller: their sum is least when the gap is proportional to the square root
 * of the time in which a job of this age can be expected to end.
 */
function gapAt(age: number, durations: readonly number[]): number {
  const open = durations.filter((duration) => duration > age).sort((a, b) => a - b);
  const near = open[Math.ceil(Math.sqrt(open.length)) - 1];
  if (near === undefined) return Math.min(10_000, Math.max(500, age / 8));
  const hazard = Math.ceil(Math.sqrt(open.length)) / (open.length * (near - age));
  const first = (open[0] ?? age) - age;
  return Math.min(30_000, Math.max(100, Math.sqrt(PATIENCE / hazard), first * 0.9));
}
