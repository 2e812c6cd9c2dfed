import type { Clock } from "./client-options.ts";
import { AbortError, InputError, TimeoutError } from "./errors.ts";

/** The life of one call: its deadline, and its caller's wish to stop. */
export interface Scope {
  /** Aborts at the deadline, when the caller aborts, and when the call is over. */
  readonly signal: AbortSignal;
  /** Milliseconds until the deadline. */
  left(): number;
  /** Sleeps; throws `TimeoutError` or `AbortError` when the call is over. The last sleep is cut short for one more question. */
  sleep(ms: number): Promise<void>;
  /** Throws `TimeoutError` or `AbortError` when the call is over. */
  check(): void;
  /** Clears the timer and the listener. Must be called. */
  close(): void;
}

/** Opens the life of a call. Throws `InputError` for a timeout that no timer keeps. */
export function openScope(clock: Clock, timeout: number, ...signals: (AbortSignal | undefined)[]): Scope {
  if (!(timeout > 0 && timeout < 2 ** 31)) throw new InputError("`timeout` must be 1 to 2147483647 milliseconds.");
  const controller = new AbortController();
  const { signal } = controller;
  const stop = (): void => controller.abort();
  const deadline = clock.now() + timeout;
  const left = (): number => deadline - clock.now();
  const margin = Math.min(timeout / 10, 2000);
  let lastSleep = false;
  for (const one of signals) {
    if (one?.aborted) stop();
    one?.addEventListener("abort", stop);
  }
  void clock.sleep(timeout, signal).then(stop);
  const check = (): void => {
    const cause = signals.find((one) => one?.aborted)?.reason;
    if (cause !== undefined && cause?.name !== "TimeoutError") throw new AbortError("The call was aborted.", { cause });
    if (signal.aborted || left() <= 0) throw new TimeoutError("The call did not end in time.");
  };
  const sleep = async (ms: number): Promise<void> => {
    const spare = left() - margin;
    const cut = ms >= spare && !lastSleep;
    if (cut) lastSleep = true;
    await clock.sleep(Math.max(0, cut ? spare : Math.min(ms, left())), signal);
    check();
  };
  const close = (): void => {
    for (const one of signals) one?.removeEventListener("abort", stop);
    stop();
  };
  return { signal, left, sleep, check, close };
}
