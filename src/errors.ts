/** What an error knows beside its message. Never a header, a request or a key. */
export interface ErrorFacts {
  readonly method?: string | undefined;
  /** Origin and path that were called; the query is left out. */
  readonly url?: string | undefined;
  readonly status?: number | undefined;
  /** Parsed JSON of the answer, or the first 2,000 characters of its text; the key is masked. */
  readonly body?: unknown;
  readonly gateway?: string | undefined;
  readonly endpointId?: string | undefined;
  readonly requestId?: string | undefined;
  /** Name, message and code of what failed below; never the failing object itself, which may hold the request. */
  readonly cause?: unknown;
  /** What the remote cancel came to, when `cancelOnAbort` asked for one: its answer, or its error. */
  readonly cancellation?: unknown;
  /** Input fields the gateway or the documents object to. */
  readonly fields?: readonly FieldProblem[] | undefined;
  /** How often each status was seen while waiting. */
  readonly seen?: { readonly [status: string]: number } | undefined;
}

/** One objection to an input. */
export interface FieldProblem {
  /** Dotted path of the field: `image_size`, `loras.0.path`. */
  readonly path: string;
  readonly message: string;
  /** Machine-readable kind where the server gave one: `missing`, `less_than_equal`. */
  readonly type?: string;
}

/** Base of every error this package throws. With `endpointId` and `requestId` a job can be resumed. */
export class DocketError extends Error {
  override readonly name: string = "DocketError";
  declare readonly method?: string;
  declare readonly url?: string;
  declare readonly status?: number;
  declare readonly body?: unknown;
  declare readonly gateway?: string;
  declare readonly endpointId?: string;
  declare readonly requestId?: string;
  declare readonly cancellation?: unknown;
  declare readonly fields?: readonly FieldProblem[];
  declare readonly seen?: { readonly [status: string]: number };

  constructor(message: string, facts: ErrorFacts = {}) {
    const { cause, ...rest } = facts;
    super(message, cause ? { cause } : undefined);
    Object.assign(this, rest);
  }
}

/** The gateway answered with a refusal: see `status` and `body`. Base of the three below. */
export class ApiError extends DocketError {
  override readonly name: string = "ApiError";
}

/** The credentials were refused (401, 403), or are missing or malformed. */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
}

/** The gateway kept asking to come later (429), or for longer than the deadline leaves. */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
}

/** The gateway refused the input (422): see `fields`. */
export class ValidationError extends ApiError {
  override readonly name = "ValidationError";
}

/** The input was refused here, before anything was sent: see `fields`. */
export class InputError extends DocketError {
  override readonly name = "InputError";
}

/** The job ran and failed: see `body`, and `fields` when the model named them. */
export class JobFailedError extends DocketError {
  override readonly name = "JobFailedError";
}

/** The job was cancelled. */
export class JobCancelledError extends DocketError {
  override readonly name = "JobCancelledError";
}

/** The job's result was asked for and is not there yet. */
export class JobPendingError extends DocketError {
  override readonly name = "JobPendingError";
}

/** The deadline passed; a job goes on remotely and can be resumed. `seen` counts the statuses met. */
export class TimeoutError extends DocketError {
  override readonly name = "TimeoutError";
}

/** The caller's signal aborted the call; a job goes on remotely and can be resumed. */
export class AbortError extends DocketError {
  override readonly name = "AbortError";
}

/** Nobody can say whether the gateway took the job, so it was not sent again. */
export class SubmitUncertainError extends DocketError {
  override readonly name = "SubmitUncertainError";
}

/** The answer is not one of the protocol: HTML, cut JSON, an unknown status, a foreign URL, a redirect. */
export class ProtocolError extends DocketError {
  override readonly name = "ProtocolError";
}

/** The gateway could not be reached, or did not answer in time. */
export class ConnectionError extends DocketError {
  override readonly name = "ConnectionError";
}

/** Adds to an error of this package which job it is about, and hands it back. */
export function attach(error: unknown, facts: ErrorFacts): unknown {
  if (!(error instanceof DocketError)) return error;
  const { requestId, gateway } = facts;
  const named = requestId !== undefined && error.requestId === undefined;
  Object.assign(error, facts);
  if (named) error.message += ` (Job ${requestId} at ${gateway}${mayLive(error) ? ": it can be resumed" : ""}.)`;
  return error;
}

/** Whether the job may go on behind the error: not after a verdict, a refusal to know it, or a cancel. */
function mayLive({ name, status = 0, cancellation }: DocketError): boolean {
  if (cancellation !== undefined) return cancellation instanceof DocketError;
  return status > 499 || !/^(Api|Input|JobFailed|JobCancelled|Validation)/.test(name);
}
