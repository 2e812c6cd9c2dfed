import createFetchClient, { type Client, defaultPathSerializer, type Middleware } from "openapi-fetch";
import type { Fetch } from "./client-options.ts";
import { InputError, ProtocolError } from "./errors.ts";
import { stringifyJson } from "./parse-json.ts";
import { bareUrl, type Guard, sendGuarded } from "./send-guarded.ts";

/** openapi-fetch's client, typed by `paths`; named here because nobody else reaches openapi-fetch. */
export type FetchClient<Paths extends object> = Client<Paths>;

/** openapi-fetch's middleware, for the same reason. */
export type FetchMiddleware = Middleware;

/** One request to a gateway. */
export interface Call {
  readonly method: "get" | "post" | "put";
  /** Below the base URL, with leading slash; already checked and encoded. */
  readonly path: string;
  readonly query?: { readonly [name: string]: string | undefined } | undefined;
  readonly headers?: { readonly [name: string]: string | undefined } | undefined;
  readonly body?: unknown;
  readonly signal: AbortSignal;
  /** Called when the request leaves: from here on nobody knows what became of it. */
  readonly onSend?: (() => void) | undefined;
}

/** What came back, its body still unread. */
export interface Opened {
  readonly method: string;
  /** Origin and path, without query. */
  readonly url: string;
  readonly response: Response;
}

/** Sends a call. Rejects with what `fetch` rejected with, `ProtocolError` or `AuthenticationError`. */
export type Open = (call: Call) => Promise<Opened>;

interface Operation {
  parameters: { query?: { readonly [name: string]: string | undefined } };
  requestBody?: { content: { "application/json": unknown } };
  responses: { default: { content: { "application/json": unknown } } };
}
interface AnyPath {
  [path: string]: { get: Operation; post: Operation; put: Operation };
}

/** A sender for queue calls. */
export function createOpen(guard: Guard): Open {
  const client = createHttpClient<AnyPath>(guard.baseUrl, guard.fetch);
  return async ({ method, path, query = {}, headers = {}, body, signal, onSend }) => {
    let opened: Opened | undefined;
    const fetch = (request: Request): Promise<Response> => {
      onSend?.();
      return guard.fetch(request);
    };
    await client.request(method, path, {
      params: { query },
      headers,
      body,
      signal,
      parseAs: "stream",
      fetch: async (request: Request) => {
        const response = await sendGuarded({ ...guard, fetch }, request);
        opened = { method: request.method, url: bareUrl(request.url), response };
        // openapi-fetch reads refusals without bound and rounds long integers: it gets nothing to read.
        return new Response(null, { status: 204 });
      },
    });
    if (!opened) throw new ProtocolError("The request was never sent.");
    return opened;
  };
}

/** An openapi-fetch client that writes long integers as they are and leaves redirects to `fetch`, which must guard them. */
export function createHttpClient<Paths extends object>(baseUrl: string, fetch: Fetch): FetchClient<Paths> {
  return createFetchClient<Paths>({
    baseUrl,
    fetch,
    redirect: "manual",
    bodySerializer: stringifyJson,
    pathSerializer: serializePath,
    headers: { accept: "application/json" },
  });
}

/** openapi-fetch turns a parameter of `..` into the path above. */
function serializePath(path: string, params: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(params)) {
    if (/^\.{0,2}$/.test(String(value)))
      throw new InputError(`The path parameter ${name} is "${value}", which names another path.`);
  }
  return defaultPathSerializer(path, params);
}
