import { describe, expect, test } from "vitest";
import { interpretAnswer, nameOddity, type Question, tryJson } from "../../src/interpret-answer.ts";
import { fal } from "../../src/protocols/fal.ts";
import { falGateway } from "../../src/protocols/fal-gateway.ts";

const gateway: Question = { protocol: falGateway, requestId: "job-1", role: "result", resultFields: ["images"] };
const falStatus: Question = { protocol: fal, requestId: "job-1", role: "status", resultFields: undefined };
const falResult: Question = { protocol: fal, requestId: "job-1", role: "result", resultFields: undefined };
const image = { url: "https://cdn.example/1.png" };

function read(question: Question, status: number, body: unknown, headers: { readonly [name: string]: string } = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const url = "https://gw.example/acme/requests/job-1";
  return interpretAnswer({ method: "GET", url, status, text, headers: new Headers(headers) }, question);
}

type Row = [name: string, status: number, body: unknown, kind: string, want?: object];

describe("a gateway with one address", () => {
  test.each<Row>([
    ["queued", 200, { status: "IN_QUEUE", queue_position: 3 }, "pending", { status: "IN_QUEUE", queue_position: 3 }],
    ["queued, in another word", 200, { status: "NOT_START" }, "pending", { status: "IN_QUEUE" }],
    ["running, whatever the code", 400, { status: "IN_PROGRESS" }, "pending", { status: "IN_PROGRESS" }],
    [
      "running, in fal's sentence",
      400,
      { detail: "Request is still in progress" },
      "pending",
      { status: "IN_PROGRESS" },
    ],
    ["queued, in fal's sentence", 400, { detail: "Request is in queue." }, "pending", { status: "IN_QUEUE" }],
    ["accepted and silent", 202, {}, "pending", { status: "IN_PROGRESS" }],
    [
      "a position that is no number",
      200,
      { status: "IN_QUEUE", queue_position: "3" },
      "pending",
      { status: "IN_QUEUE" },
    ],
    ["a word nobody knows", 200, { status: "THINKING" }, "unknown", { status: "UNKNOWN", reported: "THINKING" }],
    ["a word of Object's", 200, { status: "toString" }, "unknown", { status: "UNKNOWN", reported: "toString" }],
    ["pictures shown early, under a word nobody knows", 200, { status: "X", images: [image] }, "unknown"],
    ["nothing at all", 200, {}, "unknown", { status: "UNKNOWN", reported: undefined }],
  ])("%s", (_name, status, body, kind, want = {}) => {
    const { kind: got, update } = read(gateway, status, body);
    expect(got).toBe(kind);
    expect(update).toMatchObject({ request_id: "job-1", logs: [], ...want });
    expect(update?.queue_position).toBe(Object.hasOwn(want, "queue_position") ? 3 : undefined);
  });

  test.each<[string, unknown, unknown]>([
    ["the result", { images: [image] }, { images: [image] }],
    [
      "a result that says COMPLETED",
      { status: "COMPLETED", images: [image] },
      { status: "COMPLETED", images: [image] },
    ],
    ["a wrapped result", { status: "SUCCESS", response: { images: [image] } }, { images: [image] }],
    ["a result that is not to be unwrapped", { images: [image], response: {} }, { images: [image], response: {} }],
    ["a file under a name nobody documented", { mesh: { url: "u" } }, { mesh: { url: "u" } }],
    ["files under such a name", { meshes: [{ url: "u" }] }, { meshes: [{ url: "u" }] }],
  ])("gives %s", (_name, body, data) => {
    expect(read(gateway, 200, body)).toMatchObject({ kind: "done", data, update: { status: "COMPLETED" } });
  });

  test.each<Row>([
    ["FAILED", 200, { status: "FAILED", error: "NSFW" }, "failed", { name: "JobFailedError" }],
    ["an error with 200", 200, { error: "NSFW" }, "failed", { name: "JobFailedError" }],
    ["COMPLETED with an error", 200, { status: "COMPLETED", error: "NSFW" }, "failed", { name: "JobFailedError" }],
    [
      "422",
      422,
      { detail: [{ loc: ["body", "seed"], msg: "too big" }] },
      "failed",
      { name: "JobFailedError", fields: [{ path: "seed", message: "too big" }] },
    ],
    ["an error type", 500, { error_type: "runner_died" }, "failed", { name: "JobFailedError" }],
    ["cancelled, by its error type", 500, { error_type: "client_cancelled" }, "failed", { name: "JobCancelledError" }],
    ["cancelled, in a word", 200, { status: "CANCELED" }, "failed", { name: "JobCancelledError" }],
    ["done without a result", 200, { status: "COMPLETED" }, "failed", { name: "JobFailedError" }],
    ["done with an empty result", 200, { images: [] }, "failed", { name: "JobFailedError" }],
    [
      "the caller's own picture only",
      200,
      { status: "COMPLETED", request: { image }, images: [] },
      "failed",
      { name: "JobFailedError" },
    ],
    ["an envelope that says no", 200, { code: "no_task", message: "no such task" }, "failed", { name: "ApiError" }],
    ["an envelope with a code alone", 200, { code: 404 }, "failed", { name: "ApiError" }],
    ["401", 401, { status: "IN_QUEUE" }, "failed", { name: "AuthenticationError" }],
    ["402", 402, { detail: "no credit" }, "failed", { name: "ApiError", status: 402 }],
    ["403, which may pass", 403, { status: "IN_QUEUE" }, "odd", { name: "AuthenticationError" }],
    ["404", 404, { detail: "not found" }, "missing", { name: "ApiError" }],
    ["405", 405, {}, "missing", { name: "ApiError" }],
    ["408", 408, {}, "busy", { name: "ApiError" }],
    ["425", 425, {}, "busy", { name: "ApiError" }],
    ["429", 429, { status: "COMPLETED" }, "busy", { name: "RateLimitError" }],
    ["500 without a word", 500, "", "busy", { name: "ApiError" }],
    ["a redirect that nobody followed", 304, "", "failed", { name: "ApiError" }],
    ["a page", 200, "  <!doctype html>", "missing", { name: "ProtocolError" }],
    ["a list", 200, [], "odd", { name: "ProtocolError" }],
    ["null", 200, null, "odd", { name: "ProtocolError" }],
    ["half of it", 200, '{"images": [', "odd", { name: "ProtocolError" }],
  ])("reads %s", (_name, status, body, kind, want = {}) => {
    expect(read(gateway, status, body)).toMatchObject({ kind, error: want });
  });

  test("hears how long to wait", () => {
    expect(read(gateway, 429, {}, { "retry-after": "3" }).wait).toBe(3000);
    expect(read(gateway, 200, { status: "IN_QUEUE" }, { "retry-after": "3" }).wait).toBe(3000);
    expect(read(gateway, 200, { status: "IN_QUEUE" }).wait).toBeUndefined();
  });
});

describe("fal itself", () => {
  test("the status address tells when the result is at the other one", () => {
    expect(read(falStatus, 200, { status: "COMPLETED", metrics: { inference_time: 2 } })).toMatchObject({
      kind: "ready",
      update: { status: "COMPLETED", metrics: { inference_time: 2 } },
    });
    expect(
      read(falStatus, 202, { status: "IN_PROGRESS", logs: [{ message: "a" }, { note: "b" }, null] }).update?.logs,
    ).toEqual([{ message: "a" }]);
    expect(read(falStatus, 200, { status: "COMPLETED", error: "" }).update).not.toHaveProperty("error");
    expect(read(falStatus, 200, { status: "COMPLETED", metrics: [] }).update).not.toHaveProperty("metrics");
  });

  test.each<Row>([
    ["any object is a result", 200, { text: "hello" }, "done"],
    ["an object of nothing is none", 200, { text: "", list: [] }, "failed"],
    ["a detail in a list is the model's objection", 400, { detail: [{ loc: ["body"], msg: "no" }] }, "failed"],
    ["a detail in words is not", 400, { detail: "no" }, "failed"],
    ["a trouble of its own is not the job's", 503, { detail: "try later" }, "busy"],
  ])("the result address: %s", (_name, status, body, kind) => {
    expect(read(falResult, status, body).kind).toBe(kind);
  });

  test("a detail in a list at the status address is about the question", () => {
    expect(read(falStatus, 400, { detail: [{ loc: ["path"], msg: "no" }] })).toMatchObject({
      kind: "failed",
      error: { name: "ApiError" },
    });
  });
});

test.each([
  ["", undefined, "empty"],
  [" \n", undefined, "empty"],
  ["{", undefined, "cut, or no JSON"],
  ["[]", [], "JSON of another kind"],
  ["<html>", undefined, "a web page, not JSON. Is the base URL right?"],
])("%j is named", (text, parsed, want) => {
  expect(nameOddity(text, parsed)).toMatch(`The answer is ${want}`);
  expect(tryJson(text)).toEqual(parsed);
});
