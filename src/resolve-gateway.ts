import type { Credentials, Fetch } from "./client-options.ts";
import { KeyHolder } from "./credentials.ts";
import { InputError } from "./errors.ts";
import type { Guard } from "./send-guarded.ts";
import type { GatewayEntry } from "./tables.ts";

/** How to reach a gateway, after the compiler has checked it. */
export interface PlainGatewayOptions {
  readonly gateway: string;
  readonly credentials?: Credentials | undefined;
  readonly baseUrl?: string;
}

/** A gateway with everything decided. */
export interface ResolvedGateway extends Guard {
  readonly id: string;
  readonly entry: GatewayEntry;
}

/** Decides where a gateway is and which key it gets. Throws `InputError` or `AuthenticationError`. */
export function resolveGateway(
  gateways: { readonly [id: string]: GatewayEntry },
  options: PlainGatewayOptions,
  fetch: Fetch | undefined,
): ResolvedGateway {
  const { gateway: id, credentials } = options;
  const entry = Object.hasOwn(gateways, id) ? gateways[id] : undefined;
  if (!entry) throw new InputError(`There is no gateway "${id}". Known: ${Object.keys(gateways).join(", ")}.`);
  const keys = new KeyHolder("credentials" in options ? (credentials ?? "") : undefined, entry.auth);
  // Looked up at each call, so that a fetch patched later is the one that is used.
  return {
    id,
    entry,
    keys,
    baseUrl: checkBaseUrl(options.baseUrl ?? entry.server, id),
    fetch: fetch ?? ((r) => globalThis.fetch(r)),
  };
}

function checkBaseUrl(baseUrl: string | undefined, id: string): string {
  if (!baseUrl) throw new InputError(`Gateway "${id}" names no server in its documents: pass \`baseUrl\`.`);
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const local = url && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  const safe = url && (url.protocol === "https:" || (local && url.protocol === "http:"));
  if (!safe || url.username || url.password || url.search || url.hash) {
    throw new InputError(
      "`baseUrl` must be an https URL (http only on this machine) without user, query and fragment.",
    );
  }
  return url.href.replace(/\/+$/, "");
}
