import type { Clock } from "./client-options.ts";
import type { Scope } from "./scope.ts";

/** Lets the requests of a client through, in the order they came, within a rate and a number in flight. */
export interface RequestSlots {
  /** Waits for a slot; the answer gives it back. Throws what ends the scope. */
  take(scope: Scope, urgency: Urgency): Promise<() => void>;
  /** Nothing goes out for so many milliseconds: the gateway asked for it. */
  pause(ms: number): void;
}

/** Hand-ins pass questions, so that a crowd of waiting jobs never holds back new work. */
export type Urgency = "submit" | "ask";

/** Milliseconds' worth of requests that may go at once after a rest. */
const BURST = 250;

/** Slots for `rate` requests per second, of which a quarter may go at once, and `concurrency` in flight. */
export function createSlots(clock: Clock, rate: number, concurrency: number): RequestSlots {
  // Served in this order.
  const waiting: { [urgency in Urgency]: Line } = { submit: new Set(), ask: new Set() };
  let free = concurrency;
  let next = 0;
  let timer: AbortController | undefined;

  const serve = (): void => {
    timer?.abort();
    timer = undefined;
    for (const line of Object.values(waiting)) {
      for (const go of line) {
        if (!free) return;
        const wait = next - clock.now();
        if (wait > 0) {
          timer = new AbortController();
          const { signal } = timer;
          void clock.sleep(wait, signal).then(() => signal.aborted || serve());
          return;
        }
        // The slot clock may lag behind: that is the burst.
        next += Math.max(0, -BURST - wait) + 1000 / rate;
        free -= 1;
        line.delete(go);
        go();
      }
    }
  };
  const release = (): void => {
    free += 1;
    serve();
  };
  return {
    pause: (ms) => {
      next = Math.max(next, clock.now() + ms);
    },
    take: async (scope, urgency) => {
      const line = waiting[urgency];
      const [turn, go] = standIn(line);
      if (!timer) serve();
      await scope.race(turn).catch((error) => {
        // It may have been its turn in the same moment: then the slot goes back.
        if (line.delete(go)) serve();
        else release();
        throw error;
      });
      return release;
    },
  };
}

/** Who waits, in the order they came: what lets each of them go. */
type Line = Set<() => void>;

function standIn(line: Line): readonly [Promise<void>, () => void] {
  let go = (): void => {};
  const turn = new Promise<void>((resolve) => {
    go = resolve;
  });
  line.add(go);
  return [turn, go];
}
