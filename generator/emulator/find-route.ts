import type { Operation } from "../document.ts";
import type { Endpoint, EndpointTable, Protocol } from "./endpoint-table.ts";

/** What a request asks for. */
export type Route =
  | { readonly kind: "submit"; readonly endpoint: Endpoint }
  /** A job's state or result; `app` is undefined where the caller wrote `auto`. */
  | { readonly kind: QueueRoute; readonly protocol: Protocol; readonly app: string | undefined; readonly id: string }
  | { readonly kind: "operation"; readonly operation: Operation }
  | { readonly kind: "file"; readonly id: string; readonly index: number }
  | { readonly kind: "keys" }
  | { readonly kind: "wrong-method" }
  | { readonly kind: "unknown" };

/** Routes of a job: `read` is the one route of gateways, the others are fal's. */
export type QueueRoute = "read" | "status" | "stream" | "result" | "cancel";

/** Finds what a request asks for; `path` is the decoded path of its URL. */
export function findRoute(table: EndpointTable, method: string, path: string): Route {
  const submit = method === "POST" ? table.submits.get(path) : undefined;
  if (submit !== undefined) return { kind: "submit", endpoint: submit };
  if (method === "GET" && path === "/.well-known/jwks.json") return { kind: "keys" };
  return (
    findFile(method, path) ?? findJobRoute(table, method, path) ?? findPlain(table, method, path) ?? { kind: "unknown" }
  );
}

function findFile(method: string, path: string): Route | undefined {
  const [, id = "", number = ""] = /^\/files\/([\w-]{1,128})\/(\d{1,3})\.\w{1,5}$/.exec(path) ?? [];
  return method === "GET" && id !== "" ? { kind: "file", id, index: Number(number) } : undefined;
}

function findPlain(table: EndpointTable, method: string, path: string): Route | undefined {
  const operation = table.findOperation(method, path);
  return operation === undefined ? undefined : { kind: "operation", operation };
}

function findJobRoute(table: EndpointTable, method: string, path: string): Route | undefined {
  const at = path.lastIndexOf("/requests/");
  if (at < 0) return undefined;
  const base = path.slice(0, at);
  const [id = "", ...rest] = path.slice(at + "/requests/".length).split("/");
  if (id === "") return undefined;
  const found = findApp(table, base);
  if (found?.protocol === "fal-gateway")
    return rest.length === 0 && method === "GET" ? { kind: "read", id, ...found } : undefined;
  const kind = falRoutes.get([method, ...rest].join("/"));
  if (found !== undefined && kind !== undefined) return { kind, id, ...found };
  // A route built from the whole endpoint id, or asked with another method: https://fal.ai/docs/api-reference/inference-api
  const known = [...table.apps].some(([app, protocol]) => protocol === "fal" && `${base}/`.startsWith(`${app}/`));
  return known ? { kind: "wrong-method" } : undefined;
}

const falRoutes: ReadonlyMap<string, QueueRoute> = new Map([
  ["GET/status", "status"],
  ["GET/status/stream", "stream"],
  ["GET", "result"],
  ["PUT/cancel", "cancel"],
]);

function findApp(table: EndpointTable, base: string): { protocol: Protocol; app: string | undefined } | undefined {
  const protocol = table.apps.get(base);
  if (protocol !== undefined) return { protocol, app: base };
  const owner = base.slice(0, base.lastIndexOf("/") + 1);
  const automatic =
    base.endsWith("/auto") &&
    [...table.apps].some(([app, speaks]) => speaks === "fal-gateway" && app.startsWith(owner));
  return automatic ? { protocol: "fal-gateway", app: undefined } : undefined;
}
