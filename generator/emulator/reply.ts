import { printWire, type WireValue } from "./wire-value.ts";

/** What the emulator does with a request: it answers, cuts the connection, or says nothing at all. */
export type Answer = Reply | Disconnect | Silence;

/** An answer that can still be changed: faults work on it before it becomes bytes. */
export interface Reply {
  readonly kind: "reply";
  readonly status: number;
  /** Header names in lower case. */
  readonly headers: { readonly [name: string]: string };
  readonly body: Body;
}

/** The connection ends before the first byte; `code` is what Node's fetch reports as cause. */
export interface Disconnect {
  readonly kind: "disconnect";
  readonly code: DisconnectCode;
}

/** Causes of a failed fetch that the emulator can play. */
export type DisconnectCode = "ECONNREFUSED" | "ECONNRESET" | "ENOTFOUND" | "UND_ERR_CONNECT_TIMEOUT" | "UND_ERR_SOCKET";

/** No byte ever comes; the connection stays open. */
export interface Silence {
  readonly kind: "silence";
}

/** A body, not yet bytes. */
export type Body =
  | { readonly kind: "json"; readonly value: WireValue }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "stream"; readonly stream: ReadableStream<Uint8Array> };

/** A JSON answer. */
export function replyJson(status: number, value: WireValue, headers: { readonly [name: string]: string } = {}): Reply {
  const type = { "content-type": "application/json" };
  return { kind: "reply", status, headers: { ...type, ...headers }, body: { kind: "json", value } };
}

/** An answer of text: HTML, mostly. */
export function replyText(status: number, contentType: string, text: string): Reply {
  return { kind: "reply", status, headers: { "content-type": contentType }, body: { kind: "text", text } };
}

/** The bytes of a body; a stream has none yet. */
export function bodyBytes(body: Body): Uint8Array<ArrayBuffer> {
  switch (body.kind) {
    case "json":
      return new TextEncoder().encode(printWire(body.value));
    case "text":
      return new TextEncoder().encode(body.text);
    case "bytes":
      return body.bytes;
    case "stream":
      return new Uint8Array();
  }
}

/** The web-standard form of an answer. */
export function toResponse(reply: Reply): Response {
  const { status, headers } = reply;
  if (nullBodyStatus.has(status)) return new Response(null, { status, headers });
  if (reply.body.kind === "stream") return new Response(reply.body.stream, { status, headers });
  const bytes = bodyBytes(reply.body);
  return new Response(bytes, { status, headers: { "content-length": String(bytes.length), ...headers } });
}

const nullBodyStatus: ReadonlySet<number> = new Set([204, 205, 304]);
