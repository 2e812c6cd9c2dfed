import { expect, test } from "vitest";
import { COMPLETED, createBench, DONE, KEY, READ, RUNNING, STATUS, SUBMIT, TAKEN } from "../support/paint-client.ts";

const input = { prompt: "a tiger" };

test("on a gateway one address is asked until it holds the result", async () => {
  const { client, calls, seen, clock, warnings } = createBench("north", {
    [SUBMIT]: [TAKEN],
    [READ]: [RUNNING, RUNNING, DONE],
  });
  const updates: unknown[] = [];
  const enqueued: string[] = [];
  const result = await client.subscribe("acme/paint/fast", {
    input,
    onEnqueue: (requestId) => enqueued.push(requestId),
    onQueueUpdate: ({ status, queue_position }) => updates.push([status, queue_position]),
  });
  expect(result).toEqual({ data: DONE.json, requestId: "job-1", gateway: "north" });
  expect(enqueued).toEqual(["job-1"]);
  expect(updates).toEqual([
    ["IN_QUEUE", 2],
    ["IN_PROGRESS", undefined],
    ["COMPLETED", undefined],
  ]);
  expect(calls).toEqual([SUBMIT, READ, READ, READ]);
  expect(seen.map(({ url }) => new URL(url).origin)).toEqual(Array(4).fill("https://north.example"));
  expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual(Array(4).fill(`Bearer ${KEY}`));
  expect(seen[0]?.body).toBe('{"prompt":"a tiger"}');
  expect(clock.sleepers).toBe(0);
  expect(warnings).toEqual([]);
});

test("on fal the status is asked, then the result is fetched", async () => {
  const { client, calls, seen, clock } = createBench("home", {
    [SUBMIT]: [TAKEN],
    [STATUS]: [RUNNING, COMPLETED],
    [READ]: [DONE],
  });
  const { data } = await client.subscribe("acme/paint/fast", { input });
  expect(data).toEqual(DONE.json);
  expect(calls).toEqual([SUBMIT, STATUS, STATUS, READ]);
  expect(seen[0]?.headers.get("authorization")).toBe(`Key ${KEY}`);
  expect(clock.sleepers).toBe(0);
});
