import { describe, expect, test } from "vitest";
import type { DocketError } from "../../src/index.ts";
import { CANCEL, COMPLETED, createBench, DONE, READ, RUNNING, STATUS, SUBMIT, TAKEN } from "../support/paint-client.ts";

const input = { prompt: "a tiger" };
const STUCK = {
  [SUBMIT]: [TAKEN],
  [READ]: [RUNNING],
  [STATUS]: [RUNNING],
  [CANCEL]: [{ status: 202, json: { status: "CANCELLATION_REQUESTED" } }],
};

const failure = (call: Promise<unknown>): Promise<DocketError> =>
  call.then(
    () => Promise.reject(new Error("it succeeded")),
    (error) => error,
  );

describe("the deadline", () => {
  test("ends a job that never ends, after one last question, with all that is needed to resume", async () => {
    const { client, clock, count } = createBench("north", STUCK);
    const error = await failure(client.subscribe("acme/paint/fast", { input }));
    expect(error).toMatchObject({
      name: "TimeoutError",
      seen: { IN_PROGRESS: count(READ) },
      requestId: "job-1",
      endpointId: "acme/paint/fast",
      gateway: "north",
    });
    expect(error.seen?.IN_PROGRESS).toBeGreaterThan(10);
    expect(clock.now()).toBe(600_000);
    expect(clock.sleepers).toBe(0);
  });

  test("shorter than the interval still leaves time for one question", async () => {
    const { client, calls } = createBench("north", { [SUBMIT]: [TAKEN], [READ]: [DONE] });
    await client.subscribe("acme/paint/fast", { input, timeout: 1000, pollInterval: 60_000 });
    expect(calls).toEqual([SUBMIT, READ]);
  });

  test("cuts a request that hangs and ignores its signal", async () => {
    const { client, clock } = createBench("north", { [SUBMIT]: [TAKEN], [READ]: [{ hangs: true }] });
    const error = await failure(client.subscribe("acme/paint/fast", { input, timeout: 10_000 }));
    expect(error.name).toBe("TimeoutError");
    expect(clock.now()).toBe(10_000);
    expect(clock.sleepers).toBe(0);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])("of %s is refused at once", async (timeout) => {
    const { client, calls } = createBench("north", STUCK);
    await expect(client.subscribe("acme/paint/fast", { input, timeout })).rejects.toMatchObject({ name: "InputError" });
    expect(calls).toEqual([]);
  });
});

describe("abort", () => {
  test("before the start sends nothing", async () => {
    const { client, calls } = createBench("north", STUCK);
    const error = await failure(client.subscribe("acme/paint/fast", { input, abortSignal: AbortSignal.abort() }));
    expect(error.name).toBe("AbortError");
    expect(calls).toEqual([]);
  });

  test("in a sleep ends it, sends nothing more and can be repeated without effect", async () => {
    const { client, calls, clock } = createBench("north", STUCK);
    const controller = new AbortController();
    const call = client.subscribe("acme/paint/fast", { input, pollInterval: 5000, abortSignal: controller.signal });
    const asleep = clock.sleep(12_000, new AbortController().signal).then(() => controller.abort());
    const error = await failure(call);
    await asleep;
    controller.abort();
    expect(error).toMatchObject({ name: "AbortError", requestId: "job-1" });
    expect(clock.now()).toBe(12_000);
    expect(calls).toEqual([SUBMIT, READ, READ]);
    expect(clock.sleepers).toBe(0);
  });

  test("while the job is handed in leaves the outcome uncertain", async () => {
    const { client, clock } = createBench("north", { [SUBMIT]: [{ hangs: true }] });
    const controller = new AbortController();
    const call = client.subscribe("acme/paint/fast", { input, abortSignal: controller.signal });
    void clock.sleep(100, new AbortController().signal).then(() => controller.abort());
    const error = await failure(call);
    expect(error).toMatchObject({
      name: "SubmitUncertainError",
      cause: expect.objectContaining({ name: "AbortError" }),
    });
    expect(clock.sleepers).toBe(0);
  });

  test("by AbortSignal.timeout is a timeout", async () => {
    const { client } = createBench("north", STUCK);
    const controller = new AbortController();
    controller.abort(new DOMException("too late", "TimeoutError"));
    const error = await failure(client.subscribe("acme/paint/fast", { input, abortSignal: controller.signal }));
    expect(error.name).toBe("TimeoutError");
  });

  test("cancels the remote job where the protocol can and the caller asked", async () => {
    const { client, calls, clock } = createBench("home", STUCK);
    const error = await failure(client.subscribe("acme/paint/fast", { input, timeout: 5000, cancelOnAbort: true }));
    expect(error).toMatchObject({ name: "TimeoutError", cancellation: { status: "CANCELLATION_REQUESTED" } });
    expect(calls.filter((call) => call === CANCEL)).toHaveLength(1);
    expect(clock.sleepers).toBe(0);
  });

  test("keeps its reason when the cancel fails, and gives the cancel five seconds", async () => {
    const { client, clock } = createBench("home", { ...STUCK, [CANCEL]: [{ hangs: true }] });
    const error = await failure(client.subscribe("acme/paint/fast", { input, timeout: 5000, cancelOnAbort: true }));
    expect(error).toMatchObject({
      name: "TimeoutError",
      cancellation: expect.objectContaining({ name: "TimeoutError" }),
    });
    expect(clock.now()).toBe(10_000);
    expect(clock.sleepers).toBe(0);
  });

  test("does not cancel unasked", async () => {
    const { client, calls } = createBench("home", STUCK);
    await failure(client.subscribe("acme/paint/fast", { input, timeout: 5000 }));
    expect(calls).not.toContain(CANCEL);
  });

  test("of a signal with a thousand jobs leaves no listener behind", async () => {
    const { client, clock } = createBench("north", { [SUBMIT]: [TAKEN], [READ]: [DONE] }, { requestsPerSecond: 1e6 });
    const listeners = countListeners(new AbortController().signal);
    const jobs = Array.from({ length: 1000 }, () =>
      client.subscribe("acme/paint/fast", { input, abortSignal: listeners.signal }),
    );
    await Promise.all(jobs);
    expect(listeners.count()).toBe(0);
    expect(clock.sleepers).toBe(0);
  });
});

function countListeners(signal: AbortSignal): { readonly signal: AbortSignal; count(): number } {
  let count = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...given: Parameters<typeof addEventListener>) => {
    count += 1;
    addEventListener.apply(signal, given);
  };
  signal.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
    count -= 1;
    removeEventListener.apply(signal, given);
  };
  return { signal, count: () => count };
}

describe("what nobody expects", () => {
  test("an unknown status is reported at once and borne for a minute", async () => {
    const { client, clock, warnings } = createBench("north", {
      [SUBMIT]: [TAKEN],
      [READ]: [{ json: { status: "DREAMING" } }],
    });
    const updates: unknown[] = [];
    const call = client.subscribe("acme/paint/fast", {
      input,
      onQueueUpdate: ({ status, reported }) => updates.push([status, reported]),
    });
    const error = await failure(call);
    expect(error).toMatchObject({
      name: "ProtocolError",
      message: expect.stringContaining('"DREAMING"'),
      requestId: "job-1",
    });
    expect(updates).toEqual([
      ["IN_QUEUE", undefined],
      ["UNKNOWN", "DREAMING"],
    ]);
    expect(warnings).toEqual([expect.objectContaining({ code: "status" })]);
    expect(clock.now()).toBeGreaterThan(60_000);
    expect(clock.now()).toBeLessThan(80_000);
  });

  test("a callback that throws is a warning, and the paid job goes on", async () => {
    const { client, warnings } = createBench("north", { [SUBMIT]: [TAKEN], [READ]: [DONE] });
    const explode = (): never => {
      throw new Error("boom");
    };
    const { data } = await client.subscribe("acme/paint/fast", { input, onEnqueue: explode, onQueueUpdate: explode });
    expect(data).toEqual(DONE.json);
    expect(warnings.map(({ code }) => code)).toEqual(["callback", "callback", "callback"]);
  });

  test("a job that is done when handed in is not asked about", async () => {
    const { client, calls } = createBench("north", {
      [SUBMIT]: [{ json: { ...Object(DONE.json), request_id: "job-1" } }],
    });
    const { requestId } = await client.subscribe("acme/paint/fast", { input });
    expect([requestId, calls]).toEqual(["job-1", [SUBMIT]]);
  });

  test("fal says COMPLETED at once: only the result is fetched", async () => {
    const { client, calls } = createBench("home", {
      [SUBMIT]: [{ json: { ...Object(TAKEN.json), ...Object(COMPLETED.json) } }],
      [READ]: [DONE],
    });
    await client.subscribe("acme/paint/fast", { input });
    expect(calls).toEqual([SUBMIT, READ]);
  });
});

describe("what @fal-ai/client 1.10 does wrong and no test above names", () => {
  test("an abort also ends the fetch of the result", async () => {
    const routes = { [SUBMIT]: [TAKEN], [STATUS]: [COMPLETED], [READ]: [{ hangs: true as const }] };
    const { client, clock, calls } = createBench("home", routes);
    const controller = new AbortController();
    const call = client.subscribe("acme/paint/fast", { input, pollInterval: 100, abortSignal: controller.signal });
    void clock.sleep(5000, new AbortController().signal).then(() => controller.abort());
    expect((await failure(call)).name).toBe("AbortError");
    expect(calls).toEqual([SUBMIT, STATUS, READ]);
    expect(clock.now()).toBe(5000);
  });

  test("a timeout while a question is on its way ends the polling too", async () => {
    const { client, clock, calls } = createBench("home", { ...STUCK, [STATUS]: [RUNNING, { hangs: true }, RUNNING] });
    expect((await failure(client.subscribe("acme/paint/fast", { input, timeout: 3000 }))).name).toBe("TimeoutError");
    const { length } = calls;
    await clock.sleep(60_000, new AbortController().signal);
    expect(calls).toHaveLength(length);
  });

  test("an address in place of an endpoint id is refused, not appended to another address", async () => {
    const { client, calls } = createBench("home", STUCK);
    const call = client.subscribe(JSON.parse('"https://gw.example/acme/paint/fast"'), { input });
    await expect(call).rejects.toMatchObject({ name: "InputError" });
    expect(calls).toEqual([]);
  });

  test("a gateway that names a time between questions is asked no sooner", async () => {
    const slow = { ...RUNNING, headers: { "retry-after": "20" } };
    const { client, clock } = createBench("north", { [SUBMIT]: [TAKEN], [READ]: [slow, DONE] });
    await client.subscribe("acme/paint/fast", { input, pollInterval: 10 });
    expect(clock.now()).toBeGreaterThanOrEqual(20_000);
  });
});
