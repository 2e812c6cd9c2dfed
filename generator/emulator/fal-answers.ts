import { cancelJob, isFinal, type Job, stateAt } from "./job.ts";
import { queueBody } from "./queue-body.ts";
import { type Reply, replyJson } from "./reply.ts";
import type { WireObject, WireValue } from "./wire-value.ts";

/** Which logs a status answer holds. */
export type Logs = "none" | "all";

/** `GET …/status`: 202 while it waits or runs, 200 when it has ended: https://fal.ai/docs/inference-api/queue/status */
export function falStatus(job: Job, now: number, linkOrigin: string, logs: Logs): Reply {
  const state = stateAt(job, now);
  if (state.kind === "expired") return notFound(job.id);
  const body = falStatusBody(job, now, linkOrigin, logs);
  return replyJson(isFinal(state) ? 200 : 202, body, { "x-fal-request-id": job.id });
}

/** The body of a status answer, as the stream sends it too. */
export function falStatusBody(job: Job, now: number, linkOrigin: string, logs: Logs): WireObject {
  const state = stateAt(job, now);
  const body = (status: string): WireObject => ({
    ...queueBody(job, status, linkOrigin),
    ...(logs === "all" ? { logs: logLines(job, now) } : {}),
  });
  const metrics = { inference_time: job.timing.running / 1000 };
  switch (state.kind) {
    case "queued":
      return { ...body("IN_QUEUE"), queue_position: state.position };
    case "running":
      return body("IN_PROGRESS");
    case "done":
    case "expired":
      return { ...body("COMPLETED"), metrics };
    case "failed":
      return {
        ...body(state.failure.word ?? "COMPLETED"),
        metrics,
        error: state.failure.error,
        error_type: state.failure.errorType,
      };
    case "cancelled":
      return { ...body("COMPLETED"), error: "Request was cancelled by the client", error_type: "client_cancelled" };
  }
}

/** `GET …/requests/{id}`: the model's own answer and status code, or 400 while there is none yet. */
export function falResult(job: Job, now: number, output: () => WireValue): Reply {
  const state = stateAt(job, now);
  const headers = { "x-fal-request-id": job.id };
  switch (state.kind) {
    case "queued":
    case "running":
      return replyJson(400, { detail: "Request is still in progress" }, headers);
    case "done":
      return replyJson(200, output(), headers);
    case "failed":
      return replyJson(
        state.failure.code,
        { detail: state.failure.detail },
        { ...headers, "x-fal-error-type": state.failure.errorType },
      );
    case "cancelled":
      return replyJson(499, { detail: "Request was cancelled by the client", error_type: "client_cancelled" }, headers);
    case "expired":
      return notFound(job.id);
  }
}

/** `PUT …/cancel`, and the job as it is afterwards: https://fal.ai/docs/inference-api/queue/cancel */
export function falCancel(job: Job, now: number): { readonly job: Job; readonly reply: Reply } {
  const state = stateAt(job, now);
  if (state.kind === "queued") return { job: cancelJob(job, now), reply: replyJson(200, { status: "OK" }) };
  if (state.kind === "running")
    return { job: cancelJob(job, now), reply: replyJson(202, { status: "CANCELLATION_REQUESTED" }) };
  return { job, reply: replyJson(400, { status: "ALREADY_COMPLETED" }) };
}

/** 404, as for an id that was never given out or whose result is gone. */
export function notFound(id: string): Reply {
  return replyJson(404, { detail: `Request ${id} not found` });
}

function logLines(job: Job, now: number): readonly WireObject[] {
  const started = job.submittedAt + job.timing.queued;
  if (now < started) return [];
  const steps = [0, 0.25, 0.5, 0.75, 1].filter((share) => now >= started + share * job.timing.running);
  return steps.map((share) => ({
    message: `${Math.round(share * 100)}%`,
    level: "INFO",
    source: "USER",
    // fal's timestamps come without a time zone.
    timestamp: new Date(started + share * job.timing.running).toISOString().slice(0, -1),
  }));
}
