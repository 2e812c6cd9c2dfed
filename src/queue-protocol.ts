/** What a status word means, in fal's words as far as they go. */
export type JobState = "IN_QUEUE" | "IN_PROGRESS" | "COMPLETED" | "FAILED" | "CANCELLED";

/**
 * A queue protocol, as data. Paths are templates below the gateway's base URL: `{root}` is the application (`fal-ai/flux-1`),
 * `{owner}` its first segment, `{id}` the request id.
 */
export interface QueueProtocol {
  /** What is asked while waiting. */
  readonly status: string;
  /** Where the result is once `status` says done; absent where the same address turns into the result. */
  readonly result?: string;
  /** Asked instead, once, when the gateway does not know the address for results. */
  readonly fallback?: string;
  /** `PUT` there cancels; absent where the protocol cannot. */
  readonly cancel?: string;
  /** A stream of status events; absent where the protocol has none. */
  readonly stream?: string;
  /** Field of the submit answer that names the address asked while waiting. */
  readonly statusUrl: string;
  /** Field of the submit answer that names the address of the result. */
  readonly resultUrl: string;
  /** Header, or query parameter, that carries an option of the submit call. */
  readonly submitHeaders?: { readonly [option: string]: string };
  readonly submitQuery?: { readonly [option: string]: string };
  readonly words: { readonly [word: string]: JobState };
  /** A result shows one of these, unless the endpoint documents its own; absent where any object may be one. */
  readonly resultFields?: readonly string[];
}
