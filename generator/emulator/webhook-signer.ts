import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { WireObject } from "./wire-value.ts";

/** Signs webhooks as fal does, with a test key that lives as long as the emulator. */
export interface WebhookSigner {
  /** The `X-Fal-Webhook-…` headers for a body: https://fal.ai/docs/documentation/model-apis/inference/webhooks */
  readonly headers: (requestId: string, body: string, now: number) => { readonly [name: string]: string };
  /** The key set (JWKS) that verifies them. */
  readonly keySet: () => WireObject;
}

/** A signer whose key is made when it is first needed. */
export function createWebhookSigner(): WebhookSigner {
  let pair: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined;
  const keys = (): NonNullable<typeof pair> => {
    pair ??= generateKeyPairSync("ed25519");
    return pair;
  };
  return {
    headers: (requestId, body, now) => signHeaders(keys().privateKey, requestId, body, now),
    keySet: () => ({
      keys: [{ kty: "OKP", crv: "Ed25519", use: "sig", kid: "docket-emulator", x: publicPart(keys().publicKey) }],
    }),
  };
}

function signHeaders(
  key: KeyObject,
  requestId: string,
  body: string,
  now: number,
): { readonly [name: string]: string } {
  const timestamp = String(Math.floor(now / 1000));
  const digest = createHash("sha256").update(body).digest("hex");
  const message = [requestId, userId, timestamp, digest].join("\n");
  return {
    "x-fal-webhook-request-id": requestId,
    "x-fal-webhook-user-id": userId,
    "x-fal-webhook-timestamp": timestamp,
    "x-fal-webhook-signature": sign(null, Buffer.from(message), key).toString("hex"),
  };
}

const userId = "docket-emulator";

function publicPart(key: KeyObject): string {
  return key.export({ format: "jwk" }).x ?? "";
}
