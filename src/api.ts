import type { Fetch, GatewayOptions } from "./client-options.ts";
import { exactAnswers } from "./exact-answers.ts";
import { createHttpClient, type FetchClient } from "./http.ts";
import { type PlainGatewayOptions, resolveGateway } from "./resolve-gateway.ts";
import { sendGuarded } from "./send-guarded.ts";
import type { ClientTables } from "./tables.ts";

/** Options of every gateway's `createApi`. */
export interface SharedApiOptions {
  /** @default globalThis.fetch */
  readonly fetch?: Fetch;
  /** Bytes of an answer, decoded, before it is given up; streams are not counted. @default 67108864 */
  readonly maxBodyBytes?: number;
}

/** Options of `createApi`. */
export type ApiOptions<Gateways extends object, G extends keyof Gateways> = GatewayOptions<Gateways, G> &
  SharedApiOptions;

/** `createApi` of a generated package: an openapi-fetch client for every documented operation. */
export type CreateApi<Paths extends object, Gateways extends object> = <G extends keyof Gateways & string>(
  options: ApiOptions<Gateways, G>,
) => FetchClient<Paths>;

/**
 * Binds the gateways of a generated package to an openapi-fetch client typed by its paths: the key goes to the gateway
 * only, redirects are refused, integers are exact both ways, and a path parameter cannot name another path.
 */
export function defineApi<Paths extends object, Gateways extends object>(
  tables: Pick<ClientTables, "gateways">,
): CreateApi<Paths, Gateways> {
  return (options: PlainGatewayOptions & SharedApiOptions): FetchClient<Paths> => {
    const gateway = resolveGateway(tables.gateways, options, options.fetch);
    const client = createHttpClient<Paths>(gateway.baseUrl, (request) => sendGuarded(gateway, request));
    client.use(exactAnswers(options.maxBodyBytes ?? 2 ** 26));
    return client;
  };
}
