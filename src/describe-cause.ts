/** A failure below ours, reduced to what may be shown: the failing object itself may hold the request and its key. */
export interface Cause {
  readonly name: string;
  readonly message: string;
  /** Code of the network layer where there is one: `ECONNREFUSED`. */
  readonly code?: unknown;
}

/** Name, message and code of the innermost failure. */
export function describeCause(error: unknown): Cause {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  // `fetch failed` wraps what happened; ten links are more than any client has.
  let inner: Error = error;
  for (let depth = 0; inner.cause instanceof Error && depth < 10; depth++) inner = inner.cause;
  return { name: inner.name, message: inner.message, code: Reflect.get(inner, "code") };
}

/** Whether a request that failed so can never have reached the gateway. */
export function surelyNotSent(cause: unknown): boolean {
  const code = typeof cause === "object" && cause && "code" in cause ? String(cause.code) : "";
  return /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ConnectionRefused|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(
    code,
  );
}
