import type { Context } from "./context.ts";
import { attach, type ErrorFacts } from "./errors.ts";
import type { CallOptions } from "./queue-options.ts";
import { openScope, type Scope } from "./scope.ts";

/** Milliseconds a single call may take, its retries included. */
const CALL_TIMEOUT = 60_000;

/** Runs a call within its deadline and its abort signal, and tells its errors what they are about. */
export async function runWithin<T>(
  { clock }: Context,
  { timeout = CALL_TIMEOUT, abortSignal }: CallOptions,
  facts: ErrorFacts,
  run: (scope: Scope) => Promise<T>,
): Promise<T> {
  const scope = openScope(clock, timeout, abortSignal);
  try {
    return await run(scope);
  } catch (error) {
    throw attach(error, facts);
  } finally {
    scope.close();
  }
}
