import { bodyBytes, type DisconnectCode, type Reply } from "../reply.ts";
import { untilAborted } from "../until-aborted.ts";
import { type FaultRow, jobSteps, onAnswer, onArrival } from "./define-fault.ts";
import type { Blow } from "./fault.ts";

/** Faults of the connection: what `fetch` reports as a rejection, or as a body that ends in an error. */
export const connectionFaults: readonly FaultRow[] = [
  [
    "refused",
    disconnectFirst("nobody listens (ECONNREFUSED; over HTTP: a reset before the request is read)", "ECONNREFUSED"),
  ],
  ["dns", disconnectFirst("the name does not resolve (ENOTFOUND; over HTTP as `refused`)", "ENOTFOUND")],
  ["connect-timeout", disconnectFirst("no connection in time (over HTTP as `refused`)", "UND_ERR_CONNECT_TIMEOUT")],
  [
    "closed",
    disconnectFirst("an idle connection is closed as the request goes out; it was not taken", "UND_ERR_SOCKET"),
  ],
  [
    "reset",
    onAnswer("the gateway does its work, then the connection is reset before any answer", jobSteps, () => ({
      kind: "disconnect",
      code: "ECONNRESET",
    })),
  ],
  ["silence", onAnswer("the gateway does its work and never answers", jobSteps, () => ({ kind: "silence" }))],
  ["stall", onAnswer("half of the body arrives, then nothing more", jobSteps, stall)],
  ["cut", onAnswer("half of the body arrives, then the connection ends", jobSteps, cut)],
  [
    "slow-drip",
    onAnswer("the body arrives byte by byte", jobSteps, drip, { about: "milliseconds between bytes", usual: "1000" }),
  ],
];

function disconnectFirst(about: string, code: DisconnectCode): FaultRow[1] {
  return onArrival(about, jobSteps, () => ({ kind: "disconnect", code }));
}

function stall(reply: Reply, { request }: Blow): Reply {
  const bytes = bytesOf(reply);
  return withStream(reply, bytes.length, async (controller, turn) => {
    if (turn === 0) return controller.enqueue(bytes.subarray(0, bytes.length >> 1));
    await untilAborted(request.signal);
  });
}

function cut(reply: Reply): Reply {
  const bytes = bytesOf(reply);
  return withStream(reply, bytes.length, async (controller, turn) => {
    if (turn === 0) return controller.enqueue(bytes.subarray(0, bytes.length >> 1));
    // What Node's fetch says when a peer goes away in the middle of a body.
    const cause = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
    controller.error(new TypeError("terminated", { cause }));
  });
}

function drip(reply: Reply, { value, request, settings }: Blow): Reply {
  const bytes = bytesOf(reply);
  return withStream(reply, bytes.length, async (controller, turn) => {
    if (turn > 0) await settings.sleep(Number(value), request.signal);
    controller.enqueue(bytes.subarray(turn, turn + 1));
    if (turn + 1 >= bytes.length) controller.close();
  });
}

type Feed = (controller: ReadableStreamDefaultController<Uint8Array>, turn: number) => Promise<void>;

// The length is announced in full, so that a client can tell a body that broke off from one that ended.
function withStream(reply: Reply, length: number, feed: Feed): Reply {
  let turn = 0;
  const stream = new ReadableStream<Uint8Array>(
    { pull: (controller) => feed(controller, turn++) },
    { highWaterMark: 0 },
  );
  const announced = reply.body.kind === "stream" ? {} : { "content-length": String(length) };
  return { ...reply, headers: { ...reply.headers, ...announced }, body: { kind: "stream", stream } };
}

// An event stream has no body to halve: it begins with an event that does not end.
function bytesOf(reply: Reply): Uint8Array<ArrayBuffer> {
  const opening = ': ping\n\ndata: {"status":"IN_QUEUE","queue_position":0}';
  return reply.body.kind === "stream" ? new TextEncoder().encode(opening) : bodyBytes(reply.body);
}
