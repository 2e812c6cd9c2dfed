import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { EmulatorState } from "./emulator-state.ts";
import { handleRequest } from "./handle-request.ts";
import { type Answer, toResponse } from "./reply.ts";

/** Where to listen. */
export interface ListenOptions {
  /** Default 0: any free port. */
  readonly port?: number;
}

/** A listening server. */
export interface Served {
  readonly address: string;
  /** Cuts open connections and waits until the server is closed. */
  readonly close: () => Promise<void>;
}

/** Serves the emulator over HTTP, on 127.0.0.1 only. */
export async function serve(state: EmulatorState, { port = 0 }: ListenOptions = {}): Promise<Served> {
  return serveHandler((request) => handleRequest(state, request), state.settings.bodyLimit, port);
}

/** Serves a handler over HTTP, on 127.0.0.1 only; requests whose `Host` is not this machine's are refused (DNS rebinding). */
export async function serveHandler(
  handle: (request: Request) => Promise<Answer>,
  bodyLimit: number,
  port: number,
): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    exchange(handle, incoming, outgoing, bodyLimit).catch(() => outgoing.destroy());
  });
  await listen(server, port);
  const address = `http://127.0.0.1:${boundPort(server)}`;
  return { address, close: () => closeServer(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function boundPort(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function exchange(
  handle: (request: Request) => Promise<Answer>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  bodyLimit: number,
): Promise<void> {
  if (!isLocalHost(incoming.headers.host))
    return refuse(outgoing, 403, "this server answers to its loopback address only");
  for (const [name, value] of corsHeaders(incoming)) outgoing.setHeader(name, value);
  if (incoming.method === "OPTIONS") return void outgoing.writeHead(204).end();
  const body = await readBody(incoming, bodyLimit);
  if (body === undefined) return refuse(outgoing, 413, "request body too large");
  const left = new AbortController();
  outgoing.once("close", () => left.abort());
  const request = toRequest(incoming, body, left.signal);
  if (request === undefined) return refuse(outgoing, 405, "method not allowed");
  await play(await handle(request), incoming, outgoing);
}

function isLocalHost(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host ?? "");
}

// Pages served from this machine may call the emulator from a browser; pages from elsewhere may not.
function corsHeaders(incoming: IncomingMessage): readonly (readonly [string, string])[] {
  const { origin } = incoming.headers;
  if (origin === undefined || !URL.canParse(origin) || !isLocalHost(new URL(origin).host)) return [];
  return [
    ["access-control-allow-origin", origin],
    ["access-control-allow-methods", "GET, POST, PUT, DELETE"],
    [
      "access-control-allow-headers",
      incoming.headers["access-control-request-headers"] ?? "authorization, content-type",
    ],
    ["access-control-expose-headers", "retry-after, x-fal-request-id, x-fal-error-type"],
    ["vary", "origin"],
  ];
}

function refuse(outgoing: ServerResponse, status: number, detail: string): void {
  outgoing
    .writeHead(status, { "content-type": "application/json", connection: "close" })
    .end(JSON.stringify({ detail }));
}

// Undefined when the body is larger than the limit; the rest of it is not read.
async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function toRequest(incoming: IncomingMessage, body: Buffer<ArrayBuffer>, signal: AbortSignal): Request | undefined {
  const method = incoming.method ?? "GET";
  const url = `http://${incoming.headers.host}${incoming.url ?? "/"}`;
  if (method === "TRACE" || method === "CONNECT" || !URL.canParse(url)) return undefined;
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const hasBody = method !== "GET" && method !== "HEAD" && body.length > 0;
  return new Request(url, { method, headers, signal, ...(hasBody ? { body } : {}) });
}

async function play(answer: Answer, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  switch (answer.kind) {
    case "reply":
      return send(toResponse(answer), outgoing);
    case "disconnect":
      return void incoming.socket.resetAndDestroy();
    case "silence":
      return;
  }
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.writeHead(response.status);
  outgoing.flushHeaders();
  if (response.body === null) return void outgoing.end();
  const body = isGzip(response) ? response.body.pipeThrough(new CompressionStream("gzip")) : response.body;
  try {
    for await (const chunk of body) await write(outgoing, chunk);
    outgoing.end();
  } catch {
    // A stream that breaks off is a scripted fault: the connection is cut in the middle of the body, after what was
    // written has left. A reset could overtake it, and the caller would see no answer at all.
    outgoing.socket?.destroySoon();
  }
}

// In the fetch form bodies arrive decoded, as fetch hands them out; only here do they become the bytes the header announces.
function isGzip(response: Response): boolean {
  return response.headers.get("content-encoding") === "gzip";
}

async function write(outgoing: ServerResponse, chunk: Uint8Array): Promise<void> {
  if (outgoing.destroyed) throw new Error("the caller left");
  if (outgoing.write(chunk)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      outgoing.off("drain", go).off("close", go);
      resolve();
    };
    outgoing.once("drain", go).once("close", go);
  });
}
