import fc from "fast-check";
import { expect, test } from "vitest";
import { createEmulator } from "../../generator/emulator/emulator.ts";
import { faultKinds } from "../../generator/emulator/faults/fault-kinds.ts";
import { DocketError } from "../../src/index.ts";
import { streaming } from "../../src/streaming.ts";
import { exampleClient } from "../emulator/example-client.ts";
import { exampleDocument } from "../emulator/example-document.ts";
import { createVirtualClock } from "../support/virtual-clock.ts";
import { tries } from "../tries.ts";

const KEY = "canary-0123456789";
const GATEWAY = "https://gateway.example";
const TIMEOUT = 120_000;

// A job that did not start in the caller's own time was taken and given up again: there is nothing to resume.
const GIVEN_UP = "submit/user-timeout";

/** A fault of the emulator, at the step where it strikes and for so many requests. */
const fault = fc
  .constantFrom(
    ...[...faultKinds]
      .flatMap(([name, kind]) => kind.on.map((step) => `${step}/${name}`))
      .filter((name) => name !== GIVEN_UP),
  )
  .chain((name) => fc.constantFrom(`${name}:1`, `${name}:3`, `${name}:*`));

interface Outcome {
  readonly error: unknown;
  readonly took: number;
  readonly submits: number;
  readonly jobs: number;
  readonly origins: readonly string[];
  readonly sleepers: number;
}

async function run(
  gateway: "alpha" | "fal",
  faults: readonly string[],
  mode: "polling" | typeof streaming,
): Promise<Outcome> {
  const clock = createVirtualClock();
  const sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
    await clock.sleep(ms, signal);
    signal.throwIfAborted();
  };
  const timing = { ahead: 2, queued: 4000, running: 6000 };
  const emulator = createEmulator({
    document: exampleDocument,
    gateway,
    faults,
    timing,
    now: clock.now,
    sleep,
    seed: 1,
  });
  const shared = {
    fetch: emulator.fetch,
    clock,
    random: () => 0.5,
    timeout: TIMEOUT,
    maxBodyBytes: 200_000,
    onWarning: () => {},
  };
  const client = exampleClient(gateway, { baseUrl: GATEWAY, credentials: KEY, ...shared });
  const options = { input: { prompt: "a lighthouse" }, mode };
  const error = await client.subscribe("fal-ai/flux-1/dev", options).then(
    () => undefined,
    (thrown) => thrown,
  );
  const took = clock.now();
  await emulator.close();
  const submits = emulator.requests.filter(({ step }) => step === "submit").length;
  const seen = { submits, jobs: emulator.jobCount(), origins: emulator.credentialOrigins(KEY) };
  return { error, took, sleepers: clock.sleepers, ...seen };
}

const script = fc.array(fault, { maxLength: 4 });
const protocols = fc.constantFrom<["alpha" | "fal", "polling" | typeof streaming]>(
  ["alpha", "polling"],
  ["fal", "polling"],
  ["fal", streaming],
);

test("whatever goes wrong: no second job, no lost one, no key astray, no timer left, and an end", async () => {
  const holds = async (
    faults: readonly string[],
    [gateway, mode]: ["alpha" | "fal", "polling" | typeof streaming],
  ): Promise<void> => {
    const { error, took, submits, jobs, origins, sleepers } = await run(gateway, faults, mode);
    expect(jobs).toBeLessThanOrEqual(1);
    expect(submits).toBeLessThanOrEqual(4);
    expect(took).toBeLessThanOrEqual(TIMEOUT);
    expect(origins.filter((origin) => origin !== GATEWAY)).toEqual([]);
    expect(sleepers).toBe(0);
    if (error === undefined) {
      expect(jobs).toBe(1);
      return;
    }
    expect(error).toBeInstanceOf(DocketError);
    if (!(error instanceof DocketError)) return;
    // A job that was paid for can be resumed, or the error says that nobody knows of one.
    if (jobs) expect(error.requestId ?? /SubmitUncertain|Protocol/.exec(error.name)?.[0], error.message).toBeDefined();
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain(KEY);
  };
  await fc.assert(fc.asyncProperty(script, protocols, holds), tries(300));
}, 120_000);
