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
    IN_QUEUE: "IN_QUEUE",
    QUEUED: "IN_QUEUE",
    PENDING: "IN_QUEUE",
    SUBMITTED: "IN_QUEUE",
    NOT_START: "IN_QUEUE",
    IN_PROGRESS: "IN_PROGRESS",
    PROCESSING: "IN_PROGRESS",
    RUNNING: "IN_PROGRESS",
    COMPLETED: "COMPLETED",
    SUCCESS: "COMPLETED",
    SUCCEEDED: "COMPLETED",
    FAILED: "FAILED",
    FAILURE: "FAILED",
    ERROR: "FAILED",
    CANCELED: "CANCELLED",
    CANCELLED: "CANCELLED",
  },
  resultFields: ["images", "image", "videos", "video", "audio", "audio_file", "audio_url", "output", "outputs", "text"],
};
