import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode as decodePng } from "fast-png";
import { describe, expect, it, onTestFinished } from "vitest";
import { UsageError } from "../../generator/commands/parse-options.ts";
import { help, run } from "../../generator/commands/run.ts";
import { createEmulator, type Emulator } from "../../generator/emulator/emulator.ts";
import type { EmulatorOptions } from "../../generator/emulator/emulator-options.ts";
import type { Host } from "../../generator/host.ts";
import { exampleDocument } from "../emulator/example-document.ts";
import { type TestHost, testHost } from "../support/test-host.ts";
import { exampleLoad } from "./example-load.ts";

const endpoint = "fal-ai/flux-1/dev";
const small = 'image_size={"width":16,"height":8}';

interface Setup {
  readonly emulator: Emulator;
  readonly host: TestHost;
  readonly run: (...args: string[]) => Promise<number>;
}

async function setUp(
  gateway: "alpha" | "fal",
  more: Partial<EmulatorOptions> = {},
  hostMore: Partial<Host> = {},
): Promise<Setup> {
  const timing = { ahead: 1, queued: 20, running: 20 };
  const emulator = createEmulator({ document: exampleDocument, gateway, timing, seed: 1, ...more });
  onTestFinished(() => emulator.close());
  const address = await emulator.listen();
  const host = testHost({ env: { DOCKET_KEY: "canary" }, ...hostMore });
  return {
    emulator,
    host,
    run: (...args) => run([...args, "--gateway", gateway, "--base-url", address], host, exampleLoad),
  };
}

describe.each(["alpha", "fal"] as const)("docket run at %s", (gateway) => {
  it("saves the pictures, prints their paths and the request id", async () => {
    const { emulator, host, run } = await setUp(gateway);
    expect(await run(endpoint, "prompt=a lighthouse", "num_images=2", "output_format=png", small)).toBe(0);
    const paths = host.stdout().trim().split("\n");
    expect(paths).toHaveLength(2);
    const { width, height } = decodePng(readFileSync(join(host.cwd, paths[1] ?? "")));
    expect([width, height]).toEqual([16, 8]);
    expect(host.stderr()).toMatch(/handing in at .*\n(.*\n)*request [0-9a-f-]{36} at (alpha|fal)\n$/);
    expect(emulator.requests.filter(({ step }) => step === "file").map(({ headers }) => headers.authorization)).toEqual(
      [undefined, undefined],
    );
    expect(emulator.requests[0]?.body).toBe(
      '{"prompt":"a lighthouse","num_images":2,"output_format":"png","image_size":{"width":16,"height":8}}',
    );
  });

  it("prints nothing but JSON with --json, large seeds as they are", async () => {
    const { host, run } = await setUp(gateway);
    expect(await run(endpoint, "prompt=x", "seed=15218022503948752270", small, "--json", "--out", "out")).toBe(0);
    expect(host.stdout()).toContain('"seed":15218022503948752270');
    const told = JSON.parse(host.stdout());
    expect(told).toMatchObject({
      gateway,
      endpoint,
      files: [`out/fal-ai-flux-1-dev-${told.requestId.slice(0, 8)}-1.jpg`],
    });
    expect(existsSync(join(host.cwd, told.files[0]))).toBe(true);
  });

  it("resumes a job by its id", async () => {
    const { emulator, host, run } = await setUp(gateway);
    expect(await run(endpoint, "prompt=x", small, "--json")).toBe(0);
    const { requestId } = JSON.parse(host.stdout());
    expect(await run(endpoint, "--resume", requestId)).toBe(0);
    expect(host.stdout()).toContain(`pictures/fal-ai-flux-1-dev-${requestId.slice(0, 8)}-1.jpg\n`);
    expect(emulator.jobCount()).toBe(1);
  });

  it("tells a failed job, its id, and that it may have been paid (exit 1)", async () => {
    const { host, run } = await setUp(gateway, { faults: ["model-error"] });
    expect(await run(endpoint, "prompt=x")).toBe(1);
    expect(host.stderr()).toContain("JobFailedError: ");
    expect(host.stderr()).not.toContain("--resume");
    expect(host.stderr()).not.toContain("canary");
  });

  it("says how to go on when the wait was too short (exit 1)", async () => {
    const { host, run } = await setUp(gateway, { faults: ["stuck"] });
    expect(await run(endpoint, "prompt=x", "--timeout", "0.2")).toBe(1);
    const { stderr } = host;
    if (gateway === "alpha")
      expect(stderr()).toMatch(
        /npx docket run fal-ai\/flux-1\/dev --gateway alpha --base-url \S+ --resume [0-9a-f-]{36}\n$/,
      );
    else expect(stderr()).toContain("the gateway was asked to cancel the job");
  });

  it("refuses what the gateway refuses, with its fields (exit 2)", async () => {
    const { emulator, host, run } = await setUp(gateway, { faults: ["submit/refuse=422.list"] });
    expect(await run(endpoint, "prompt=x", "--json")).toBe(2);
    expect(JSON.parse(host.stdout())).toMatchObject({
      error: { name: "ValidationError", fields: [{ path: "prompt" }] },
    });
    expect(emulator.jobCount()).toBe(0);
  });

  it("says an objection once that the message holds already", async () => {
    const { host, run } = await setUp(gateway, { faults: ["submit/refuse=422.list"] });
    expect(await run(endpoint, "prompt=x")).toBe(2);
    const objection =
      host
        .stderr()
        .match(/It says: \S+ ([^.(]+)/)?.[1]
        ?.trim() ?? "nothing was said";
    expect(host.stderr().split(objection)).toHaveLength(2);
  });

  it("reports a picture it cannot save and keeps the others (exit 1)", async () => {
    const { host, run } = await setUp(gateway, { faults: ["file/html"] });
    expect(await run(endpoint, "prompt=x", "num_images=2", small)).toBe(1);
    expect(host.stderr()).toMatch(
      /"http:\/\/127\.0\.0\.1:\d+\/files\/[\w-]+\/0\.jpg" was not saved: it is \\?"text\/html/,
    );
    expect(host.stdout().trim().split("\n")).toHaveLength(1);
  });
});

describe("what docket run prints to fetch a job later", () => {
  it.each([
    { given: ["--documents", "pages/acme"], want: " --documents pages/acme\n" },
    { given: ["--config", "my docket.yaml"], want: " --config 'my docket.yaml'\n" },
  ])("names the documents that it was given: $given", async ({ given, want }) => {
    const { host, run } = await setUp("alpha", { faults: ["stuck"] });
    expect(await run(endpoint, "prompt=x", "--timeout", "0.2", ...given)).toBe(1);
    expect(host.stderr()).toMatch(/\n {2}npx docket run /);
    expect(host.stderr().endsWith(want)).toBe(true);
  });
});

describe("Ctrl-C", () => {
  async function interrupt(gateway: "alpha" | "fal"): Promise<Setup> {
    const stop = new AbortController();
    const setup = await setUp(
      gateway,
      { faults: ["stuck"], onRequest: ({ step }) => step === "status" && stop.abort() },
      { interrupted: stop.signal },
    );
    expect(await setup.run(endpoint, "prompt=x")).toBe(1);
    return setup;
  }

  it("cancels the job where the gateway can", async () => {
    const { emulator, host } = await interrupt("fal");
    expect(emulator.requests.map(({ step }) => step)).toContain("cancel");
    expect(host.stderr()).toContain("the gateway was asked to cancel the job");
  });

  it("says how to fetch it later where it cannot", async () => {
    const { emulator, host } = await interrupt("alpha");
    expect(emulator.requests.map(({ method }) => method)).not.toContain("PUT");
    expect(host.stderr()).toMatch(/--resume [0-9a-f-]{36}\n$/);
  });
});

describe("docket run --emulate", () => {
  it("needs no gateway and no key, and hands no key of the environment to the emulator", async () => {
    const host = testHost({ env: { ALPHA_KEY: "\nnot a header value" } });
    expect(await run([endpoint, "prompt=x", small, "--gateway", "alpha", "--emulate"], host, exampleLoad)).toBe(0);
    const [path = ""] = host.stdout().trim().split("\n");
    expect(existsSync(join(host.cwd, path))).toBe(true);
    expect(host.stderr()).toMatch(/in the queue, \d ahead/);
  });

  it.each([
    ["--base-url", "http://127.0.0.1:1"],
    ["--resume", "abc"],
  ])("goes with no %s", async (...option) => {
    await expect(run([endpoint, "--emulate", ...option], testHost(), exampleLoad)).rejects.toThrow(UsageError);
  });
});

describe("what docket run is given", () => {
  it.each([
    { args: [], want: /which endpoint/ },
    { args: [endpoint, "prompt"], want: /"prompt" is no field=value/ },
    { args: [endpoint, "--resume", "id", "prompt=x"], want: /leave the fields away/ },
    { args: [endpoint, "--timeout", "soon"], want: /--timeout takes seconds/ },
    { args: [endpoint, "--key", "secret"], want: /there is no option "--key"/ },
    { args: [endpoint, "--docuents", "x"], want: /^there is no option "--docuents"; did you mean --documents\?$/ },
  ])("$args is refused with the usage", async ({ args, want }) => {
    const host = testHost({ env: { DOCKET_KEY: "k" } });
    const outcome = run(args, host, exampleLoad);
    await expect(outcome).rejects.toThrow(UsageError);
    await expect(outcome).rejects.toThrow(want);
  });

  it.each([
    { args: [endpoint, "promt=x"], want: /^docket run: .*did you mean "prompt"/ },
    { args: [endpoint, "prompt=x", "num_images=many"], want: /takes an integer/ },
    { args: [endpoint, "num_images=2"], want: /^docket run: "prompt" is required: prompt=…\n$/ },
    { args: ["fal-ai/flux-1", "prompt=x"], want: /no endpoint "fal-ai\/flux-1"; did you mean/ },
    { args: [endpoint, "--gateway", "gamma"], want: /not offered by "gamma"/ },
  ])("$args is refused before anything is sent (exit 2)", async ({ args, want }) => {
    const host = testHost({ env: { DOCKET_KEY: "k" } });
    expect(await run([...args, "--json"], host, exampleLoad)).toBe(2);
    expect(host.stderr()).toMatch(want);
    expect(JSON.parse(host.stdout())).toMatchObject({ error: { name: "UsageError" } });
  });

  it("may be a picture from a file", async () => {
    const { emulator, host, run } = await setUp("fal");
    writeFileSync(join(host.cwd, "cat.png"), "PNG");
    expect(await run("fal-ai/upscaler", "image_url=@cat.png", "output_format=png")).toBe(0);
    expect(emulator.requests[0]?.body).toBe('{"image_url":"data:image/png;base64,UE5H","output_format":"png"}');
    expect(host.stderr()).toContain('note: "output_format" is no documented field');
  });

  it("stops when the documents hold an error (exit 2)", async () => {
    expect(await run([endpoint], testHost(), async () => undefined)).toBe(2);
  });

  it("is explained by --help with an example", () => {
    expect(help).toContain('docket run fal-ai/flux-1/dev prompt="a lighthouse at dawn"');
  });
});
