export type { Client, CreateClient } from "./client.ts";
export { defineClient } from "./client.ts";
export type {
  ClientOptions,
  Clock,
  Credentials,
  Fetch,
  GatewayOptions,
  SharedOptions,
  Warning,
} from "./client-options.ts";
export type { EndpointOf, GatewayId, InputOf, OutputOf, ProtocolOf } from "./client-schema.ts";
export * from "./errors.ts";
export type { BaseQueue, CancellableQueue, Cancellation, Job, Queue, Subscribe } from "./queue-interface.ts";
export type * from "./queue-options.ts";
export type * from "./queue-update.ts";
export type * from "./tables.ts";
