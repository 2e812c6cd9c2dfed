import type { GatewayId } from "./client-schema.ts";
import type { ClientSchema } from "./tables.ts";

/** A key, or where to get it: asked before every request, and once more when the gateway refuses the key. */
export type Credentials = string | (() => string | undefined | Promise<string | undefined>);

/** `fetch`, or anything that answers a `Request`: an emulator, a recorder, a proxy. */
export type Fetch = (request: Request) => Promise<Response>;

/** Time as the runtime needs it; a test brings its own. */
export interface Clock {
  /** Milliseconds on a monotonic clock. */
  now(): number;
  /** Resolves after `ms`, or as soon as the signal aborts; leaves no timer and no listener. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** What the runtime noticed and did not stop for. */
export interface Warning {
  readonly code: "input" | "status" | "callback" | "failover";
  readonly message: string;
  readonly endpointId?: string;
  readonly requestId?: string;
}

/** How to reach a gateway of the map `Gateways`. Not distributed over `G`: a misspelt id is then held against all of them. */
export type GatewayOptions<Gateways extends object, G extends keyof Gateways> = GatewayKey<G> & BaseUrl<Gateways[G]>;

/** The same for any one of several gateways. */
export type EachGateway<Gateways extends object, G extends keyof Gateways> = G extends keyof Gateways
  ? GatewayKey<G> & BaseUrl<Gateways[G]>
  : never;

/** A gateway and the key it gets. */
export interface GatewayKey<G> {
  readonly gateway: G;
  /** Left out: requests carry no key (a proxy adds it). Given but empty: an `AuthenticationError` at once. */
  readonly credentials?: Credentials | undefined;
}

/** Where a gateway is. */
export type BaseUrl<Gateway> = Gateway extends { server: true }
  ? {
      /** Base URL to call instead of the documented server. */
      readonly baseUrl?: string;
    }
  : {
      /** Base URL; required, because no document of this gateway names a server. */
      readonly baseUrl: string;
    };

/** Settings shared by all gateways of a client. */
export interface SharedOptions {
  /** @default globalThis.fetch */
  readonly fetch?: Fetch;
  /** Milliseconds that waiting for a job may take, unless the call says otherwise. @default 600000 */
  readonly timeout?: number;
  /** Milliseconds for one request, answer included. @default 30000 */
  readonly requestTimeout?: number;
  /** Requests per second that all calls of this client share. @default 20 */
  readonly requestsPerSecond?: number;
  /** Requests in flight at a time. @default 64 */
  readonly concurrency?: number;
  /** Bytes of an answer, decoded, before it is given up. @default 67108864 */
  readonly maxBodyBytes?: number;
  /** Documented defaults: left to the gateway, or written into the input for those fields the caller left out. @default "omit" */
  readonly defaults?: "omit" | "send";
  /** What an input against a limit that only prose states does. @default "warn" */
  readonly proseChecks?: "warn" | "error" | "off";
  /** @default console.warn */
  readonly onWarning?: (warning: Warning) => void;
  readonly clock?: Clock;
  /** Numbers from 0 to below 1 for jitter. @default Math.random */
  readonly random?: () => number;
}

/** Options of `createClient`: one gateway, or several in order of preference. */
export type ClientOptions<S extends ClientSchema, G extends GatewayId<S>> = SharedOptions &
  (
    | GatewayOptions<S["gateways"], G>
    | {
        /** A job goes to the first of them that takes it and stays there. */
        readonly gateways: readonly EachGateway<S["gateways"], G>[];
      }
  );
