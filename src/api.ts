import type { ApiClient } from "./api-client.ts";
import type { Fetch, GatewayOptions } from "./client-options.ts";
import { exactAnswers } from "./exact-answers.ts";
import { createHttpClient, type HttpClient } from "./http.ts";
import { type PlainGatewayOptions, resolveGateway } from "./resolve-gateway.ts";
import { sendGuarded } from "./send-guarded.ts";
import type { ClientTables, RequestTable } from "./tables.ts";

export type { ApiAnswer, ApiCallOptions, ApiClient, ParseAs } from "./api-client.ts";

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

/** `createApi` of a generated package: a client for every documented operation, of openapi-fetch's calls. */
export type CreateApi<Paths extends object, Gateways extends object> = <G extends keyof Gateways & string>(
  options: ApiOptions<Gateways, G>,
) => ApiClient<Paths>;

/**
 * Binds the gateways of a generated package to an openapi-fetch client typed by its paths: the key goes to the gateway
 * only, redirects are refused, integers are exact both ways, and a path parameter cannot name another path.
 */
export function defineApi<Paths extends object, Gateways extends object>(
  tables: Pick<ClientTables, "gateways"> & { readonly requests?: RequestTable },
): CreateApi<Paths, Gateways> {
  return (options: PlainGatewayOptions & SharedApiOptions): ApiClient<Paths> => {
    const gateway = resolveGateway(tables.gateways, options, options.fetch);
    const send: Fetch = (request) => sendGuarded(gateway, request);
    const client = createHttpClient(gateway.baseUrl, send, tables.requests ?? {});
    client.use(exactAnswers(options.maxBodyBytes ?? 2 ** 26));
    return withTypes<Paths>(client);
  };
}

/** The same client, as the types of its operations describe it. */
function withTypes<Paths extends object>(client: HttpClient): ApiClient<Paths>;
function withTypes(client: HttpClient): object {
  return client;
}
