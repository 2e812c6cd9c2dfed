import { describe, expect, test } from "vitest";
import type { DocketError } from "../../src/index.ts";
import { COMPLETED, createBench, DONE, KEY, READ, STATUS, SUBMIT, TAKEN } from "../support/paint-client.ts";
import type { Route } from "../support/route-table.ts";

const HTML: Route = { text: "<html><body>502 Bad Gateway</body></html>", headers: { "content-type": "text/html" } };
const json = (status: number, json: unknown, headers = {}): Route => ({ status, json, headers });
const taken = (extra: object): Route => ({ json: { ...Object(TAKEN.json), ...extra } });

interface Case {
  readonly fault: string;
  readonly routes: { readonly [route: string]: readonly Route[] };
  /** Name of the error, or `ok`. */
  readonly want: string;
  /** How often the gateway was asked to take the job, and how often about it. */
  readonly submits: number;
  readonly reads?: number;
  readonly message?: RegExp;
  readonly requestId?: string;
}

const submit = (fault: string, answers: readonly Route[], want: string, submits: number, message?: RegExp): Case => ({
  fault,
  routes: { [SUBMIT]: answers, [READ]: [DONE], [STATUS]: [COMPLETED] },
  want,
  submits,
  ...(message ? { message } : {}),
});

const submitFaults: readonly Case[] = [
  submit("1 name not found", [{ fails: "ENOTFOUND" }, TAKEN], "ok", 2),
  submit("2 connection refused", [{ fails: "ECONNREFUSED" }, { fails: "ECONNREFUSED" }, TAKEN], "ok", 3),
  submit(
    "2 connection refused for ever",
    [{ fails: "ECONNREFUSED" }],
    "ConnectionError",
    4,
    /POST https:\/\/\w+\.example\/acme\/paint\/fast got no answer \(ECONNREFUSED\)/,
  ),
  submit("3 connect timeout", [{ fails: "UND_ERR_CONNECT_TIMEOUT" }, TAKEN], "ok", 2),
  submit("5 reset", [{ fails: "ECONNRESET" }, TAKEN], "SubmitUncertainError", 1, /example.*ECONNRESET.*not sent again/),
  submit("7 socket closed as we write", [{ fails: "UND_ERR_SOCKET" }, TAKEN], "SubmitUncertainError", 1),
  submit("11 no answer", [{ hangs: true }, TAKEN], "SubmitUncertainError", 1, /no whole answer within 30000 ms/),
  submit("13 a page with 200", [{ ...HTML }, TAKEN], "SubmitUncertainError", 1, /web page, not JSON/),
  submit("14 an empty 200", [{ text: "" }, TAKEN], "SubmitUncertainError", 1),
  submit("16 a 204", [{ status: 204 }, TAKEN], "SubmitUncertainError", 1),
  submit("10 cut JSON", [{ text: '{"request_id":"job' }, TAKEN], "SubmitUncertainError", 1),
  submit("20 401", [json(401, { detail: "no such key" }), TAKEN], "AuthenticationError", 1, /credentials/),
  submit("22 402", [json(402, { error: { message: "余额不足" } }), TAKEN], "ApiError", 1, /余额不足.*credit/),
  submit("22 403", [json(403, { detail: "user is locked" }), TAKEN], "AuthenticationError", 1),
  submit("29 413", [json(413, {}), TAKEN], "ApiError", 1, /too big/),
  submit(
    "30 422",
    [json(422, { detail: [{ loc: ["body", "prompt"], msg: "field required", type: "missing" }] })],
    "ValidationError",
    1,
    /prompt: field required\. Correct the input/,
  ),
  submit("33 429 with Retry-After", [json(429, {}, { "retry-after": "7" }), TAKEN], "ok", 2),
  submit(
    "34 429 with a date",
    [json(429, {}, { date: "Sun, 06 Nov 1994 08:49:37 GMT", "retry-after": "Sun, 06 Nov 1994 08:49:47 GMT" }), TAKEN],
    "ok",
    2,
  ),
  submit("36 Retry-After of centuries", [json(429, {}, { "retry-after": "999999999" }), TAKEN], "RateLimitError", 1),
  submit("37 429 for ever", [json(429, {})], "RateLimitError", 4),
  submit("38 500", [json(500, { error: "x" }), TAKEN], "SubmitUncertainError", 1),
  submit("38 an empty 500", [{ status: 500 }, TAKEN], "SubmitUncertainError", 1),
  submit("39 502 page", [{ ...HTML, status: 502 }, TAKEN], "SubmitUncertainError", 1, /502/),
  submit("39 504", [{ ...HTML, status: 504 }, TAKEN], "SubmitUncertainError", 1),
  submit("39 524", [{ ...HTML, status: 524 }, TAKEN], "SubmitUncertainError", 1),
  submit(
    "40 504 that the caller's start timeout caused",
    [json(504, { detail: "timeout" }, { "x-fal-request-timeout-type": "user" })],
    "ApiError",
    1,
  ),
  submit("41 503 with a rejection body", [json(503, { detail: "no capacity" }), TAKEN], "ok", 2),
  submit("41 503 with Retry-After", [{ status: 503, headers: { "retry-after": "1" } }, TAKEN], "ok", 2),
  submit("41 503 page", [{ ...HTML, status: 503 }, TAKEN], "SubmitUncertainError", 1),
  submit(
    "43 302",
    [{ status: 302, headers: { location: "https://evil.example/x" } }],
    "ProtocolError",
    1,
    /redirect to https:\/\/evil\.example/,
  ),
  submit("44 307", [{ status: 307, headers: { location: "https://evil.example/x" } }], "ProtocolError", 1),
  submit("49 request id ..", [taken({ request_id: ".." })], "ProtocolError", 1),
  submit("49 request id a/b", [taken({ request_id: "a/b" })], "ProtocolError", 1),
  submit("49 request id a number", [taken({ request_id: 7 })], "ProtocolError", 1),
  submit("49 request id of a megabyte", [taken({ request_id: "x".repeat(1e6) })], "ProtocolError", 1),
  submit("49 request id missing", [json(200, { status: "IN_QUEUE" })], "ProtocolError", 1, /Nobody can say/),
  submit(
    "an envelope that says no, with 200",
    [json(200, { code: "insufficient_user_quota", message: "no quota" })],
    "ApiError",
    1,
    /no quota.*insufficient_user_quota/,
  ),
  submit(
    "50 already failed",
    [taken({ status: "COMPLETED", error: "the model said no" })],
    "JobFailedError",
    1,
    /the model said no/,
  ),
];

const read = (fault: string, answers: readonly Route[], want: string, reads: number, message?: RegExp): Case => ({
  fault,
  routes: { [SUBMIT]: [TAKEN], [READ]: answers, "GET /acme/auto/requests/job-1": answers },
  want,
  submits: 1,
  reads,
  ...(message ? { message } : {}),
  ...(want === "ok" ? {} : { requestId: "job-1" }),
});

const gatewayReads: readonly Case[] = [
  read("1 name not found", [{ fails: "ENOTFOUND" }, DONE], "ok", 2),
  read("6 reset", [{ fails: "ECONNRESET" }, { fails: "ECONNRESET" }, DONE], "ok", 3),
  read("8 no answer", [{ hangs: true }, DONE], "ok", 2),
  read("10 cut JSON", [{ text: '{"images":[{"ur' }, DONE], "ok", 2),
  read("14 empty", [{ text: "" }, DONE], "ok", 2),
  read("14 empty for ever", [{ text: "" }], "ProtocolError", 4, /empty/),
  read(
    "17 BOM and another content type",
    [{ text: `\ufeff${JSON.stringify(DONE.json)}`, headers: { "content-type": "text/plain" } }],
    "ok",
    1,
  ),
  read(
    "20 401",
    [json(401, { error: { message: "bad key" } })],
    "AuthenticationError",
    1,
    /bad key.*it can be resumed/,
  ),
  read("23 403 for minutes", [json(403, {})], "AuthenticationError", 4),
  read(
    "31 422",
    [json(422, { detail: [{ loc: ["body", "seed"], msg: "too big", type: "less_than", input: "long" }] })],
    "JobFailedError",
    1,
    /seed: too big/,
  ),
  read("33 429", [json(429, {}, { "retry-after": "3" }), DONE], "ok", 2),
  read("36 Retry-After beyond the deadline", [json(429, {}, { "retry-after": "99999" })], "RateLimitError", 1),
  read("38 500", [json(500, {}), { status: 500, text: "" }, DONE], "ok", 3),
  read("39 502 page", [{ ...HTML, status: 502 }, DONE], "ok", 2),
  read("43 302", [{ status: 302, headers: { location: "https://evil.example/" } }], "ProtocolError", 1),
  read("pending said as 400", [json(400, { detail: "Request is still in progress" }), DONE], "ok", 2),
  read("pending said as 202 without a word", [json(202, {}), DONE], "ok", 2),
  read(
    "54 COMPLETED with an error",
    [json(200, { status: "COMPLETED", error: "NSFW", error_type: "content_policy_violation" })],
    "JobFailedError",
    1,
    /NSFW.*content_policy_violation/,
  ),
  read(
    "54 COMPLETED without a picture",
    [json(200, { status: "COMPLETED", images: [] })],
    "JobFailedError",
    1,
    /without a result/,
  ),
  read("54 no pictures", [json(200, { images: [], seed: null })], "JobFailedError", 1),
  read(
    "FAILURE",
    [json(200, { status: "FAILURE", error: { message: "GPU lost" } })],
    "JobFailedError",
    1,
    /GPU lost\. \(Job job-1 at north\.\)$/,
  ),
  read(
    "cancelled",
    [json(200, { status: "COMPLETED", error: "cancelled", error_type: "client_cancelled" })],
    "JobCancelledError",
    1,
  ),
  read(
    "task_not_exist with 200",
    [json(200, { code: "task_not_exist", message: "gone" })],
    "ApiError",
    1,
    /gone.*job-1 at north\.\)$/,
  ),
  read("51 an unknown word", [json(200, { status: "DREAMING" }), DONE], "ok", 2),
  read("51 another case, with a picture", [json(200, { status: "completed", images: [{ url: "x" }] }), DONE], "ok", 2),
  read("51 null", [json(200, { status: null }), DONE], "ok", 2),
  read("51 a number", [json(200, { status: 3 }), DONE], "ok", 2),
  read("JSON of another kind", [{ text: "[]" }, { text: '"soon"' }, DONE], "ok", 3),
];

async function run(
  gateway: "north" | "home",
  { routes, want, submits, reads, message, requestId }: Case,
): Promise<void> {
  const { client, calls, clock, seen } = createBench(gateway, routes);
  const outcome = await client.subscribe("acme/paint/fast", { input: { prompt: "a tiger" } }).then(
    () => undefined,
    (error: DocketError) => error,
  );
  expect(outcome?.name ?? "ok", outcome?.message).toBe(want);
  expect(calls.filter((call) => call.startsWith("POST"))).toHaveLength(submits);
  if (reads !== undefined) expect(calls.filter((call) => call === READ)).toHaveLength(reads);
  if (message) expect(outcome?.message).toMatch(message);
  expect(outcome?.requestId).toBe(requestId ?? outcome?.requestId);
  if (outcome) expect(outcome.endpointId).toBe("acme/paint/fast");
  expect(JSON.stringify(outcome) ?? "").not.toContain(KEY);
  expect(seen.every(({ url }) => url.startsWith(`https://${gateway}.example/`))).toBe(true);
  expect(clock.sleepers).toBe(0);
}

describe.each(["north", "home"] as const)("submit at %s", (gateway) => {
  test.each(submitFaults)("$fault → $want", (given) => run(gateway, given));
});

describe("waiting at a gateway", () => {
  test.each(gatewayReads)("$fault → $want", (given) => run("north", given));
});
