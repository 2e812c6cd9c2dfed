import type { Fetch } from "./client-options.ts";
import type { KeyHolder } from "./credentials.ts";
import { ProtocolError } from "./errors.ts";

/** What guards a request. */
export interface Guard {
  readonly baseUrl: string;
  readonly keys: KeyHolder;
  readonly fetch: Fetch;
}

/**
 * Sends a request with the key, to the gateway's origin only and no further: the key is put in here, after the origin
 * is known, and redirects are refused. Throws `ProtocolError`, or what `fetch` rejects with.
 */
export async function sendGuarded(guard: Guard, request: Request, onSend?: () => void): Promise<Response> {
  if (new URL(request.url).origin !== new URL(guard.baseUrl).origin) {
    throw new ProtocolError(`Refused to send the key to ${bareUrl(request.url)}: it is not the gateway.`);
  }
  const header = await guard.keys.header();
  if (header) request.headers.set("authorization", header);
  onSend?.();
  const response = await guard.fetch(request);
  // A browser hides a redirect behind the status 0.
  if (response.type !== "opaqueredirect" && (response.status < 300 || response.status > 399)) return response;
  await response.body?.cancel();
  const target = response.headers.get("location");
  throw new ProtocolError(
    `${request.method} ${bareUrl(request.url)} answered with a redirect${target ? ` to ${originOf(target, request.url)}` : ""}, which is never followed with a key. Is the base URL right?`,
    { method: request.method, url: bareUrl(request.url), status: response.status },
  );
}

/** Origin and path of a URL: what may stand in a message. */
export function bareUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function originOf(target: string, base: string): string {
  return URL.canParse(target, base) ? new URL(target, base).origin : "an invalid address";
}
