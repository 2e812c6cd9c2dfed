import type { Fetch, GatewayOptions } from "./client-options.ts";
import { createHttpClient, type FetchClient } from "./http.ts";
import { type PlainGatewayOptions, resolveGateway } from "./resolve-gateway.ts";
import { sendGuarded } from "./send-guarded.ts";
import type { ClientTables } from "./tables.ts";

/** Options of `createApi`. */
export type ApiOptions<Gateways extends object, G extends keyof Gateways> = GatewayOptions<Gateways, G> & {
  /** @default globalThis.fetch */
  readonly fetch?: Fetch;
};

/** `createApi` of a generated package: an openapi-fetch client for every documented operation. */
export type CreateApi<Paths extends object, Gateways extends object> = <G extends keyof Gateways & string>(
  options: ApiOptions<Gateways, G>,
) => FetchClient<Paths>;

/** Binds the gateways of a generated package to an openapi-fetch client typed by its paths. */
export function defineApi<Paths extends object, Gateways extends object>(
  tables: Pick<ClientTables, "gateways">,
): CreateApi<Paths, Gateways> {
  return (options: PlainGatewayOptions & { readonly fetch?: Fetch }): FetchClient<Paths> => {
    const gateway = resolveGateway(tables.gateways, options, options.fetch);
    return createHttpClient<Paths>(gateway.baseUrl, (request) => sendGuarded(gateway, request));
  };
}
