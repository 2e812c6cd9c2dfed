import { expect, test } from "vitest";
import { streaming } from "../../src/streaming.ts";
import { COMPLETED, createBench, DONE, READ, RUNNING, STATUS, SUBMIT, TAKEN } from "../support/paint-client.ts";

const STREAM = "GET /acme/paint/requests/job-1/status/stream";
const input = { prompt: "a tiger" };
const event = (json: object): string => `data: ${JSON.stringify({ request_id: "job-1", ...json })}\n\n`;
const stream = (text: string) => ({ text, headers: { "content-type": "text/event-stream; charset=utf-8" } });
const queued = event({ status: "IN_QUEUE", queue_position: 1 });
const running = event({ status: "IN_PROGRESS", logs: [{ message: "step 1" }] });
const more = event({ status: "IN_PROGRESS", logs: [{ message: "步骤 2" }] });
const completed = event({ status: "COMPLETED", metrics: {} });

test("events are updates; the result is fetched once and nothing is polled", async () => {
  const { client, calls, clock, seen } = createBench("home", {
    [SUBMIT]: [TAKEN],
    [STREAM]: [stream(`: ping\n\n${queued}${running}${more}${completed}`)],
    [READ]: [DONE],
  });
  const updates: unknown[] = [];
  const { data } = await client.subscribe("acme/paint/fast", {
    input,
    mode: streaming,
    logs: true,
    onQueueUpdate: ({ status, queue_position, logs }) =>
      updates.push([status, queue_position, logs.map(({ message }) => message)]),
  });
  expect(data).toEqual(DONE.json);
  expect(calls).toEqual([SUBMIT, STREAM, READ]);
  expect(seen[1]?.url).toContain("?logs=1");
  expect(updates).toEqual([
    ["IN_QUEUE", 2, []],
    ["IN_QUEUE", 1, []],
    ["IN_PROGRESS", undefined, ["step 1"]],
    ["IN_PROGRESS", undefined, ["step 1", "步骤 2"]],
    ["COMPLETED", undefined, ["step 1", "步骤 2"]],
  ]);
  expect(clock.sleepers).toBe(0);
});

test.each([
  ["a stream that ends early", [stream(running)]],
  ["a page", [{ text: "<html>" }]],
  ["a refusal", [{ status: 405, json: { detail: "Method Not Allowed" } }]],
  ["a reset", [{ fails: "ECONNRESET" }]],
  ["silence", [{ hangs: true as const }]],
  ["events that are no status", [stream("data: hello\n\ndata: [1]\n\n")]],
])("after %s polling goes on", async (_name, answers) => {
  const { client, calls, clock } = createBench("home", {
    [SUBMIT]: [TAKEN],
    [STREAM]: answers,
    [STATUS]: [RUNNING, COMPLETED],
    [READ]: [DONE],
  });
  const { data } = await client.subscribe("acme/paint/fast", { input, mode: streaming });
  expect(data).toEqual(DONE.json);
  expect(calls).toEqual([SUBMIT, STREAM, STATUS, STATUS, READ]);
  expect(clock.sleepers).toBe(0);
});

test("a job that fails in the stream fails the call", async () => {
  const { client } = createBench("home", {
    [SUBMIT]: [TAKEN],
    [STREAM]: [stream(event({ status: "COMPLETED", error: "out of paint", error_type: "runner_server_error" }))],
  });
  await expect(client.subscribe("acme/paint/fast", { input, mode: streaming })).rejects.toMatchObject({
    name: "JobFailedError",
    requestId: "job-1",
    message: expect.stringContaining("out of paint"),
  });
});
