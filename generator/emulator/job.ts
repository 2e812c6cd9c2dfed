import type { WireObject, WireValue } from "./wire-value.ts";

/** A job of the emulated queue: plain data. What state it is in is a function of the time, see {@link stateAt}. */
export interface Job {
  readonly id: string;
  /** Endpoint id: `fal-ai/flux-1/dev`. */
  readonly endpoint: string;
  /** The part of it that read and cancel routes name: `fal-ai/flux-1`. */
  readonly app: string;
  readonly input: WireObject;
  /** The input with the documents' defaults for what it leaves out. */
  readonly resolved: WireObject;
  /** The number the picture is drawn from: the caller's `seed`, else a random one of 64 bits. */
  readonly seed: bigint | number;
  readonly submittedAt: number;
  readonly timing: Timing;
  /** How it ends when nobody cancels it. */
  readonly ending: Ending;
  /** Whether cancelling stops it while it runs; apps may ignore the request. */
  readonly heedsCancel: boolean;
  readonly cancelledAt?: number;
}

/** How long a job takes, in milliseconds of the emulator's clock. */
export interface Timing {
  /** Requests ahead of it when it is submitted: the first `queue_position`. */
  readonly ahead: number;
  readonly queued: number;
  readonly running: number;
  /** How long the result can be fetched once it is there; fal: an hour. */
  readonly kept: number;
}

/** How a job ends. */
export type Ending = Output | Failure;

/** A job that succeeds. */
export interface Output {
  readonly kind: "output";
  readonly pictures: number;
  /** Whether the safety checker blackens the pictures. */
  readonly flagged: boolean;
}

/** A job that fails: what its status says, and what its result route answers. */
export interface Failure {
  readonly kind: "failure";
  /** Status word in the body; absent: the result route answers `code` and `detail` alone. */
  readonly word?: string;
  readonly error: string;
  readonly errorType: string;
  readonly code: number;
  readonly detail: WireValue;
}

/** What a job is doing. */
export type JobState =
  | { readonly kind: "queued"; readonly position: number }
  | { readonly kind: "running" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "cancelled" }
  | { readonly kind: "expired" };

/** The state of a job at a time. */
export function stateAt(job: Job, now: number): JobState {
  const elapsed = now - job.submittedAt;
  const { queued, running, kept } = job.timing;
  if (job.cancelledAt !== undefined && now >= job.cancelledAt) return { kind: "cancelled" };
  if (elapsed < queued) return { kind: "queued", position: positionAt(job, elapsed) };
  if (elapsed < queued + running) return { kind: "running" };
  if (elapsed >= queued + running + kept) return { kind: "expired" };
  return job.ending.kind === "failure" ? { kind: "failed", failure: job.ending } : { kind: "done" };
}

/** Whether a state is one that never becomes another (but for expiry). */
export function isFinal(state: JobState): boolean {
  return state.kind !== "queued" && state.kind !== "running";
}

/** When the job's state changes next, or undefined when it is final. A job stuck for ever gives Infinity. */
export function nextChange(job: Job, now: number): number | undefined {
  const state = stateAt(job, now);
  if (isFinal(state)) return undefined;
  const { queued, running, ahead } = job.timing;
  if (state.kind !== "queued") return job.submittedAt + queued + running;
  return queued === Number.POSITIVE_INFINITY
    ? queued
    : job.submittedAt + queued * ((ahead - state.position + 1) / (ahead + 1));
}

/** Cancels a job; one that has ended, or does not heed it, stays as it is. */
export function cancelJob(job: Job, now: number): Job {
  return isFinal(stateAt(job, now)) || !job.heedsCancel ? job : { ...job, cancelledAt: now };
}

// The requests ahead leave the queue one after the other, evenly over the waiting time.
function positionAt(job: Job, elapsed: number): number {
  const { ahead, queued } = job.timing;
  if (queued === Number.POSITIVE_INFINITY) return ahead;
  return Math.min(ahead, Math.max(0, ahead - Math.floor(((ahead + 1) * elapsed) / queued)));
}
