import type { Credentials, Fetch } from "./client-options.ts";
import { describeCause, surelyNotSent } from "./describe-cause.ts";
import { DocketError } from "./errors.ts";
import { operationPath } from "./protocol.ts";
import { readBytes } from "./read-bytes.ts";
import { type ResolvedGateway, resolveGateway } from "./resolve-gateway.ts";
import { sendGuarded } from "./send-guarded.ts";
import type { AuthScheme } from "./tables.ts";

/** Options of {@link createProxy}. */
export interface ProxyOptions {
  /** Base URL of the gateway. */
  readonly server: string;
  /** @default "bearer" */
  readonly auth?: AuthScheme;
  readonly credentials: Credentials | undefined;
  /** Ids of the endpoints that callers may use; all others answer 404. */
  readonly endpoints: readonly string[];
  /** Path at which the proxy is mounted: `/api/fal`. Clients pass it as part of `baseUrl`. @default "" */
  readonly prefix?: string;
  /** Whether this caller may use it: look at the session here. @default everybody on the same site */
  readonly authorize?: (request: Request) => boolean | Promise<boolean>;
  /** Bytes of an input. @default 16777216 */
  readonly maxBodyBytes?: number;
  readonly fetch?: Fetch;
}

/** Headers that pass, each way; cookies and keys of the caller do not. */
const REQUEST_HEADERS = [
  "accept",
  "content-type",
  "x-fal-request-timeout",
  "x-fal-queue-priority",
  "x-fal-runner-hint",
];
const ANSWER_HEADERS = [
  "content-type",
  "date",
  "retry-after",
  "x-fal-request-id",
  "x-fal-error-type",
  "x-fal-request-timeout-type",
];

/**
 * A handler that adds the key on the server, for clients in browsers: they pass its address as `baseUrl` and no
 * credentials. It forwards submits of the listed endpoints, and questions about their jobs, and nothing else.
 */
export function createProxy(options: ProxyOptions): (request: Request) => Promise<Response> {
  const { server, auth = "bearer", credentials, endpoints, prefix = "", maxBodyBytes = 2 ** 24 } = options;
  const entry = { server, auth, protocol: "fal", endpoints } as const;
  const gateway = resolveGateway({ proxied: entry }, { gateway: "proxied", credentials }, options.fetch);
  const routes = listRoutes(endpoints);
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : "";
    if (!routes.has(`${request.method} ${path.replace(/\/requests\/[\w-]{1,128}(?=\/|$)/, "/requests/*")}`))
      return refuse(404, "Not offered here.");
    const crossSite = request.headers.get("sec-fetch-site") === "cross-site";
    if (crossSite || (options.authorize && !(await options.authorize(request)))) return refuse(403, "Not allowed.");
    // Forms of other sites can post, but not JSON.
    const isPost = request.method === "POST";
    if (isPost && !/^application\/json/i.test(request.headers.get("content-type") ?? ""))
      return refuse(415, "Send JSON.");
    const body = isPost ? await readBytes(request.body, maxBodyBytes) : null;
    if (body === undefined) return refuse(413, "The input is too long.");
    const query = searchParams.get("logs") ? "?logs=1" : "";
    return forward(
      gateway,
      new Request(gateway.baseUrl + path + query, { ...pick(request), body, redirect: "manual" }),
    );
  };
}

/** Every request that may pass, its id written as a star. */
function listRoutes(endpoints: readonly string[]): ReadonlySet<string> {
  const routes = endpoints.flatMap((id) => {
    const asked = ["/{root}/requests/{id}", "/{owner}/auto/requests/{id}"].map((template) =>
      operationPath(template, `/${id}`, "*"),
    );
    const [job] = asked;
    return [
      `POST /${id}`,
      ...asked.map((path) => `GET ${path}`),
      `GET ${job}/status`,
      `GET ${job}/status/stream`,
      `PUT ${job}/cancel`,
    ];
  });
  return new Set(routes);
}

function pick({ method, headers, signal }: Request): RequestInit {
  return { method, signal, headers: filterHeaders(headers, REQUEST_HEADERS) };
}

function filterHeaders(headers: Headers, names: readonly string[]): [string, string][] {
  return names.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
}

async function forward(gateway: ResolvedGateway, request: Request): Promise<Response> {
  try {
    const { status, headers, body } = await sendGuarded(gateway, request);
    return new Response(body, { status, headers: filterHeaders(headers, ANSWER_HEADERS) });
  } catch (error) {
    // 503 tells the client that nothing was taken and it may try again; 502 that nobody knows.
    if (error instanceof DocketError) return refuse(502, error.message);
    return surelyNotSent(describeCause(error))
      ? refuse(503, "The gateway cannot be reached.")
      : refuse(502, "The connection to the gateway broke.");
  }
}

function refuse(status: number, detail: string): Response {
  return Response.json({ detail }, { status });
}
