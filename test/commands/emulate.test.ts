import { describe, expect, it } from "vitest";
import { emulate } from "../../generator/commands/emulate.ts";
import type { LoadPlan } from "../../generator/commands/load-plan.ts";
import { UsageError } from "../../generator/commands/parse-options.ts";
import { type TestHost, testHost } from "../support/test-host.ts";
import { exampleLoad, exampleLoaded } from "./example-load.ts";

/** Starts `docket emulate`, waits for what it prints, lets `visit` use it, and stops it as Ctrl-C would. */
async function withEmulator(
  args: readonly string[],
  visit: (printed: string) => Promise<void>,
  load = exampleLoad,
): Promise<TestHost> {
  const stop = new AbortController();
  let printed = (_text: string): void => {};
  const ready = new Promise<string>((resolve) => {
    printed = resolve;
  });
  const host = testHost({ interrupted: stop.signal });
  const out = (text: string): void => {
    host.out(text);
    printed(text);
  };
  const done = emulate(args, { ...host, out }, load);
  await visit(await Promise.race([ready, done.then(String)]));
  stop.abort();
  expect(await done).toBe(0);
  return host;
}

describe("docket emulate", () => {
  it("prints its address and a command to try, answers it, and logs no key", async () => {
    const host = await withEmulator([], async (printed) => {
      const [, address = ""] = /emulated at (http:\/\/127\.0\.0\.1:\d+) /.exec(printed) ?? [];
      expect(printed).toMatch(/^alpha, emulated at .* \(2 endpoints; Ctrl-C stops it\)\n/);
      expect(printed).toContain(`curl ${address}/fal-ai/flux-1/dev -H 'Authorization: Bearer any'`);
      const headers = { authorization: "Bearer canary" };
      const answer = await fetch(`${address}/fal-ai/flux-1/dev`, { method: "POST", headers, body: '{"prompt":"x"}' });
      expect(await answer.json()).toMatchObject({ status: "IN_QUEUE" });
    });
    expect(host.stderr()).toBe("submit POST /fal-ai/flux-1/dev → 200\n");
  });

  it.each([
    { args: ["pages/a b"], want: " --documents 'pages/a b'" },
    { args: ["--documents", "pages"], want: " --documents pages" },
    { args: ["--config", "other.yaml"], want: " --config other.yaml" },
    { args: [], want: "" },
  ])("prints a command for $args that can be pasted", async ({ args, want }) => {
    await withEmulator(args, async (printed) => {
      const [, address = ""] = /emulated at (\S+)/.exec(printed) ?? [];
      const fields = "'prompt=a lighthouse at dawn'";
      expect(printed).toContain(
        `  npx docket run fal-ai/flux-1/dev ${fields} --gateway alpha --base-url ${address}${want}\n`,
      );
    });
  });

  it("counts one endpoint as one", async () => {
    const [only] = exampleLoaded.plan.endpoints;
    const endpoints = only === undefined ? [] : [only];
    const load: LoadPlan = () => Promise.resolve({ ...exampleLoaded, plan: { ...exampleLoaded.plan, endpoints } });
    await withEmulator([], async (printed) => expect(printed).toContain(" (1 endpoint; "), load);
  });

  it("is one JSON object with --json, and plays faults", async () => {
    const host = await withEmulator(
      ["--json", "--gateway", "fal", "--fault", "quota", "--speed", "100"],
      async (printed) => {
        const { address, gateway, endpoints } = JSON.parse(printed);
        expect({ gateway, endpoints }).toEqual({ gateway: "fal", endpoints: ["fal-ai/flux-1/dev", "fal-ai/upscaler"] });
        expect((await fetch(`${address}/fal-ai/flux-1/dev`, { method: "POST", body: "{}" })).status).toBe(402);
      },
    );
    expect(host.stderr()).toBe("submit POST /fal-ai/flux-1/dev → 402 fault: quota\n");
  });

  it("lists its faults", async () => {
    const host = testHost();
    expect(await emulate(["--faults"], host, exampleLoad)).toBe(0);
    expect(host.stdout()).toMatch(/^rate-limit +429 with Retry-After; =seconds,.* \(default 1\) \[submit status/m);
  });

  it.each([
    { args: ["--gateway", "gamma"], want: /no gateway "gamma"; there are: alpha, fal/ },
    { args: ["--port", "66000"], want: /--port takes a number from 0 to 65535/ },
    { args: ["--speed", "fast"], want: /--speed takes a number/ },
    { args: ["--fault", "htlm"], want: /unknown fault "htlm"/ },
    { args: ["--nonsense"], want: /^there is no option "--nonsense"$/ },
    { args: ["pages", "--documents", "other"], want: /named twice/ },
  ])("refuses $args", async ({ args, want }) => {
    const outcome = emulate(args, testHost(), exampleLoad);
    await expect(outcome).rejects.toThrow(UsageError);
    await expect(outcome).rejects.toThrow(want);
  });

  it("says that a port is taken", async () => {
    await withEmulator(["--json"], async (printed) => {
      const { port } = new URL(JSON.parse(printed).address);
      const host = testHost();
      expect(await emulate(["--port", port], host, exampleLoad)).toBe(2);
      expect(host.stderr()).toContain(`port ${port} is taken`);
    });
  });

  it("stops when the documents hold an error (exit 2)", async () => {
    expect(await emulate([], testHost(), async () => undefined)).toBe(2);
  });
});
