import { type Reply, replyJson, replyText } from "../reply.ts";
import type { WireValue } from "../wire-value.ts";
import { type FaultRow, jobSteps, onAnswer, onArrival } from "./define-fault.ts";
import type { Blow } from "./fault.ts";

const statusWords = "a status, and after a dot the body: detail, list, error, code, description, html, text, empty";
const retryWords = "seconds, `date+N` (a date N seconds ahead), `none`, or any text to send as it is";

/** Faults that are a status code. */
export const statusFaults: readonly FaultRow[] = [
  [
    "refuse",
    onArrival("the gateway refuses with this status; nothing was taken", jobSteps, refuse, {
      about: statusWords,
      usual: "400",
    }),
  ],
  [
    "http",
    onAnswer("the gateway does its work, then answers with this status", jobSteps, (_, blow) => refuse(blow), {
      about: statusWords,
      usual: "500",
    }),
  ],
  ["unauthorized", onArrival("401: the key is not valid (any more)", jobSteps, () => replyJson(401, tokenError))],
  ["quota", onArrival("402: no balance left", ["submit"], () => replyJson(402, quotaError))],
  ["rate-limit", onArrival("429 with Retry-After", jobSteps, rateLimit, { about: retryWords, usual: "1" })],
  [
    "unavailable",
    onArrival("503 with Retry-After; nothing was taken", jobSteps, unavailable, { about: retryWords, usual: "1" }),
  ],
  [
    "user-timeout",
    onAnswer("504 because the caller's own start timeout passed: not to be retried", ["submit", "result"], userTimeout),
  ],
  ["bad-gateway", onAnswer("502 with an HTML page; the job was taken", jobSteps, () => errorPage(502))],
  ["gateway-timeout", onAnswer("504 with an HTML page; the job was taken", jobSteps, () => errorPage(504))],
];

const tokenError: WireValue = { error: { message: "无效的令牌", type: "new_api_error", code: "" } };
const quotaError: WireValue = {
  error: { message: "用户额度不足", type: "new_api_error", code: "insufficient_user_quota" },
};

function refuse({ value }: Blow): Reply {
  const [status = "500", envelope = "detail"] = value.split(".");
  return envelopes.get(envelope)?.(toStatus(status)) ?? replyJson(toStatus(status), { detail: "refused" });
}

function toStatus(text: string): number {
  const status = Number(text);
  return Number.isInteger(status) && status >= 200 && status <= 599 ? status : 500;
}

/** How gateways word an error. */
const envelopes: ReadonlyMap<string, (status: number) => Reply> = new Map<string, (status: number) => Reply>([
  ["detail", (status) => replyJson(status, { detail: "something went wrong" })],
  [
    "list",
    (status) =>
      replyJson(status, { detail: [{ loc: ["body", "prompt"], msg: "something went wrong", type: "value_error" }] }),
  ],
  [
    "error",
    (status) =>
      replyJson(status, { error: { message: "something went wrong", type: "upstream_error", code: "bad_response" } }),
  ],
  ["code", (status) => replyJson(status, { code: "bad_response", message: "something went wrong", data: null })],
  [
    "description",
    (status) => replyJson(status, { description: "something went wrong", type: "upstream_error", code: 30 }),
  ],
  ["html", errorPage],
  ["text", (status) => replyText(status, "text/plain", "something went wrong")],
  ["empty", (status) => replyText(status, "text/plain", "")],
]);

function errorPage(status: number): Reply {
  const page = `<html>\r\n<head><title>${status} error</title></head>\r\n<body><center><h1>${status} error</h1></center><hr><center>cloudflare</center></body>\r\n</html>\r\n`;
  return replyText(status, "text/html", page);
}

function rateLimit(blow: Blow): Reply {
  const error = { message: "您已达到请求数限制", type: "new_api_error", code: "" };
  return replyJson(429, { error }, retryAfter(blow));
}

function unavailable(blow: Blow): Reply {
  return replyJson(
    503,
    { detail: "runner_scheduling_failure", error_type: "runner_scheduling_failure" },
    retryAfter(blow),
  );
}

function retryAfter({ value, settings }: Blow): { readonly [name: string]: string } {
  if (value === "none") return {};
  const [, ahead] = /^date\+(\d+)$/.exec(value) ?? [];
  // Header dates count whole seconds of the wall clock: https://www.rfc-editor.org/rfc/rfc9110#field.date
  return { "retry-after": ahead === undefined ? value : new Date(settings.now() + Number(ahead) * 1000).toUTCString() };
}

function userTimeout(): Reply {
  const headers = { "x-fal-request-timeout-type": "user", "x-fal-error-type": "request_timeout" };
  return replyJson(504, { detail: "Request timed out", error_type: "request_timeout" }, headers);
}
