import type { Fetch } from "../../src/client-options.ts";

/** One scripted answer. */
export interface Route {
  readonly status?: number;
  readonly json?: unknown;
  /** Body as it is; wins over `json`. */
  readonly text?: string;
  readonly headers?: { readonly [name: string]: string };
  /** `fetch` rejects instead: with this code below, as undici does. */
  readonly fails?: string;
  /** Never answers, and does not heed the signal either. */
  readonly hangs?: true;
}

/** A request that arrived. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A gateway made of a table: the n-th request to a route gets its n-th answer, and later ones the last. */
export interface RouteTable {
  readonly fetch: Fetch;
  readonly seen: readonly Seen[];
  /** `METHOD /path` of all requests. */
  readonly calls: readonly string[];
  /** How many requests a route got. */
  count(route: string): number;
}

/** Answers by `METHOD /path`; what is in no route gets the HTML page that such gateways give for unknown paths. */
export function createRouteTable(routes: { readonly [route: string]: readonly Route[] }): RouteTable {
  const seen: Seen[] = [];
  const calls: string[] = [];
  const counts = new Map<string, number>();
  const fetch: Fetch = async (request) => {
    const { pathname } = new URL(request.url);
    const route = `${request.method} ${pathname}`;
    const count = counts.get(route) ?? 0;
    counts.set(route, count + 1);
    calls.push(route);
    const body = await request.clone().text();
    seen.push({ method: request.method, url: request.url, path: pathname, headers: request.headers, body });
    return answer(routes[route]?.at(Math.min(count, (routes[route]?.length ?? 1) - 1)) ?? PAGE);
  };
  return {
    fetch,
    seen,
    calls,
    count: (route) => counts.get(route) ?? 0,
  };
}

const PAGE: Route = { text: "<!doctype html><title>console</title>", headers: { "content-type": "text/html" } };

async function answer({ status = 200, json, text, headers, fails, hangs }: Route): Promise<Response> {
  if (hangs) return new Promise(() => {});
  if (fails)
    throw new TypeError("fetch failed", { cause: Object.assign(new Error(`it was ${fails}`), { code: fails }) });
  const body = text ?? (json === undefined ? "" : JSON.stringify(json));
  const init = { status, headers: { "content-type": "application/json", ...headers } };
  return new Response([204, 304].includes(status) ? null : body, init);
}
