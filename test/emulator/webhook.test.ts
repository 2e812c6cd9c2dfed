import { createHash, createPublicKey, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isLoopback } from "../../generator/emulator/deliver-webhook.ts";
import { createEmulator } from "../../generator/emulator/emulator.ts";
import { createTrap } from "../../generator/emulator/trap.ts";
import { objectMember, stringMember } from "../../generator/json.ts";
import { exampleDocument } from "./example-document.ts";
import { createClock } from "./manual-clock.ts";
import { readJson } from "./read-json.ts";

const home = "https://gateway.test";

async function deliver(
  target: string,
  ...faults: string[]
): Promise<{ requests: Request[]; keySet: () => Promise<Response> }> {
  const requests: Request[] = [];
  const clock = createClock(Date.UTC(2026, 0, 1));
  const emulator = createEmulator({
    document: exampleDocument,
    gateway: "fal",
    faults,
    now: clock.now,
    sleep: clock.sleep,
    timing: { ahead: 0, queued: 100, running: 100 },
    deliver: async (request) => {
      requests.push(request);
      return new Response();
    },
  });
  const url = `${home}/fal-ai/flux-1/dev?fal_webhook=${encodeURIComponent(target)}`;
  await emulator.fetch(url, { method: "POST", headers: { authorization: "Key k" }, body: '{"prompt":"x"}' });
  await clock.advance(100);
  await clock.advance(100);
  return { requests, keySet: () => emulator.fetch(`${home}/.well-known/jwks.json`) };
}

describe("a webhook", () => {
  it("brings the output when the job has ended, signed by a key of the key set", async () => {
    const { requests, keySet } = await deliver("http://127.0.0.1:9/hook");
    const [request] = requests;
    const body = (await request?.text()) ?? "";
    expect(JSON.parse(body)).toMatchObject({ status: "OK", payload: { prompt: "x", images: [{ width: 1024 }] } });
    const header = (name: string): string => request?.headers.get(`x-fal-webhook-${name}`) ?? "";
    const digest = createHash("sha256").update(body).digest("hex");
    const message = [header("request-id"), header("user-id"), header("timestamp"), digest].join("\n");
    const { keys } = await readJson(await keySet());
    const [jwk] = Array.isArray(keys) ? keys : [];
    const key = createPublicKey({
      key: { kty: "OKP", crv: "Ed25519", x: stringMember(jwk, "x") ?? "" },
      format: "jwk",
    });
    expect(verify(null, Buffer.from(message), key, Buffer.from(header("signature"), "hex"))).toBe(true);
    expect(header("timestamp")).toBe(String(Date.UTC(2026, 0, 1) / 1000));
  });

  it("tells a failure", async () => {
    const { requests } = await deliver("http://localhost:9/hook", "model-error");
    const body: unknown = JSON.parse((await requests[0]?.text()) ?? "");
    expect(body).toMatchObject({ status: "ERROR", error: "Invalid status code: 422" });
    expect(objectMember(JSON.parse(JSON.stringify(body)), "payload")).toHaveProperty("detail");
  });

  it("goes nowhere but to this machine", async () => {
    expect((await deliver("https://attacker.example/hook")).requests).toEqual([]);
  });

  it("really arrives over HTTP", async () => {
    const trap = createTrap();
    const emulator = createEmulator({ document: exampleDocument, gateway: "fal", speed: Number.POSITIVE_INFINITY });
    const [address, receiver] = await Promise.all([emulator.listen(), trap.listen()]);
    const target = encodeURIComponent(`${receiver}/hook`);
    const headers = { authorization: "Key k" };
    await fetch(`${address}/fal-ai/flux-1/dev?fal_webhook=${target}`, {
      method: "POST",
      headers,
      body: '{"prompt":"x"}',
    });
    await expect.poll(() => trap.requests.map(({ path }) => path)).toEqual(["/hook"]);
    await Promise.all([emulator.close(), trap.close()]);
  });
});

describe("isLoopback", () => {
  it.each([
    { url: "http://127.0.0.1:80/x", want: true },
    { url: "http://localhost/x", want: true },
    { url: "http://[::1]:5/x", want: true },
    { url: "http://127.0.0.1.evil.example/x", want: false },
    { url: "http://localhost@evil.example/", want: false },
    { url: "http://evil.example\\@localhost/", want: false },
    { url: "file:///etc/passwd", want: false },
    { url: "nonsense", want: false },
  ])("of $url is $want", ({ url, want }) => {
    expect(isLoopback(url)).toBe(want);
  });
});
