import type { Document, Gateway, MediaType, Operation, QueueRole, Schema } from "../document.ts";
import { httpMethods } from "../document.ts";
import { EmulatorError } from "./emulator-error.ts";
import { createFindOperation, type FindOperation, type PlacedOperation } from "./operation-paths.ts";

/** Queue protocols the emulator speaks. */
export type Protocol = "fal" | "fal-gateway";

/** What one gateway of the document offers. */
export interface EndpointTable {
  readonly auth: Gateway["auth"];
  /** Protocol of the gateway itself; decides what an unknown path answers. */
  readonly protocol: Protocol;
  /** Queue endpoints by the path of their submit operation. */
  readonly submits: ReadonlyMap<string, Endpoint>;
  /** Protocol by the path that read and cancel routes begin with: `/fal-ai/flux-1`. */
  readonly apps: ReadonlyMap<string, Protocol>;
  /** Finds operations that are no part of a queue. */
  readonly findOperation: FindOperation;
  readonly schemas: Document["components"]["schemas"];
}

/** A queue endpoint. */
export interface Endpoint {
  readonly id: string;
  /** `fal-ai/flux-1`: what read and cancel routes name. */
  readonly app: string;
  /** What stands before the app in paths, with leading slash: mostly empty. */
  readonly prefix: string;
  readonly protocol: Protocol;
  /** Schema and example of its request body. */
  readonly input: MediaType;
  readonly output?: Schema;
}

/** Reads what a gateway offers out of the document; throws {@link EmulatorError} when the document has no such gateway. */
export function readEndpoints(document: Document, gateway: string): EndpointTable {
  const gateways = document["x-docket-gateways"];
  const entry = Object.hasOwn(gateways, gateway) ? gateways[gateway] : undefined;
  if (entry === undefined)
    throw new EmulatorError(`no gateway "${gateway}" in the document; it has: ${Object.keys(gateways).join(", ")}`);
  const offered = listOperations(document).filter(({ operation }) => operation["x-docket-gateways"].includes(gateway));
  const endpoints = offered.flatMap(({ path, operation }) => readEndpoint(path, operation, gateway));
  return {
    auth: entry.auth,
    protocol: protocolOf(entry.queue) ?? "fal-gateway",
    submits: new Map(endpoints),
    apps: new Map(endpoints.map(([, { prefix, app, protocol }]) => [`${prefix}/${app}`, protocol])),
    findOperation: createFindOperation(offered.filter(({ operation }) => operation["x-docket-queue"] === undefined)),
    schemas: document.components.schemas,
  };
}

function listOperations(document: Document): readonly PlacedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}

function readEndpoint(path: string, operation: Operation, gateway: string): readonly [string, Endpoint][] {
  const role: QueueRole | undefined = operation["x-docket-queue"];
  if (role?.role !== "submit") return [];
  const protocol = protocolOf(Object.hasOwn(role.protocols, gateway) ? role.protocols[gateway] : undefined);
  if (protocol === undefined) return [];
  const endpoint: Endpoint = {
    id: role.endpoint,
    app: appOf(role.endpoint),
    prefix: path.endsWith(`/${role.endpoint}`) ? path.slice(0, -role.endpoint.length - 1) : "",
    protocol,
    input: operation.requestBody?.content["application/json"] ?? {},
    ...(role.output === undefined ? {} : { output: role.output }),
  };
  return [[path, endpoint]];
}

function protocolOf(name: string | undefined): Protocol | undefined {
  return name === "fal" || name === "fal-gateway" ? name : undefined;
}

// Status, result and cancel name the owner and the app only, three segments under these two owners:
// https://fal.ai/docs/api-reference/inference-api
function appOf(endpoint: string): string {
  const segments = endpoint.split("/");
  const count = segments[0] === "workflows" || segments[0] === "comfy" ? 3 : 2;
  return segments.slice(0, count).join("/");
}
