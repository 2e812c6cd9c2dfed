import createFetchClient, {
  createFinalURL,
  defaultPathSerializer,
  type HeadersOptions,
  type Middleware,
  mergeHeaders,
  type PathSerializer,
  type QuerySerializer,
  type QuerySerializerOptions,
} from "openapi-fetch";
import type { Fetch } from "./client-options.ts";
import { InputError } from "./errors.ts";
import { stringifyJson } from "./parse-json.ts";
import { type Guard, sendGuarded } from "./send-guarded.ts";
import type { RequestEntry, RequestTable } from "./tables.ts";
import { writeBody } from "./write-body.ts";
import { writeQuery } from "./write-query.ts";

/** openapi-fetch's middleware; named here because nobody else reaches openapi-fetch. */
export type FetchMiddleware = Middleware;

/** One request to a gateway. */
export interface Call {
  readonly method: "GET" | "POST" | "PUT";
  /** Below the base URL, with leading slash; already checked and encoded. */
  readonly path: string;
  readonly query?: { readonly [name: string]: string } | undefined;
  readonly headers?: { readonly [name: string]: string } | undefined;
  readonly body?: unknown;
  /** Called when the request leaves: from here on nobody knows what became of it. */
  readonly onSend?: (() => void) | undefined;
}

/**
 * Sends a queue call; the body of the answer is still unread. Made of openapi-fetch's parts, not of its client, which reads
 * refusals without bound and rounds long integers. Rejects with what `fetch` rejects with, `ProtocolError` or `AuthenticationError`.
 */
export function openCall(guard: Guard, call: Call, signal: AbortSignal): Promise<Response> {
  const { method, path, query = {}, headers, body, onSend } = call;
  // An address that the gateway named may hold a query of its own.
  const [bare = "", own] = path.split(/\?(.*)/s);
  const url = createFinalURL(bare, {
    baseUrl: guard.baseUrl,
    params: { query },
    querySerializer: () => String(new URLSearchParams([...new URLSearchParams(own), ...Object.entries(query)])),
    pathSerializer: String,
  });
  const json = body === undefined ? {} : { body: stringifyJson(body) };
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const all = mergeHeaders({ accept: "application/json" }, type, headers);
  return sendGuarded(guard, new Request(url, { method, ...json, headers: all, signal, redirect: "manual" }), onSend);
}

/**
 * An openapi-fetch client that writes bodies and queries as the documents have them, long integers as they are, and leaves
 * redirects to `fetch`, which must guard them.
 */
export function createHttpClient(baseUrl: string, fetch: Fetch, requests: RequestTable): HttpClient {
  const { request, use, eject } = createFetchClient<AnyPaths>({
    baseUrl,
    fetch,
    redirect: "manual",
    pathSerializer: serializePath,
  });
  const call = async (method: ApiMethod, path: string, options: AnyOptions = {}): Promise<unknown> => {
    const key = `${method.toUpperCase()} ${path}`;
    const entry = Object.hasOwn(requests, key) ? requests[key] : undefined;
    return request(method, path, { ...prepareOptions(options, entry ?? {}) });
  };
  const of =
    (method: ApiMethod): AnyCall =>
    (path, options) =>
      call(method, path, options);
  return {
    ...{ request: call, use, eject },
    ...{ GET: of("get"), PUT: of("put"), POST: of("post"), DELETE: of("delete") },
    ...{ OPTIONS: of("options"), HEAD: of("head"), PATCH: of("patch"), TRACE: of("trace") },
  };
}

/** Methods as `paths` of openapi-typescript writes them. */
export type ApiMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** A client without types of operations; what callers see of it is `ApiClient`. */
export interface HttpClient extends Readonly<Record<Uppercase<ApiMethod>, AnyCall>> {
  readonly request: (method: ApiMethod, path: string, options?: AnyOptions) => Promise<unknown>;
  readonly use: (...middleware: FetchMiddleware[]) => void;
  readonly eject: (...middleware: FetchMiddleware[]) => void;
}

type AnyCall = (path: string, options?: AnyOptions) => Promise<unknown>;

/** Options of openapi-fetch and of `fetch` that any call takes. */
export interface ApiRequestOptions extends Omit<RequestInit, "body" | "headers" | "method"> {
  readonly baseUrl?: string;
  readonly headers?: HeadersOptions;
  readonly fetch?: Fetch;
  readonly middleware?: FetchMiddleware[];
  readonly querySerializer?: QuerySerializer<unknown> | QuerySerializerOptions;
  readonly pathSerializer?: PathSerializer;
}

interface AnyOptions extends ApiRequestOptions {
  readonly params?: {
    readonly [place in "path" | "query" | "header" | "cookie"]?: { readonly [name: string]: unknown };
  };
  readonly body?: unknown;
  readonly bodySerializer?: (body: unknown) => unknown;
}

/** Paths where anything may be called in any way. */
interface AnyPaths {
  [path: string]: { [M in ApiMethod]: AnyOperation };
}

interface AnyOperation {
  parameters: { query?: { [name: string]: unknown }; path?: { [name: string]: unknown } };
  requestBody?: { content: { "application/json": unknown } };
  responses: { 200: { content: { "application/json": unknown } } };
}

/** The options of a call with its body written, and a query in the documented styles; the caller's own serializers win. */
function prepareOptions(options: AnyOptions, { body: type, query }: RequestEntry): AnyOptions {
  const { body, bodySerializer, params } = options;
  // What is documented as a picture or a sound is no JSON.
  const headers = mergeHeaders({ accept: "application/json, */*;q=0.8" }, options.headers);
  if (params?.cookie) headers.append("cookie", cookieText(params.cookie));
  const own = { querySerializer: (given: object) => writeQuery(given, query ?? {}), ...options, headers };
  if (body === undefined || bodySerializer) return own;
  const written = writeBody(body, headers.get("content-type") ?? type);
  // Only `fetch` knows the boundary of the parts.
  if (written.body instanceof FormData) headers.delete("content-type");
  else if (written.type && !headers.has("content-type")) headers.set("content-type", written.type);
  // @see https://fetch.spec.whatwg.org/#dom-requestinit-duplex
  const duplex = written.body instanceof ReadableStream ? ({ duplex: "half" } as const) : {};
  return { ...duplex, ...own, bodySerializer: () => written.body };
}

function cookieText(cookies: object): string {
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join("; ");
}

/** openapi-fetch turns a parameter of `..` into the path above. */
function serializePath(path: string, params: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(params)) {
    if (/^\.{0,2}$/.test(String(value)))
      throw new InputError(`The path parameter ${name} is "${value}", which names another path.`);
  }
  return defaultPathSerializer(path, params);
}
