import type { Clock } from "./client-options.ts";
import type { Scope } from "./scope.ts";

/** Lets the requests of a client through, in the order they came, within a rate and a number in flight. */
export interface RequestSlots {
  /** Waits for a slot; the answer gives it back. Throws what `scope.check` throws. */
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
  const waiting: { [urgency in Urgency]: Set<() => void> } = { submit: new Set(), ask: new Set() };
  const gap = 1000 / rate;
  let free = concurrency;
  let next = 0;
  let timer: AbortController | undefined;

  const serve = (): void => {
    timer?.abort();
    timer = undefined;
    for (;;) {
      const [first] = waiting.submit.size ? waiting.submit : waiting.ask;
      if (!first || !free) return;
      const now = clock.now();
      // The slot clock may lag behind: that is the burst.
      next = Math.max(next, now - BURST);
      if (next > now) {
        wakeIn(next - now);
        return;
      }
      next += gap;
      free -= 1;
      first();
    }
  };
  const wakeIn = (ms: number): void => {
    const alarm = new AbortController();
    timer = alarm;
    void clock.sleep(ms, alarm.signal).then(() => timer === alarm && serve());
  };
  return {
    pause: (ms) => {
      next = Math.max(next, clock.now() + ms);
    },
    take: async (scope, urgency) => {
      const turn = standInLine(waiting[urgency], scope, serve);
      if (!timer) serve();
      await turn;
      return () => {
        free += 1;
        serve();
      };
    },
  };
}

/** Resolves when it is this request's turn; rejects, and lets the others move up, when its call is over before. */
function standInLine(line: Set<() => void>, { signal }: Scope, moveUp: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      line.delete(go);
      signal.removeEventListener("abort", giveUp);
    };
    const go = (): void => {
      leave();
      resolve();
    };
    const giveUp = (): void => {
      leave();
      moveUp();
      reject();
    };
    signal.addEventListener("abort", giveUp);
    line.add(go);
  });
}
