import type { QueueProtocol } from "../queue-protocol.ts";

/**
 * A gateway that sells fal's models: one address, which answers with the status and later with the result. How such
 * gateways report a failure is not documented, so the words of their software line are taken too.
 * @see https://doc.quickrouter.ai/docs/fal-result.html
 */
export const falGateway: QueueProtocol = {
  status: "/{root}/requests/{id}",
  fallback: "/{owner}/auto/requests/{id}",
  statusUrl: "response_url",
  resultUrl: "response_url",
  words: {
    IN_QUEUE: "queued",
    QUEUED: "queued",
    PENDING: "queued",
    SUBMITTED: "queued",
    NOT_START: "queued",
    IN_PROGRESS: "running",
    PROCESSING: "running",
    RUNNING: "running",
    COMPLETED: "done",
    SUCCESS: "done",
    SUCCEEDED: "done",
    FAILED: "failed",
    FAILURE: "failed",
    ERROR: "failed",
    CANCELED: "cancelled",
    CANCELLED: "cancelled",
  },
  resultFields: ["images", "image", "videos", "video", "audio", "audio_file", "audio_url", "output", "outputs", "text"],
};
