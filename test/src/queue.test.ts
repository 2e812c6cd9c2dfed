import { describe, expect, test } from "vitest";
import {
  CANCEL,
  COMPLETED,
  createBench,
  createPaintClient,
  DONE,
  READ,
  RUNNING,
  STATUS,
  SUBMIT,
  TAKEN,
} from "../support/paint-client.ts";
import { createRouteTable, type Route } from "../support/route-table.ts";

const input = { prompt: "a tiger" };
const JOB = { requestId: "job-1" };
const json = (status: number, json: unknown): Route => ({ status, json });

test("submit returns what is needed to collect the job tomorrow", async () => {
  const { client, calls, clock } = createBench("north", { [SUBMIT]: [TAKEN] });
  const job = await client.queue.submit("acme/paint/fast", { input });
  expect(job).toEqual({
    request_id: "job-1",
    endpoint_id: "acme/paint/fast",
    gateway: "north",
    status: "IN_QUEUE",
    queue_position: 2,
  });
  expect(calls).toEqual([SUBMIT]);
  expect(clock.sleepers).toBe(0);
});

test("what fal alone has is sent as fal documents it", async () => {
  const { client, seen } = createBench("home", { [SUBMIT]: [TAKEN] });
  await client.queue.submit("acme/paint/fast", {
    input,
    webhookUrl: "https://me.example/hook?a=1",
    priority: "low",
    startTimeout: 30,
    hint: "runner-7",
    storageSettings: { expiresIn: "1d", keepPayload: false },
  });
  const { url, headers } = seen[0] ?? { url: "", headers: new Headers() };
  expect(new URL(url).searchParams.get("fal_webhook")).toBe("https://me.example/hook?a=1");
  expect(Object.fromEntries(headers)).toMatchObject({
    "x-fal-queue-priority": "low",
    "x-fal-request-timeout": "30",
    "x-fal-runner-hint": "runner-7",
    "x-fal-store-io": "0",
    "x-fal-object-lifecycle-preference": '{"expiration_duration_seconds":86400}',
  });
  await expect(client.queue.submit("acme/paint/fast", { input, startTimeout: 1 })).rejects.toMatchObject({
    name: "InputError",
  });
});

test("nothing of it is sent unasked", async () => {
  const { client, seen } = createBench("home", { [SUBMIT]: [TAKEN] });
  await client.queue.submit("acme/paint/fast", { input });
  expect([...(seen[0]?.headers.keys() ?? [])].filter((name) => name.startsWith("x-"))).toEqual([]);
});

test.each([
  ["a query of its own", "?token=a%2Bb&x=", "?token=a%2Bb&x=&logs=1"],
  ["a query that holds a question mark", "?back=/a?b", "?back=%2Fa%3Fb&logs=1"],
  ["no query", "", "?logs=1"],
])("a status address with %s keeps it", async (_name, own, want) => {
  const address = `https://home.example/acme/paint/requests/job-1/status${own}`;
  const taken: Route = { json: { request_id: "job-1", status: "IN_QUEUE", status_url: address } };
  const { client, seen } = createBench("home", { [SUBMIT]: [taken], [STATUS]: [COMPLETED], [READ]: [DONE] });
  await client.subscribe("acme/paint/fast", { input, logs: true });
  expect(seen.map(({ url }) => url)).toEqual([
    "https://home.example/acme/paint/fast",
    `https://home.example/acme/paint/requests/job-1/status${want}`,
    "https://home.example/acme/paint/requests/job-1",
  ]);
});

describe("status", () => {
  test.each<[string, readonly Route[], object]>([
    ["queued", [TAKEN], { status: "IN_QUEUE", queue_position: 2 }],
    [
      "running, with logs",
      [json(202, { status: "IN_PROGRESS", logs: [{ message: "10 %" }, "junk"] })],
      { status: "IN_PROGRESS", logs: [{ message: "10 %" }] },
    ],
    ["done", [COMPLETED], { status: "COMPLETED", metrics: { inference_time: 2.5 } }],
    [
      "failed",
      [json(200, { status: "COMPLETED", error: "NSFW" })],
      { status: "COMPLETED", error: expect.stringContaining("NSFW") },
    ],
    ["after a hiccup", [json(500, {}), { fails: "ECONNRESET" }, RUNNING], { status: "IN_PROGRESS" }],
  ])("%s", async (_name, answers, want) => {
    const { client, clock } = createBench("home", { [STATUS]: answers });
    await expect(client.queue.status("acme/paint/fast", { ...JOB, logs: true })).resolves.toMatchObject({
      request_id: "job-1",
      ...want,
    });
    expect(clock.sleepers).toBe(0);
  });

  test("of a job nobody knows is an error that names it, asked once", async () => {
    const { client, count } = createBench("home", { [STATUS]: [json(404, { detail: "Request not found" })] });
    await expect(client.queue.status("acme/paint/fast", JOB)).rejects.toMatchObject({
      name: "ApiError",
      status: 404,
      requestId: "job-1",
    });
    expect(count(STATUS)).toBe(1);
  });
});

describe("result", () => {
  test.each<["north" | "home", string]>([
    ["north", "north"],
    ["home", "home"],
  ])("of a finished job at %s is fetched at one address", async (gateway) => {
    const { client, calls } = createBench(gateway, { [READ]: [DONE] });
    await expect(client.queue.result("acme/paint/fast", JOB)).resolves.toEqual({
      data: DONE.json,
      requestId: "job-1",
      gateway,
    });
    expect(calls).toEqual([READ]);
  });

  test.each<["north" | "home", Route]>([
    ["north", RUNNING],
    ["home", json(400, { detail: "Request is still in progress" })],
  ])("of an unfinished job at %s says so", async (gateway, route) => {
    const { client, count } = createBench(gateway, { [READ]: [route] });
    await expect(client.queue.result("acme/paint/fast", JOB)).rejects.toMatchObject({
      name: "JobPendingError",
      requestId: "job-1",
      message: expect.stringContaining("IN_PROGRESS"),
    });
    expect(count(READ)).toBe(1);
  });

  test.each<[string, Route]>([
    ["404", json(404, {})],
    ["405", json(405, { detail: "Method Not Allowed" })],
    ["the page such gateways give for unknown paths", { text: "<html>" }],
  ])("is looked for under `auto` after %s", async (_name, route) => {
    const { client, calls } = createBench("north", { [READ]: [route], "GET /acme/auto/requests/job-1": [DONE] });
    await client.queue.result("acme/paint/fast", JOB);
    expect(calls).toEqual([READ, "GET /acme/auto/requests/job-1"]);
  });

  test("keeps a seed beyond 2^53", async () => {
    const { client } = createBench("north", {
      [READ]: [{ text: '{"images":[{"url":"x"}],"seed":15218022503948752270}' }],
    });
    const { data } = await client.queue.result("acme/paint/fast", JOB);
    expect(data.seed).toBe(15218022503948752270n);
  });

  test("at fal without what the endpoint documents is a failure that keeps what there is", async () => {
    const { client } = createBench("home", { [READ]: [json(200, { prompt: "a tiger", timings: {} })] });
    await expect(client.queue.result("acme/paint/fast", JOB)).rejects.toMatchObject({
      name: "JobFailedError",
      body: { prompt: "a tiger", timings: {} },
    });
  });

  test.each<[string, unknown]>([
    ["a file", { model_mesh: { url: "https://cdn.example/1.glb" } }],
    ["a list of files", { frames: [{ url: "https://cdn.example/1.png" }] }],
  ])("of an endpoint whose output is not documented is known by %s", async (_name, output) => {
    const table = createRouteTable({ "GET /acme/redraw/requests/job-1": [{ json: output }] });
    const client = createPaintClient({ gateway: "south", baseUrl: "https://south.example", fetch: table.fetch });
    await expect(client.queue.result("acme/redraw", JOB)).resolves.toMatchObject({ data: output });
  });

  test.each(["../x", "a/b", "", ".", "a b", "x".repeat(129)])("with the id %j asks nobody", async (requestId) => {
    const { client, calls } = createBench("north", {});
    await expect(client.queue.result("acme/paint/fast", { requestId })).rejects.toMatchObject({ name: "InputError" });
    expect(calls).toEqual([]);
  });
});

describe("cancel believes the body, not the code", () => {
  test.each<[string, Route, string]>([
    ["200 OK", json(200, { status: "OK" }), "OK"],
    ["202", json(202, { status: "CANCELLATION_REQUESTED" }), "CANCELLATION_REQUESTED"],
    ["200 with the word of 202", json(200, { status: "CANCELLATION_REQUESTED" }), "CANCELLATION_REQUESTED"],
    ["400", json(400, { status: "ALREADY_COMPLETED" }), "ALREADY_COMPLETED"],
    ["409 without a word", json(409, { detail: "done" }), "ALREADY_COMPLETED"],
    ["404", json(404, { status: "NOT_FOUND" }), "NOT_FOUND"],
    ["204", { status: 204 }, "OK"],
  ])("%s", async (_name, route, status) => {
    const { client } = createBench("home", { [CANCEL]: [route] });
    await expect(client.queue.cancel("acme/paint/fast", JOB)).resolves.toEqual({ status });
  });

  test("a page with 200 is no success", async () => {
    const { client } = createBench("home", { [CANCEL]: [{ text: "<html>" }] });
    await expect(client.queue.cancel("acme/paint/fast", JOB)).rejects.toMatchObject({
      name: "ProtocolError",
      requestId: "job-1",
    });
  });
});

describe("job", () => {
  const routes = { [STATUS]: [TAKEN, RUNNING, RUNNING, COMPLETED], [READ]: [DONE] };

  test("is iterated for its updates, once per change", async () => {
    const { client, clock } = createBench("home", routes);
    const statuses: string[] = [];
    for await (const { status } of client.queue.job("acme/paint/fast", "job-1")) statuses.push(status);
    expect(statuses).toEqual(["IN_QUEUE", "IN_PROGRESS", "COMPLETED"]);
    expect(clock.sleepers).toBe(0);
  });

  test("shares one loop among all who wait for it", async () => {
    const { client, calls } = createBench("home", routes);
    const job = client.queue.job("acme/paint/fast", "job-1");
    const seen: string[] = [];
    const watch = async (): Promise<void> => {
      for await (const { status } of job) seen.push(status);
    };
    const [first, second] = await Promise.all([job.result(), job.result(), watch(), watch()]);
    expect(first).toBe(second);
    expect(await job.result()).toBe(first);
    expect(seen).toHaveLength(6);
    expect(calls).toEqual([STATUS, STATUS, STATUS, STATUS, READ]);
  });

  test("may be left early: nothing goes on", async () => {
    const { client, calls, clock } = createBench("home", routes);
    for await (const { status } of client.queue.job("acme/paint/fast", "job-1")) if (status === "IN_QUEUE") break;
    await clock.sleep(60_000, new AbortController().signal);
    expect(calls).toEqual([STATUS]);
    expect(clock.sleepers).toBe(0);
  });

  test("that is left by one goes on for the other", async () => {
    const { client } = createBench("home", routes);
    const job = client.queue.job("acme/paint/fast", "job-1");
    const result = job.result();
    for await (const _update of job) break;
    expect((await result).data).toEqual(DONE.json);
  });

  test("throws what ended it to those who iterate and to those who wait, and may be tried again", async () => {
    const { client } = createBench("home", {
      [STATUS]: [{ json: { status: "COMPLETED", error: "no" } }, COMPLETED],
      [READ]: [DONE],
    });
    const job = client.queue.job("acme/paint/fast", "job-1");
    const iterate = async (): Promise<void> => {
      for await (const _update of job);
    };
    const [watched, waited] = await Promise.allSettled([iterate(), job.result()]);
    expect([watched, waited]).toEqual(
      Array(2).fill({ status: "rejected", reason: expect.objectContaining({ name: "JobFailedError" }) }),
    );
    await expect(job.result()).resolves.toMatchObject({ requestId: "job-1" });
  });

  test("carries no secret in its plain form", () => {
    const { client } = createBench("home", {});
    const job = client.queue.job("acme/paint/fast", "job-1");
    expect(JSON.parse(JSON.stringify(job))).toEqual({
      requestId: "job-1",
      endpointId: "acme/paint/fast",
      gateway: "home",
    });
  });
});
