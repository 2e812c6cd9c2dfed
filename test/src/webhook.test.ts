import { webcrypto } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createWebhookVerifier, type VerifyWebhook, type WebhookOptions } from "../../src/webhook.ts";

const { subtle } = webcrypto;
const NOW = 1_790_000_000_000;
const BODY = JSON.stringify({
  request_id: "r-1",
  status: "OK",
  payload: { seed: 7, images: [{ url: "https://cdn.example/1.png" }] },
});

type Pair = Awaited<ReturnType<typeof newPair>>;
const newPair = async () => {
  const pair = await subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("no pair");
  const { x } = await subtle.exportKey("jwk", pair.publicKey);
  return { ...pair, jwk: { kty: "OKP", crv: "Ed25519", x: `${x}=` } };
};

interface Parts {
  readonly body?: string;
  readonly signed?: string;
  readonly headers?: { readonly [name: string]: string | undefined };
  readonly seconds?: number;
}

const hex = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString("hex");

async function webhook(
  { privateKey }: Pair,
  { body = BODY, signed = body, headers = {}, seconds = NOW / 1000 }: Parts = {},
): Promise<Request> {
  const digest = hex(await subtle.digest("SHA-256", Buffer.from(signed)));
  const message = Buffer.from(["r-1", "user-1", String(seconds), digest].join("\n"));
  const signature = hex(await subtle.sign("Ed25519", privateKey, message));
  const all = { "request-id": "r-1", "user-id": "user-1", timestamp: String(seconds), signature, ...headers };
  const given = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [[`x-fal-webhook-${name}`, value]],
  );
  return new Request("https://me.example/hook", { method: "POST", body, headers: Object.fromEntries(given) });
}

interface KeyServer {
  readonly verify: VerifyWebhook;
  readonly asked: string[];
}

function verifier(sets: readonly (object | string | number)[], options: WebhookOptions = {}): KeyServer {
  const asked: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    asked.push(request.url);
    const set = sets[Math.min(asked.length, sets.length) - 1];
    if (typeof set === "number")
      return new Response(null, { status: set, headers: { location: "https://evil.example" } });
    return typeof set === "string" ? new Response(set) : Response.json(set);
  };
  return { verify: createWebhookVerifier({ now: () => NOW, fetch, ...options }), asked };
}

const pair = await newPair();
const other = await newPair();
const keySet = { keys: [{ kty: "RSA", n: "x" }, other.jwk, pair.jwk] };

test("a genuine webhook is read; every key is tried and the set is kept", async () => {
  const { verify, asked } = verifier([keySet]);
  await expect(verify(await webhook(pair))).resolves.toEqual({
    requestId: "r-1",
    userId: "user-1",
    status: "OK",
    payload: { seed: 7, images: [{ url: "https://cdn.example/1.png" }] },
  });
  await verify(await webhook(other, { seconds: NOW / 1000 + 1 }));
  expect(asked).toEqual(["https://rest.fal.ai/.well-known/jwks.json"]);
});

test("an error is an event too, and long integers survive", async () => {
  const { verify } = verifier([keySet]);
  const body = '{"status":"ERROR","error":"Invalid status code: 422","payload":{"seed":15218022503948752270}}';
  await expect(verify(await webhook(pair, { body }))).resolves.toMatchObject({
    status: "ERROR",
    error: "Invalid status code: 422",
    payload: { seed: 15218022503948752270n },
  });
});

describe("refused with 401", () => {
  const reserialised = JSON.stringify(JSON.parse(BODY), null, 1);
  test.each<[string, Parts, WebhookOptions?]>([
    ["another body than was signed", { body: reserialised, signed: BODY }],
    ["no signature", { headers: { signature: undefined } }],
    ["a signature that is no hex", { headers: { signature: "zz".repeat(64) } }],
    ["a signature of another length", { headers: { signature: "ab".repeat(32) } }],
    ["two signatures", { headers: { signature: `${"ab".repeat(64)}, ${"cd".repeat(64)}` } }],
    ["no user", { headers: { "user-id": undefined } }],
    ["a time that is no number", { headers: { timestamp: "1e9" } }],
    ["a time of last week", { seconds: NOW / 1000 - 600_000 }],
    ["a time just outside of the window", { seconds: NOW / 1000 - 301 }],
    ["a time from the future", { seconds: NOW / 1000 + 301 }],
    ["another account", {}, { userId: "user-2" }],
    ["a request id with a line break trick", { headers: { "request-id": "r-1/../x" } }],
    ["a body that is no JSON", { body: "hello" }],
    ["a body without status", { body: "{}" }],
    ["a body that is too long", {}, { maxBodyBytes: 20 }],
  ])("%s", async (_name, parts, options) => {
    await expect(verifier([keySet], options).verify(await webhook(pair, parts))).rejects.toMatchObject({
      name: "WebhookError",
      status: 401,
    });
  });

  test("a stranger's key", async () => {
    await expect(verifier([{ keys: [other.jwk] }]).verify(await webhook(pair))).rejects.toMatchObject({ status: 401 });
  });

  test("the same webhook again, but not a new one", async () => {
    const { verify } = verifier([keySet]);
    await verify(await webhook(pair));
    await expect(verify(await webhook(pair))).rejects.toMatchObject({
      status: 401,
      message: expect.stringContaining("before"),
    });
    await expect(verify(await webhook(pair, { seconds: NOW / 1000 + 5 }))).resolves.toBeDefined();
  });
});

test.each([
  ["down", 503],
  ["a redirect", 302],
  ["a page", "<html>"],
  ["endless", `{"keys":[${" ".repeat(70_000)}]}`],
  ["of RSA keys only", { keys: [{ kty: "RSA" }] }],
])("while the key set is %s, the sender may try again", async (_name, set) => {
  const { verify } = verifier([set, keySet]);
  await expect(verify(await webhook(pair))).rejects.toMatchObject({ name: "WebhookError", status: 503 });
  await expect(verify(await webhook(pair))).resolves.toBeDefined();
});

test("a rotated key is found by fetching the set again, at most once a minute", async () => {
  let now = NOW;
  const { verify, asked } = verifier([{ keys: [other.jwk] }, keySet], { now: () => now });
  await verify(await webhook(other));
  await expect(verify(await webhook(pair))).rejects.toMatchObject({ status: 401 });
  expect(asked).toHaveLength(1);
  now += 61_000;
  await expect(verify(await webhook(pair, { seconds: NOW / 1000 + 60 }))).resolves.toBeDefined();
  expect(asked).toHaveLength(2);
});

test("keys come over https only", () => {
  expect(() => createWebhookVerifier({ keySetUrl: "http://rest.fal.ai/keys" })).toThrow(TypeError);
});
