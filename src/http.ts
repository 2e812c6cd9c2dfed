import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import type { Fetch } from "./client-options.ts";
import { ProtocolError } from "./errors.ts";
import { stringifyJson } from "./parse-json.ts";
import { readText } from "./read-text.ts";
import { bareUrl, type Guard, sendGuarded } from "./send-guarded.ts";

/** One request to a gateway. */
export interface Call {
  readonly method: "get" | "post" | "put";
  /** Below the base URL, with leading slash; already checked and encoded. */
  readonly path: string;
  readonly query?: { readonly [name: string]: string | undefined } | undefined;
  readonly headers?: { readonly [name: string]: string | undefined } | undefined;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** What came back, read to its end and not yet believed. */
export interface Answer {
  readonly method: string;
  /** Origin and path, without query. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How a gateway is reached. */
export interface HttpSettings extends Guard {
  readonly maxBodyBytes: number;
}

/** Sends a call and reads its answer. Rejects with what `fetch` rejected with, or `ProtocolError`. */
export type Send = (call: Call) => Promise<Answer>;

interface Operation {
  parameters: { query?: { readonly [name: string]: string | undefined } };
  requestBody?: { content: { "application/json": unknown } };
  responses: { default: { content: { "application/json": unknown } } };
}
interface AnyPath {
  [path: string]: { get: Operation; post: Operation; put: Operation };
}

/** A sender for queue calls. */
export function createSend(settings: HttpSettings): Send {
  const client = createHttpClient<AnyPath>(settings.baseUrl, settings.fetch);
  return async ({ method, path, query = {}, headers = {}, body, signal }) => {
    let answer: Answer | undefined;
    await client.request(method, path, {
      params: { query },
      headers,
      body,
      signal,
      parseAs: "stream",
      fetch: async (request: Request) => {
        const response = await sendGuarded(settings, request);
        const text = settings.keys.mask(await readText(response, settings.maxBodyBytes));
        answer = {
          method: request.method,
          url: bareUrl(request.url),
          status: response.status,
          headers: response.headers,
          text,
        };
        // openapi-fetch reads refusals without bound and rounds long integers: it gets nothing left to read.
        return new Response(null, { status: 204 });
      },
    });
    if (!answer) throw new ProtocolError("fetch returned before it was called.");
    return answer;
  };
}

/** An openapi-fetch client that writes long integers as they are and leaves redirects to `fetch`, which must guard them. */
export function createHttpClient<Paths extends object>(baseUrl: string, fetch: Fetch): FetchClient<Paths> {
  return createFetchClient<Paths>({
    baseUrl,
    fetch,
    redirect: "manual",
    bodySerializer: stringifyJson,
    headers: { accept: "application/json" },
  });
}
