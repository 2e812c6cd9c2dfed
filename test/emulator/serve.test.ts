import { request as httpRequest } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createEmulator, type Emulator } from "../../generator/emulator/emulator.ts";
import { createTrap, type Trap } from "../../generator/emulator/trap.ts";
import { exampleDocument } from "./example-document.ts";
import { readJson } from "./read-json.ts";

const open: (Emulator | Trap)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(options: { bodyLimit?: number } = {}): Promise<{ emulator: Emulator; address: string }> {
  const emulator = createEmulator({
    document: exampleDocument,
    gateway: "fal",
    speed: Number.POSITIVE_INFINITY,
    ...options,
  });
  open.push(emulator);
  return { emulator, address: await emulator.listen() };
}

const headers = { authorization: "Key canary" };

describe("the server", () => {
  it("serves a job from submit to picture on loopback", async () => {
    const { emulator, address } = await start();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(emulator.address()).toBe(address);
    const body = JSON.stringify({ prompt: "x", image_size: { width: 8, height: 8 } });
    const { request_id } = await readJson(
      await fetch(`${address}/fal-ai/flux-1/dev`, { method: "POST", headers, body }),
    );
    const result = await fetch(`${address}/fal-ai/flux-1/requests/${request_id}`, { headers });
    expect((await readJson(result)).images).toMatchObject([{ url: `${address}/files/${request_id}/0.jpg` }]);
    const file = await fetch(`${address}/files/${request_id}/0.jpg`);
    expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    expect(emulator.credentialOrigins("canary")).toEqual([address]);
  });

  it("refuses another Host, as a rebound DNS name would bring", async () => {
    const { address, emulator } = await start();
    const status = await new Promise((resolve) => {
      httpRequest(address, { headers: { host: "evil.example" } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(403);
    expect(emulator.requests).toEqual([]);
  });

  it("refuses a body beyond its limit", async () => {
    const { address } = await start({ bodyLimit: 10 });
    const answer = await fetch(`${address}/fal-ai/flux-1/dev`, { method: "POST", headers, body: "x".repeat(11) });
    expect(answer.status).toBe(413);
  });

  it.each([
    { origin: "http://localhost:5173", want: "http://localhost:5173" },
    { origin: "https://evil.example", want: null },
  ])("lets pages of $origin in: $want", async ({ origin, want }) => {
    const { address } = await start();
    const answer = await fetch(address, { method: "OPTIONS", headers: { origin } });
    expect(answer.headers.get("access-control-allow-origin")).toBe(want);
  });

  it("says when its port is taken", async () => {
    const { address } = await start();
    const { emulator } = await start();
    await expect(emulator.listen({ port: Number(new URL(address).port) })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });

  it("ends open streams when it is closed", async () => {
    const emulator = createEmulator({
      document: exampleDocument,
      gateway: "fal",
      timing: { queued: Number.POSITIVE_INFINITY },
    });
    const address = await emulator.listen();
    const body = JSON.stringify({ prompt: "x" });
    const { request_id } = await readJson(
      await fetch(`${address}/fal-ai/flux-1/dev`, { method: "POST", headers, body }),
    );
    const stream = await fetch(`${address}/fal-ai/flux-1/requests/${request_id}/status/stream`, { headers });
    const text = stream.text().catch((error: Error) => error.message);
    await emulator.close();
    expect(await text).toBe("terminated");
  });
});

describe("a trap", () => {
  it("answers everything and remembers what it saw", async () => {
    const trap = createTrap();
    open.push(trap);
    const address = await trap.listen();
    await fetch(`${address}/any/path`, { headers });
    expect(trap.sawCredential("canary")).toBe(true);
    expect(trap.requests).toMatchObject([
      { method: "GET", path: "/any/path", status: 200, headers: { authorization: "Key ***" } },
    ]);
    expect(await readJson(await trap.fetch("https://trap.test/other"))).toMatchObject({ status: "COMPLETED" });
    expect(trap.requests.map(({ path }) => path)).toEqual(["/any/path", "/other"]);
  });
});
