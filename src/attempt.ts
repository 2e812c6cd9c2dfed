import type { Clock } from "./client-options.ts";
import { describeCause } from "./describe-cause.ts";
import { ConnectionError, DocketError } from "./errors.ts";
import { type Call, openCall } from "./http.ts";
import { readText } from "./read-text.ts";
import type { RequestSlots, Urgency } from "./request-slots.ts";
import { openScope, type Scope } from "./scope.ts";
import { bareUrl, type Guard } from "./send-guarded.ts";

/** An answer read to its end and not yet believed. */
export interface Answer {
  readonly method: string;
  /** Origin and path that were called, without query. */
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
  read(call: Call, scope: Scope, urgency?: Urgency): Promise<Answer>;
  /** Hands the answer over as soon as its headers are there; the caller reads the body. */
  open(call: Call, scope: Scope): Promise<Response>;
}

/** Attempts at one gateway. */
export function createAttempt(guard: Guard, settings: AttemptSettings): Attempt {
  const { clock, slots, requestTimeout, maxBodyBytes } = settings;

  /** Runs an attempt in its slot; cuts it at its own deadline and with the call, whether or not `fetch` heeds signals. */
  async function within<T>(
    { method, path }: Call,
    scope: Scope,
    urgency: Urgency,
    run: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    scope.check();
    const release = await slots.take(scope, urgency);
    const { signal, race, close } = openScope(clock, requestTimeout, scope.signal);
    try {
      return await race(run(signal));
    } catch (error) {
      scope.check();
      const late = signal.aborted;
      if (error instanceof DocketError && !late) throw error;
      const url = bareUrl(guard.baseUrl + path);
      const cause = late ? undefined : describeCause(error);
      const what = cause ? `answer (${cause.code ?? cause.message})` : `whole answer within ${requestTimeout} ms`;
      const message = `${method} ${url} got no ${what}. Is the address right, and the network up?`;
      throw new ConnectionError(guard.keys.mask(message), { method, url, cause });
    } finally {
      close();
      release();
    }
  }
  return {
    read: (call, scope, urgency = "ask") =>
      within(call, scope, urgency, async (signal) => {
        const { status, headers, body } = await openCall(guard, call, signal);
        const text = guard.keys.mask(await readText(body, maxBodyBytes));
        return { method: call.method, url: bareUrl(guard.baseUrl + call.path), status, headers, text };
      }),
    // The body outlives the attempt: it is cut with the call.
    open: (call, scope) => within(call, scope, "ask", () => openCall(guard, call, scope.signal)),
  };
}
