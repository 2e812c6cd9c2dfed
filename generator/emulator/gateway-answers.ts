import { type Failure, type Job, stateAt } from "./job.ts";
import { queueBody } from "./queue-body.ts";
import { type Reply, replyJson, replyText } from "./reply.ts";
import { isWireObject, type WireObject, type WireValue } from "./wire-value.ts";

/**
 * `GET /fal-ai/{app}/requests/{id}`, the one read route of gateways: with `status` while the job waits or runs, and when
 * it is done the bare output, without `status`, with the input echoed as `request`.
 */
export function gatewayRead(job: Job, now: number, linkOrigin: string, output: () => WireValue): Reply {
  const state = stateAt(job, now);
  switch (state.kind) {
    case "queued":
      return replyJson(200, { ...queueBody(job, "IN_QUEUE", linkOrigin), queue_position: state.position });
    case "running":
      return replyJson(200, queueBody(job, "IN_PROGRESS", linkOrigin));
    case "done":
      return replyJson(200, withRequest(output(), job.input));
    case "failed":
      return gatewayFailure(job, state.failure, linkOrigin);
    case "cancelled":
    case "expired":
      return taskNotFound();
  }
}

/** What software of the new-api family says of a task it does not know, with code 400. */
export function taskNotFound(): Reply {
  return replyJson(400, { code: "task_not_exist", message: "task_not_exist", data: null });
}

/** What software of the new-api family says without a valid token. */
export function invalidToken(): Reply {
  return replyJson(401, { error: { message: "无效的令牌", type: "new_api_error", code: "" } });
}

/**
 * What gateways answer for a path they do not know: their dashboard with code 200, whatever the method, except below
 * `/v1` and `/api`. See `router/web-router.go` of https://github.com/QuantumNous/new-api
 */
export function gatewayUnknown(method: string, path: string): Reply {
  if (!/^\/(v1|api)(\/|$)/.test(path)) return replyText(200, "text/html; charset=utf-8", dashboard);
  const message = `Invalid URL (${method} ${path})`;
  return replyJson(404, { error: { message, type: "invalid_request_error", param: "", code: "" } });
}

/** The page of {@link gatewayUnknown}. */
export const dashboard: string = `<!doctype html>
<html lang="zh">
  <head><meta charset="UTF-8" /><title>New API</title></head>
  <body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body>
</html>
`;

function withRequest(output: WireValue, input: WireObject): WireValue {
  return isWireObject(output) ? { ...output, request: input } : output;
}

function gatewayFailure(job: Job, failure: Failure, linkOrigin: string): Reply {
  if (failure.word === undefined) return replyJson(failure.code, { detail: failure.detail });
  const body = queueBody(job, failure.word, linkOrigin);
  return replyJson(200, { ...body, error: failure.error, error_type: failure.errorType });
}
