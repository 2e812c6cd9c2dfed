import type { Fetch } from "./client-options.ts";
import { DocketError } from "./errors.ts";
import { parseJson } from "./parse-json.ts";
import { readBytes } from "./read-bytes.ts";
import { fieldsOf } from "./read-problem.ts";
import { createKeySet } from "./webhook-key-set.ts";

/** A webhook that must not be believed (`status` 401), or cannot be checked now (503): answer with that status. */
export class WebhookError extends DocketError {
  override readonly name = "WebhookError";
}

/** What a webhook reports. */
export interface WebhookEvent<Output = unknown> {
  readonly requestId: string;
  readonly status: "OK" | "ERROR";
  /** The output of the model; with `ERROR`, the body of its error. */
  readonly payload: Output;
  readonly error?: string;
  readonly userId: string;
}

/** Options of {@link createWebhookVerifier}. */
export interface WebhookOptions {
  /** Where the public keys are. @default "https://rest.fal.ai/.well-known/jwks.json" */
  readonly keySetUrl?: string;
  /** Seconds by which the sender's clock may differ. @default 300 */
  readonly tolerance?: number;
  /** The account whose webhooks are expected. @default any */
  readonly userId?: string;
  /** Told the mark of each genuine webhook; `true` refuses it as seen before. @default a memory of this process, for the time window */
  readonly isReplay?: (mark: string) => boolean | Promise<boolean>;
  /** Bytes of a body. @default 67108864 */
  readonly maxBodyBytes?: number;
  readonly fetch?: Fetch;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** Checks a webhook and reads it. Throws `WebhookError`. */
export type VerifyWebhook = <Output = unknown>(request: Request) => Promise<WebhookEvent<Output>>;

type Settings = Required<Omit<WebhookOptions, "userId">> & Pick<WebhookOptions, "userId">;

/**
 * A verifier of fal's webhooks. The signature covers the bytes as they came: hand the request over unread.
 * @see https://fal.ai/docs/model-apis/model-endpoints/webhooks
 */
export function createWebhookVerifier(options: WebhookOptions = {}): VerifyWebhook {
  const now = options.now ?? Date.now;
  const tolerance = options.tolerance ?? 300;
  const settings: Settings = {
    keySetUrl: "https://rest.fal.ai/.well-known/jwks.json",
    isReplay: createMemory(now, tolerance * 2000),
    maxBodyBytes: 2 ** 26,
    fetch: (request) => globalThis.fetch(request),
    ...options,
    now,
    tolerance,
  };
  const verifyKeys = createKeySet(settings);
  return async <Output>(request: Request) => {
    const { requestId, userId, timestamp, signature } = readHeaders(request.headers, settings);
    const body = await readBytes(request.body, settings.maxBodyBytes);
    if (!body) throw refusal("The body is too long.");
    const hash = hex(await crypto.subtle.digest("SHA-256", body));
    const message = new TextEncoder().encode([requestId, userId, timestamp, hash].join("\n"));
    const genuine = await verifyKeys(signature, message).catch((cause: unknown) => {
      throw new WebhookError("The key set cannot be read now: let the sender try again.", { status: 503, cause });
    });
    if (!genuine) throw refusal("No key of the key set made this signature.");
    if (await settings.isReplay(`${requestId} ${timestamp}`)) throw refusal("It came before.");
    return readEvent<Output>(body, requestId, userId);
  };
}

interface SignedHeaders {
  readonly requestId: string;
  readonly userId: string;
  readonly timestamp: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** The four headers; a header sent twice arrives with a comma and fits no pattern. */
function readHeaders(headers: Headers, { now, tolerance, userId: expected }: Settings): SignedHeaders {
  const read = (name: string, pattern: RegExp): string => {
    const value = headers.get(`x-fal-webhook-${name}`) ?? "";
    if (!pattern.test(value)) throw refusal(`The header x-fal-webhook-${name} is missing or malformed.`);
    return value;
  };
  const requestId = read("request-id", /^[\w-]{1,128}$/);
  const userId = read("user-id", /^[^\s,]{1,256}$/);
  const timestamp = read("timestamp", /^\d{1,12}$/);
  const signature = read("signature", /^[0-9a-f]{128}$/);
  if (Math.abs(now() / 1000 - Number(timestamp)) > tolerance) throw refusal("It is too old, or from the future.");
  if (expected !== undefined && expected !== userId) throw refusal("It is for another account.");
  return {
    requestId,
    userId,
    timestamp,
    signature: Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  };
}

function readEvent<Output>(body: Uint8Array, requestId: string, userId: string): WebhookEvent<Output> {
  let fields: ReturnType<typeof fieldsOf>;
  try {
    fields = fieldsOf(parseJson(new TextDecoder().decode(body)));
  } catch {
    throw refusal("The body is no JSON.");
  }
  const { status, payload, error, payload_error } = fields;
  if (status !== "OK" && status !== "ERROR") throw refusal(`The status is ${JSON.stringify(status)}.`);
  const text = error ?? payload_error;
  // The signature vouches for the payload; its type is the caller's word, as with every answer.
  return {
    requestId,
    userId,
    status,
    payload: payload as Output,
    ...(typeof text === "string" ? { error: text } : {}),
  };
}

function refusal(why: string): WebhookError {
  return new WebhookError(`This webhook must not be believed. ${why}`, { status: 401 });
}

/** Remembers marks for as long as a replay of them would still be in time. */
function createMemory(now: () => number, keepFor: number): (mark: string) => boolean {
  const seen = new Map<string, number>();
  return (mark) => {
    for (const [old, time] of seen) {
      if (now() - time < keepFor) break;
      seen.delete(old);
    }
    const known = seen.has(mark);
    if (!known) seen.set(mark, now());
    return known;
  };
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
