import type { Clock } from "./client-options.ts";
import { AbortError, InputError, TimeoutError } from "./errors.ts";

/** The life of one call: its deadline, and its caller's wish to stop. */
export interface Scope {
  /** Aborts at the deadline and when the caller aborts, with the error to throw; and when the call is over. */
  readonly signal: AbortSignal;
  /** Milliseconds until the deadline. */
  left(): number;
  /** Sleeps; throws `TimeoutError` or `AbortError` when the call is over. The last sleep is cut short for one more question. */
  sleep(ms: number): Promise<void>;
  /** Waits for a promise, or throws as soon as the call is over. */
  race<T>(promise: Promise<T>): Promise<T>;
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
  const deadline = clock.now() + timeout;
  const margin = Math.min(timeout / 10, 2000);
  let lastSleep = false;

  const left = (): number => deadline - clock.now();
  const expire = (): void => controller.abort(new TimeoutError("The call did not end in time."));
  const stop = (): void => {
    const cause = signals.find((one) => one?.aborted)?.reason;
    if (cause?.name === "TimeoutError") expire();
    else controller.abort(new AbortError("The call was aborted.", { cause }));
  };
  const check = (): void => {
    if (left() <= 0) expire();
    signal.throwIfAborted();
  };
  const sleep = async (ms: number): Promise<void> => {
    const spare = left() - margin;
    const cut = ms >= spare && !lastSleep;
    lastSleep ||= cut;
    await clock.sleep(Math.max(0, cut ? spare : Math.min(ms, left())), signal);
    check();
  };
  const race = <T>(promise: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const cut = (): void => reject(signal.reason);
      signal.addEventListener("abort", cut);
      if (signal.aborted) cut();
      promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", cut));
    });
  const close = (): void => {
    for (const one of signals) one?.removeEventListener("abort", stop);
    controller.abort();
  };

  for (const one of signals) one?.addEventListener("abort", stop);
  if (signals.some((one) => one?.aborted)) stop();
  void clock.sleep(timeout, signal).then(expire);
  return { signal, left, sleep, race, check, close };
}
