import type { SharedOptions } from "@docket/runtime";
import { afterEach, describe, expect, it } from "vitest";
import { createEmulator, type Emulator } from "../../generator/emulator/emulator.ts";
import type { EmulatorOptions } from "../../generator/emulator/emulator-options.ts";
import { createTrap, type Trap } from "../../generator/emulator/trap.ts";
import { exampleClient } from "./example-client.ts";
import { exampleDocument } from "./example-document.ts";

const gateways = ["alpha", "fal"] as const;
const canary = "canary-0123456789";
const input = { prompt: "a lighthouse" };
const endpoint = "fal-ai/flux-1/dev";

const open: (Emulator | Trap)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

interface Setup {
  readonly emulator: Emulator;
  readonly trap: Trap;
  readonly address: string;
  readonly client: ReturnType<typeof exampleClient>;
}

/** A client that talks HTTP to an emulator, whose forged links and redirects all lead to a trap. */
async function setUp(
  gateway: (typeof gateways)[number],
  more: Partial<EmulatorOptions> = {},
  options: SharedOptions = {},
): Promise<Setup> {
  const trap = createTrap();
  const foreignOrigin = await trap.listen();
  const settings = { timing: { ahead: 1, queued: 40, running: 40 }, linkOrigin: foreignOrigin, foreignOrigin, ...more };
  const emulator = createEmulator({ document: exampleDocument, gateway, ...settings });
  open.push(trap, emulator);
  const address = await emulator.listen();
  const client = exampleClient(gateway, { baseUrl: address, credentials: canary, onWarning: () => {}, ...options });
  return { emulator, trap, address, client };
}

describe.each(gateways)("the client at an emulated gateway (%s)", (gateway) => {
  it("gets a picture, and its key is seen at the gateway only", async () => {
    const { client, emulator, trap, address } = await setUp(gateway);
    const { data, requestId } = await client.subscribe(endpoint, { input, pollInterval: 20 });
    expect(data.images[0]?.url).toBe(`${address}/files/${requestId}/0.jpg`);
    expect((await fetch(data.images[0]?.url ?? "")).headers.get("content-type")).toBe("image/jpeg");
    expect(emulator.credentialOrigins(canary)).toEqual([address]);
    expect(emulator.requests.filter(({ step }) => step === "file").map(({ headers }) => headers.authorization)).toEqual(
      [undefined],
    );
    expect(trap.requests).toEqual([]);
    expect(emulator.jobCount()).toBe(1);
  });

  it("gets a seed beyond 2^53 as a bigint", async () => {
    const { client } = await setUp(gateway);
    const seed = 15218022503948752270n;
    const { data } = await client.subscribe(endpoint, { input: { ...input, seed }, pollInterval: 20 });
    expect(data.seed).toBe(seed);
  });

  it.each([
    ...[
      "foreign",
      "userinfo",
      "backslash",
      "dot",
      "port",
      "http",
      "ip",
      "relative",
      "other-job",
      "traversal",
      "script",
      "number",
    ].map((form) => `links=${form}`),
    ...["dots", "slash", "traversal", "space", "number", "empty", "null", "missing"].map(
      (form) => `request-id=${form}`,
    ),
    "redirect=302",
    "redirect=307",
    "status/redirect=308:*",
    "result/redirect=303:*",
  ])("never takes its key elsewhere: %s", async (fault) => {
    const { client, emulator, trap, address } = await setUp(gateway, { faults: [fault] });
    await client.subscribe(endpoint, { input, pollInterval: 20, timeout: 2000 }).catch(() => undefined);
    expect(trap.requests).toEqual([]);
    expect(emulator.credentialOrigins(canary)).toEqual([address]);
    expect(emulator.jobCount()).toBeLessThanOrEqual(1);
  });

  it.each(["reset", "http=500", "bad-gateway", "gateway-timeout", "html", "empty", "truncated", "cut"])(
    "submits once, whatever becomes of the answer: %s",
    async (fault) => {
      const { client, emulator } = await setUp(gateway, { faults: [`submit/${fault}`] });
      const error = await client.subscribe(endpoint, { input, pollInterval: 20 }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).not.toContain(canary);
      expect(emulator.requests.filter(({ step }) => step === "submit")).toHaveLength(1);
      expect(emulator.jobCount()).toBe(1);
    },
  );

  it("does not repeat a key that the gateway throws back at it", async () => {
    const { client } = await setUp(gateway, { faults: ["echo-key:*"] });
    const error = await client.subscribe(endpoint, { input }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(error) + String(error)).not.toContain(canary);
  });
});
