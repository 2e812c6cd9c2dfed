import type { Body, Reply } from "../reply.ts";
import { type FaultRow, onAnswer } from "./define-fault.ts";

/** Faults of the status stream. */
export const streamFaults: readonly FaultRow[] = [
  [
    "stream-malformed",
    onAnswer("an event that is no JSON", ["stream"], (reply) => withEvents(reply, 'data: {"status":\n\n')),
  ],
  [
    "stream-ends",
    onAnswer("the stream ends before the job does", ["stream"], (reply) => withEvents(reply, ": ping\n\n")),
  ],
  ["stream-split", onAnswer("events arrive in pieces of one byte", ["stream"], split)],
];

function withEvents(reply: Reply, text: string): Reply {
  return { ...reply, body: { kind: "text", text } };
}

function split(reply: Reply): Reply {
  if (reply.body.kind !== "stream") return reply;
  const pieces = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      for (let at = 0; at < chunk.length; at += 1) controller.enqueue(chunk.slice(at, at + 1));
    },
  });
  const body: Body = { kind: "stream", stream: reply.body.stream.pipeThrough(pieces) };
  return { ...reply, body };
}
