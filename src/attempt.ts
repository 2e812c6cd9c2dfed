import type { Clock } from "./client-options.ts";
import { describeCause } from "./describe-cause.ts";
import { ConnectionError, DocketError } from "./errors.ts";
import { type Call, createOpen, type Opened } from "./http.ts";
import { readText } from "./read-text.ts";
import type { RequestSlots, Urgency } from "./request-slots.ts";
import type { Scope } from "./scope.ts";
import type { Guard } from "./send-guarded.ts";

/** An answer read to its end and not yet believed. */
export interface Answer {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What every attempt of a client shares. */
export interface AttemptSettings {
  readonly clock: Clock;
  readonly slots: RequestSlots;
  readonly requestTimeout: number;
  readonly maxBodyBytes: number;
}

/** One request, in its turn and within its time. Throws errors of this package only. */
export interface Attempt {
  /** Reads the whole answer. */
  read(call: Omit<Call, "signal">, scope: Scope, urgency?: Urgency): Promise<Answer>;
  /** Hands the answer over as soon as its headers are there; the caller reads the body. */
  open(call: Omit<Call, "signal">, scope: Scope): Promise<Opened>;
}

/** Attempts at one gateway. */
export function createAttempt(guard: Guard, settings: AttemptSettings): Attempt {
  const open = createOpen(guard);
  const read = async (call: Call): Promise<Answer> => {
    const { response, method, url } = await open(call);
    const text = guard.keys.mask(await readText(response, settings.maxBodyBytes));
    return { method, url, status: response.status, headers: response.headers, text };
  };
  return {
    read: (call, scope, urgency = "ask") => within(settings, scope, urgency, (signal) => read({ ...call, signal })),
    // The body outlives the attempt: it is cut with the call.
    open: (call, scope) => within(settings, scope, "ask", () => open({ ...call, signal: scope.signal })),
  };
}

/** Runs an attempt in its slot; cuts it at its own deadline and with the call, whether or not `fetch` heeds signals. */
async function within<T>(
  { clock, slots, requestTimeout }: AttemptSettings,
  scope: Scope,
  urgency: Urgency,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  scope.check();
  const release = await slots.take(scope, urgency).catch(() => undefined);
  const controller = new AbortController();
  const { signal } = controller;
  const cut = (): void => controller.abort();
  let late = false;
  try {
    scope.check();
    scope.signal.addEventListener("abort", cut);
    void clock.sleep(requestTimeout, signal).then(() => {
      late = !signal.aborted;
      cut();
    });
    return await Promise.race([run(signal), aborted(signal)]);
  } catch (error) {
    scope.check();
    if (error instanceof DocketError) throw error;
    throw new ConnectionError(late ? `No whole answer within ${requestTimeout} ms.` : "The connection failed.", {
      cause: late ? undefined : describeCause(error),
    });
  } finally {
    scope.signal.removeEventListener("abort", cut);
    cut();
    release?.();
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener("abort", reject));
}
