import type { Failure, Job } from "../job.ts";
import { type Reply, replyJson } from "../reply.ts";
import { type WireObject, type WireValue, wireMember } from "../wire-value.ts";
import { type FaultRow, onAnswer, onBody, onJob } from "./define-fault.ts";
import type { Blow } from "./fault.ts";

/** Faults of a job's life: it never starts, fails, vanishes, or is spoken of in words nobody documented. */
export const stateFaults: readonly FaultRow[] = [
  [
    "stuck",
    onJob("the job waits in the queue for ever", (job) => ({
      ...job,
      timing: { ...job.timing, queued: Number.POSITIVE_INFINITY },
    })),
  ],
  [
    "stuck-running",
    onJob("the job runs for ever", (job) => ({ ...job, timing: { ...job.timing, running: Number.POSITIVE_INFINITY } })),
  ],
  [
    "failed",
    onJob("the job ends as FAILED, a word fal never uses but gateways do", (job) => fail(job, { word: "FAILED" })),
  ],
  ["completed-error", onJob("the job ends as COMPLETED with an `error`", (job) => fail(job, { word: "COMPLETED" }))],
  ["model-error", onJob("the model refuses the input: the result is 422 with details", (job) => fail(job, {}))],
  ["nsfw", onJob("the safety checker blackens the pictures", (job) => withPictures(job, { flagged: true }))],
  ["no-pictures", onJob("the output holds an empty list of images", (job) => withPictures(job, { pictures: 0 }))],
  [
    "expired",
    onJob("the result is gone as soon as it is there", (job) => ({ ...job, timing: { ...job.timing, kept: 0 } })),
  ],
  ["cancel-ignored", onJob("the job does not heed cancellation", (job) => ({ ...job, heedsCancel: false }))],
  [
    "status",
    onBody("the answer's `status` is this word", ["status"], respell, {
      about: "a word, or null, number, missing, lower",
      usual: "PAUSED",
    }),
  ],
  [
    "pending",
    onAnswer("a job in the making is told otherwise", ["status"], respeak, {
      about: "202, 400, 404 or 425",
      usual: "202",
    }),
  ],
  [
    "cancel",
    onAnswer("cancel answers with this word", ["cancel"], answerCancel, {
      about: "OK, CANCELLATION_REQUESTED, ALREADY_COMPLETED, NOT_FOUND, or detail",
      usual: "ALREADY_COMPLETED",
    }),
  ],
];

function fail(job: Job, { word }: Pick<Failure, "word">): Job {
  const failure: Failure = {
    kind: "failure",
    error: "Invalid status code: 422",
    errorType: "content_policy_violation",
    code: 422,
    detail: [{ loc: ["body", "prompt"], msg: "The content could not be processed", type: "content_policy_violation" }],
    ...(word === undefined ? {} : { word }),
  };
  return { ...job, ending: failure };
}

function withPictures(job: Job, change: { readonly flagged?: boolean; readonly pictures?: number }): Job {
  return job.ending.kind === "output" ? { ...job, ending: { ...job.ending, ...change } } : job;
}

function respell(body: WireObject, { value }: Blow): WireValue {
  switch (value) {
    case "null":
      return { ...body, status: null };
    case "number":
      return { ...body, status: 1 };
    case "missing":
      return { ...body, status: undefined };
    case "lower":
      return { ...body, status: String(wireMember(body, "status")).toLowerCase() };
    default:
      return { ...body, status: value };
  }
}

// fal's result route says 400 while there is none; third parties were seen to say 202, and some say 404 or 425.
function respeak(reply: Reply, { value }: Blow): Reply {
  if (value === "202") return { ...reply, status: 202 };
  return replyJson(Number(value), { detail: "Request is still in progress" });
}

function answerCancel(_: Reply, { value }: Blow): Reply {
  if (value === "detail") return replyJson(400, { detail: "Request is already completed" });
  return replyJson(cancelStatus.get(value) ?? 200, { status: value });
}

const cancelStatus: ReadonlyMap<string, number> = new Map([
  ["CANCELLATION_REQUESTED", 202],
  ["ALREADY_COMPLETED", 400],
  ["NOT_FOUND", 404],
]);
