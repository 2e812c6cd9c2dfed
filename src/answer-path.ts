import { ProtocolError } from "./errors.ts";

const SHAPE = /^((?:\/[\w.-]+)+)\/requests\/([\w-]{1,128})(?:\/(?:status|response))?$/;

/**
 * Path below the gateway for an address that an answer names; `undefined` when it names none. At the gateway's own origin
 * the address is used as it is; of any other only the path counts, if it has the protocol's shape and our request id.
 * Throws `ProtocolError` for the rest: following it would hand the key to a stranger.
 */
export function answerPath(address: unknown, baseUrl: string, requestId: string): string | undefined {
  if (typeof address !== "string" || !address) return undefined;
  const base = new URL(baseUrl);
  const url = URL.canParse(address, baseUrl) ? new URL(address, base) : undefined;
  if (url && !url.username && !url.password && /^https?:$/.test(url.protocol)) {
    const below = base.pathname.replace(/\/$/, "");
    if (url.origin === base.origin && url.pathname.startsWith(`${below}/`))
      return url.pathname.slice(below.length) + url.search;
    if (SHAPE.exec(url.pathname)?.[2] === requestId) return url.pathname;
  }
  throw new ProtocolError(
    `The gateway points to ${url?.origin ?? "an invalid address"}, which is not ${base.origin}, for this job. The key was not sent there.`,
  );
}
