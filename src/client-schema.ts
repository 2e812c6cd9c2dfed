import type { ClientSchema, ProtocolName } from "./tables.ts";

/** Ids of the gateways a generated package knows. */
export type GatewayId<S extends ClientSchema> = keyof S["gateways"] & string;

/** Id of an endpoint that the gateway `G` offers; of a union of gateways, one that at least one of them offers. */
export type EndpointOf<S extends ClientSchema, G extends GatewayId<S>> = S["gateways"][G] extends {
  endpoints: infer Id;
}
  ? Id & keyof S["endpoints"] & string
  : never;

/** Queue protocol that the gateway `G` speaks; a union when gateways differ. */
export type ProtocolOf<S extends ClientSchema, G extends GatewayId<S>> = S["gateways"][G] extends {
  protocol: infer P;
}
  ? P & ProtocolName
  : never;

/** What the endpoint takes. */
export type InputOf<S extends ClientSchema, Id extends keyof S["endpoints"]> = S["endpoints"][Id] extends {
  input: infer Input;
}
  ? Input
  : never;

/** What the endpoint returns. */
export type OutputOf<S extends ClientSchema, Id extends keyof S["endpoints"]> = S["endpoints"][Id] extends {
  output: infer Output;
}
  ? Output
  : never;
