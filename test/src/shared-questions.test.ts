import { expect, test } from "vitest";
import { COMPLETED, createBench, DONE, READ, RUNNING, STATUS, SUBMIT, TAKEN } from "../support/paint-client.ts";

const routes = { [SUBMIT]: [TAKEN], [STATUS]: [TAKEN, RUNNING, RUNNING, COMPLETED], [READ]: [DONE] };

test("watchers of one id ask once, whoever they are", async () => {
  const { client, calls, clock } = createBench("home", routes);
  const updates: string[] = [];
  const iterate = async (): Promise<void> => {
    for await (const { status } of client.queue.job("acme/paint/fast", "job-1")) updates.push(status);
  };
  const results = await Promise.all([
    client.subscribe("acme/paint/fast", { input: { prompt: "a" } }),
    client.queue.job("acme/paint/fast", "job-1").result(),
    iterate(),
  ]);
  expect(results.slice(0, 2).map((result) => result?.data)).toEqual([DONE.json, DONE.json]);
  expect(updates).toEqual(["IN_QUEUE", "IN_PROGRESS", "COMPLETED"]);
  expect([SUBMIT, STATUS, READ].map((route) => calls.filter((call) => call === route).length)).toEqual([1, 4, 1]);
  expect(clock.sleepers).toBe(0);
});

test("watchers of another id ask for themselves", async () => {
  const { client, calls } = createBench("home", {
    [STATUS]: [COMPLETED],
    [READ]: [DONE],
    "GET /acme/paint/requests/job-2/status": [COMPLETED],
    "GET /acme/paint/requests/job-2": [DONE],
  });
  await Promise.all(["job-1", "job-2"].map((id) => client.queue.job("acme/paint/fast", id).result()));
  expect(calls).toHaveLength(4);
});

test("a watcher that is aborted while it asks leaves the others an answer", async () => {
  const slow = { [STATUS]: [{ hangs: true as const }, COMPLETED], [READ]: [DONE] };
  const { client, clock } = createBench("home", slow);
  const controller = new AbortController();
  const first = client.queue.job("acme/paint/fast", "job-1", { abortSignal: controller.signal }).result();
  const second = client.queue.job("acme/paint/fast", "job-1").result();
  void clock.sleep(1000, new AbortController().signal).then(() => controller.abort());
  await expect(first).rejects.toMatchObject({ name: "AbortError", requestId: "job-1" });
  await expect(second).resolves.toMatchObject({ data: DONE.json });
  expect(clock.sleepers).toBe(0);
});

test("each watcher keeps its own deadline, also while another one asks", async () => {
  const { client, clock } = createBench("home", { [STATUS]: [{ hangs: true as const }] });
  const long = client.queue.job("acme/paint/fast", "job-1", { timeout: 50_000 }).result();
  const short = client.queue.job("acme/paint/fast", "job-1", { timeout: 3000 }).result();
  const ended = short.catch((error) => [error.name, clock.now()]);
  await expect(long).rejects.toMatchObject({ name: "TimeoutError" });
  expect(await ended).toEqual(["TimeoutError", 3000]);
  expect(clock.sleepers).toBe(0);
});
