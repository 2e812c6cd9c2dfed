import type { Fetch } from "./client-options.ts";
import { readBytes } from "./read-bytes.ts";
import { fieldsOf } from "./read-problem.ts";

/** Whether any key of the set made the signature. Rejects while the set cannot be read. */
export type VerifyKeys = (signature: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>) => Promise<boolean>;

type Key = Awaited<ReturnType<typeof importKey>>;

interface KeySetOptions {
  readonly keySetUrl: string;
  readonly fetch: Fetch;
  readonly now: () => number;
}

const DAY = 86_400_000;
/** Milliseconds between two fetches that a signature nobody made may cause. */
const REFETCH = 60_000;
/** A key takes about a hundred bytes, and a set holds a few. */
const MAX_BYTES = 65_536;

/** Keys that are fetched when first needed, kept for a day, and fetched again when none of them fits: keys rotate. */
export function createKeySet(options: KeySetOptions): VerifyKeys {
  if (!/^https:/.test(options.keySetUrl)) throw new TypeError("`keySetUrl` must be an https URL.");
  let fetched = Number.NEGATIVE_INFINITY;
  let keys: Promise<readonly Key[]> | undefined;
  const load = (maxAge: number): Promise<readonly Key[]> => {
    if (keys && options.now() - fetched < maxAge) return keys;
    fetched = options.now();
    keys = fetchKeys(options);
    keys.catch(() => {
      keys = undefined;
    });
    return keys;
  };
  return async (signature, message) => {
    const fits = async (maxAge: number): Promise<boolean> => {
      const all = (await load(maxAge)).map((key) => crypto.subtle.verify("Ed25519", key, signature, message));
      return (await Promise.all(all)).includes(true);
    };
    return (await fits(DAY)) || fits(REFETCH);
  };
}

async function fetchKeys({ keySetUrl, fetch }: KeySetOptions): Promise<readonly Key[]> {
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(
    new Request(keySetUrl, { redirect: "manual", signal, headers: { accept: "application/json" } }),
  );
  const bytes = await readBytes(response.body, MAX_BYTES);
  if (response.status !== 200 || !bytes) throw new Error(`The key set answered ${response.status}.`);
  const { keys } = fieldsOf(JSON.parse(new TextDecoder().decode(bytes)));
  const usable = (Array.isArray(keys) ? keys : [])
    .map(fieldsOf)
    .filter(({ kty, crv, x }) => kty === "OKP" && crv === "Ed25519" && typeof x === "string");
  if (!usable.length) throw new Error("The key set holds no Ed25519 key.");
  return Promise.all(usable.map(({ x }) => importKey(String(x))));
}

/** The live set pads its base64url, which the standard forbids. */
function importKey(x: string): ReturnType<typeof crypto.subtle.importKey> {
  const jwk = { kty: "OKP", crv: "Ed25519", x: x.replace(/=+$/, "") };
  return crypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["verify"]);
}
