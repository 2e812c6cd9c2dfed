import type { Clock } from "../../src/client-options.ts";

/** A clock whose time passes only while everybody sleeps. */
export interface VirtualClock extends Clock {
  /** Sleepers that have not woken: timers that a finished call left behind. */
  readonly sleepers: number;
  /** Every sleep that ran its full time, in milliseconds. */
  readonly slept: readonly number[];
}

/** Virtual time: when a turn of the event loop has brought nothing new, it jumps to the next sleeper. */
export function createVirtualClock(): VirtualClock {
  const sleepers = new Set<{ readonly due: number; readonly ms: number; readonly wake: () => void }>();
  const slept: number[] = [];
  let now = 0;
  let ticking = false;

  const tick = (): void => {
    // Two turns: fetch bodies and promises settle before time moves.
    setImmediate(() =>
      setImmediate(() => {
        ticking = false;
        const [first] = [...sleepers].sort((a, b) => a.due - b.due);
        if (!first) return;
        now = Math.max(now, first.due);
        slept.push(first.ms);
        first.wake();
        start();
      }),
    );
  };
  const start = (): void => {
    if (ticking || !sleepers.size) return;
    ticking = true;
    tick();
  };
  return {
    now: () => now,
    slept,
    get sleepers() {
      return sleepers.size;
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const wake = (): void => {
          sleepers.delete(sleeper);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        const sleeper = { due: now + ms, ms, wake };
        sleepers.add(sleeper);
        signal.addEventListener("abort", wake);
        start();
      }),
  };
}
