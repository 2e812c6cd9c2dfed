import type { Job } from "./job.ts";
import type { WireObject } from "./wire-value.ts";

/** What every answer about a queued job holds; the links point where fal's own do, at whatever gateway they are read. */
export function queueBody(job: Job, status: string, linkOrigin: string): WireObject {
  const link = `${linkOrigin}/${job.app}/requests/${job.id}`;
  return {
    status,
    request_id: job.id,
    response_url: link,
    status_url: `${link}/status`,
    cancel_url: `${link}/cancel`,
    logs: null,
    metrics: {},
  };
}

/** The answer to a submit that was taken: https://fal.ai/docs/inference-api/queue/submit */
export function submitBody(job: Job, linkOrigin: string): WireObject {
  return { ...queueBody(job, "IN_QUEUE", linkOrigin), queue_position: job.timing.ahead };
}
