import {
  type Client,
  type ClientTables,
  type CreateClient,
  defineClient,
  type SharedOptions,
  type Warning,
} from "../../src/index.ts";
import { createRouteTable, type Route, type RouteTable } from "./route-table.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";

/** What the endpoints of the test package take. */
export interface PaintInput {
  prompt: string;
  num_images?: number;
  guidance_scale?: number;
  image_size?: "square" | (string & {}) | { width: number; height: number };
  seed?: number | bigint;
}

/** Types of the test package, as a generated one has them. */
export interface PaintSchema {
  endpoints: {
    "acme/paint/fast": { input: PaintInput; output: { images: { url: string }[]; seed: number | bigint } };
    "acme/redraw": { input: { image_url: string }; output: { images: { url: string }[] } };
  };
  gateways: {
    north: { endpoints: "acme/paint/fast"; protocol: "fal-gateway"; server: true };
    south: { endpoints: "acme/paint/fast" | "acme/redraw"; protocol: "fal-gateway"; server: false };
    home: { endpoints: "acme/paint/fast" | "acme/redraw"; protocol: "fal"; server: true };
  };
}

const both = { north: "fal-gateway", south: "fal-gateway", home: "fal" } as const;

/** Tables of the test package. */
export const paintTables: ClientTables = {
  gateways: {
    north: { server: "https://north.example", auth: "bearer", protocol: "fal-gateway", endpoints: ["acme/paint/fast"] },
    south: { auth: "bearer", protocol: "fal-gateway", endpoints: ["acme/paint/fast", "acme/redraw"] },
    home: {
      server: "https://home.example",
      auth: "key",
      protocol: "fal",
      endpoints: ["acme/paint/fast", "acme/redraw"],
    },
  },
  endpoints: {
    "acme/paint/fast": { path: "/acme/paint/fast", title: "Paint", protocols: both, result: ["images", "seed"] },
    "acme/redraw": { path: "/acme/redraw", title: "Redraw", protocols: { south: "fal-gateway", home: "fal" } },
  },
  defaults: { "acme/paint/fast": { num_images: 1, image_size: "square" } },
  constraints: {
    "acme/paint/fast": {
      required: ["prompt"],
      fields: {
        prompt: { types: ["string"], minLength: 1, origins: { types: "schema", minLength: "schema" } },
        num_images: {
          types: ["integer"],
          minimum: 1,
          maximum: 4,
          origins: { types: "schema", minimum: "schema", maximum: "schema" },
        },
        guidance_scale: {
          types: ["number"],
          minimum: 1,
          maximum: 20,
          origins: { types: "schema", minimum: "prose", maximum: "prose" },
        },
        image_size: {
          types: ["string", "object"],
          values: ["square"],
          origins: { types: "schema", values: "overlay" },
        },
      },
    },
  },
};

/** `createClient` of the test package. */
export const createPaintClient: CreateClient<PaintSchema> = defineClient(paintTables);

/** A client of a gateway of the test package, the gateway's script, and what they did. */
export interface Bench<G extends "north" | "home"> extends RouteTable {
  readonly client: Client<PaintSchema, G>;
  readonly clock: VirtualClock;
  readonly warnings: readonly Warning[];
}

/** A client on virtual time whose gateway answers by a table. */
export function createBench<G extends "north" | "home">(
  gateway: G,
  routes: { readonly [route: string]: readonly Route[] },
  options: SharedOptions = {},
): Bench<G> {
  const table = createRouteTable(routes);
  const clock = createVirtualClock();
  const warnings: Warning[] = [];
  const shared = {
    fetch: table.fetch,
    clock,
    random: () => 0.5,
    onWarning: (warning: Warning) => warnings.push(warning),
    ...options,
  };
  const client = createPaintClient<"north" | "home">({ gateway, credentials: KEY, ...shared });
  return { ...table, client, clock, warnings };
}

/** The key of the test clients. */
export const KEY = "sk-0123456789abcdef";

/** Routes of the job `job-1` at each gateway. */
export const SUBMIT = "POST /acme/paint/fast";
export const READ = "GET /acme/paint/requests/job-1";
export const STATUS = "GET /acme/paint/requests/job-1/status";
export const CANCEL = "PUT /acme/paint/requests/job-1/cancel";

/** What a gateway answers to a submit: its addresses point to fal. */
export const TAKEN: Route = {
  json: {
    status: "IN_QUEUE",
    request_id: "job-1",
    queue_position: 2,
    response_url: "https://queue.fal.run/acme/paint/requests/job-1",
    status_url: "https://queue.fal.run/acme/paint/requests/job-1/status",
    cancel_url: "https://queue.fal.run/acme/paint/requests/job-1/cancel",
    logs: null,
    metrics: {},
  },
};
export const RUNNING: Route = { status: 202, json: { status: "IN_PROGRESS", request_id: "job-1", logs: null } };
export const COMPLETED: Route = {
  json: { status: "COMPLETED", request_id: "job-1", metrics: { inference_time: 2.5 } },
};
export const DONE: Route = { json: { images: [{ url: "https://cdn.example/1.png" }], seed: 7, prompt: "a tiger" } };
