import type { QueueProtocol } from "../queue-protocol.ts";

/**
 * The queue of fal itself. A failed or cancelled job is `COMPLETED` with an `error`.
 * @see https://fal.ai/docs/inference-api/queue/status
 */
export const fal: QueueProtocol = {
  status: "/{root}/requests/{id}/status",
  result: "/{root}/requests/{id}",
  cancel: "/{root}/requests/{id}/cancel",
  stream: "/{root}/requests/{id}/status/stream",
  statusUrl: "status_url",
  resultUrl: "response_url",
  // https://fal.ai/docs/inference-api/queue/submit
  submitHeaders: {
    startTimeout: "x-fal-request-timeout",
    priority: "x-fal-queue-priority",
    hint: "x-fal-runner-hint",
    keepPayload: "x-fal-store-io",
    expiresIn: "x-fal-object-lifecycle-preference",
  },
  submitQuery: { webhookUrl: "fal_webhook" },
  words: { IN_QUEUE: "IN_QUEUE", IN_PROGRESS: "IN_PROGRESS", COMPLETED: "COMPLETED" },
};
