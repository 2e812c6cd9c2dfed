import type { Sleep } from "../../generator/emulator/emulator-options.ts";

/** A clock that a test moves by hand. */
export interface ManualClock {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Moves the clock and wakes who sleeps until then. */
  readonly advance: (milliseconds: number) => Promise<void>;
  /** How many sleep right now. */
  readonly sleepers: () => number;
}

/** A clock at `start` milliseconds. */
export function createClock(start = 0): ManualClock {
  let time = start;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    now: () => time,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: time + milliseconds, wake: resolve };
        sleepers.add(sleeper);
        signal.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      }),
    advance: async (milliseconds) => {
      await settle();
      time += milliseconds;
      for (const sleeper of sleepers) {
        if (sleeper.until > time) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
      await settle();
    },
    sleepers: () => sleepers.size,
  };
}

// Whoever is about to sleep gets there, and whoever woke gets to run, before the test goes on.
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
