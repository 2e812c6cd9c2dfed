import type { ClientOptions, SharedOptions } from "./client-options.ts";
import type { GatewayId } from "./client-schema.ts";
import { InputError } from "./errors.ts";
import { createHandIn, type PlainClient } from "./hand-in.ts";
import type { Queue, Subscribe } from "./queue.ts";
import { type PlainGatewayOptions, resolveGateway } from "./resolve-gateway.ts";
import type { ClientSchema, ClientTables } from "./tables.ts";

/** A client of the gateway `G`. */
export interface Client<S extends ClientSchema, G extends GatewayId<S>> {
  /** Submits a job, waits for it and returns its result. */
  readonly subscribe: Subscribe<S, G>;
  /** The single steps of `subscribe`, for jobs that outlive a process. */
  readonly queue: Queue<S, G>;
}

/** `createClient` of a generated package. */
export type CreateClient<S extends ClientSchema> = <G extends GatewayId<S>>(
  options: ClientOptions<S, G>,
) => Client<S, G>;

interface PlainClientOptions extends SharedOptions, Partial<PlainGatewayOptions> {
  readonly gateways?: readonly PlainGatewayOptions[];
}

/** Binds the tables of a generated package to the runtime: gives its `createClient`. */
export function defineClient<S extends ClientSchema>(tables: ClientTables): CreateClient<S>;
export function defineClient(tables: ClientTables): unknown {
  return (options: PlainClientOptions): PlainClient => {
    const { gateway, gateways = gateway === undefined ? [] : [{ ...options, gateway }] } = options;
    const [first] = gateways.map((one) => resolveGateway(tables.gateways, one, options.fetch));
    if (!first) throw new InputError("Pass `gateway` or `gateways`.");
    return createHandIn(tables, first, options);
  };
}
