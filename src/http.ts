import createFetchClient, {
  type Client,
  createFinalURL,
  defaultPathSerializer,
  type Middleware,
  mergeHeaders,
} from "openapi-fetch";
import type { Fetch } from "./client-options.ts";
import { InputError } from "./errors.ts";
import { stringifyJson } from "./parse-json.ts";
import { type Guard, sendGuarded } from "./send-guarded.ts";

/** openapi-fetch's client, typed by `paths`; named here because nobody else reaches openapi-fetch. */
export type FetchClient<Paths extends object> = Client<Paths>;

/** openapi-fetch's middleware, for the same reason. */
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

/** An openapi-fetch client that writes long integers as they are and leaves redirects to `fetch`, which must guard them. */
export function createHttpClient<Paths extends object>(baseUrl: string, fetch: Fetch): FetchClient<Paths> {
  return createFetchClient<Paths>({
    baseUrl,
    fetch,
    redirect: "manual",
    bodySerializer: serializeBody,
    pathSerializer: serializePath,
    headers: { accept: "application/json" },
  });
}

/** Forms and bytes go as they are, and text where the header says that it is none of JSON; all else is JSON with exact integers. */
function serializeBody(body: unknown, headers?: Headers | Map<string, string>): unknown {
  if (body instanceof FormData || body instanceof Blob || body instanceof URLSearchParams) return body;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body) || body instanceof ReadableStream) return body;
  const type = headers?.get("content-type") ?? "json";
  if (type.includes("x-www-form-urlencoded")) return String(new URLSearchParams(Object(body)));
  return typeof body === "string" && !type.includes("json") ? body : stringifyJson(body);
}

/** openapi-fetch turns a parameter of `..` into the path above. */
function serializePath(path: string, params: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(params)) {
    if (/^\.{0,2}$/.test(String(value)))
      throw new InputError(`The path parameter ${name} is "${value}", which names another path.`);
  }
  return defaultPathSerializer(path, params);
}
