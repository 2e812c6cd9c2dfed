import { dashboard } from "../gateway-answers.ts";
import { type Body, bodyBytes, type Reply, replyJson, replyText } from "../reply.ts";
import { type FaultRow, jobSteps, onAnswer, onBody } from "./define-fault.ts";
import type { Blow } from "./fault.ts";

/** Faults of the body: the status says success, the bytes do not keep the promise. */
export const bodyFaults: readonly FaultRow[] = [
  [
    "html",
    onAnswer("200 with the gateway's dashboard", jobSteps, () => replyText(200, "text/html; charset=utf-8", dashboard)),
  ],
  ["empty", onAnswer("200 without a body", jobSteps, () => replyText(200, "application/json", ""))],
  ["no-content", onAnswer("204", jobSteps, () => replyText(204, "application/json", ""))],
  ["text", onAnswer("200 with a word of plain text", jobSteps, () => replyText(200, "text/plain", "ok"))],
  ["null", onAnswer("200 with the JSON `null`", jobSteps, () => replyJson(200, null))],
  ["list", onAnswer("200 with the JSON `[]`", jobSteps, () => replyJson(200, []))],
  ["truncated", onAnswer("half of the JSON, in a complete HTTP message", jobSteps, truncate)],
  ["bom", onAnswer("JSON behind a byte order mark", jobSteps, prependMark)],
  [
    "content-type",
    onAnswer("good JSON under another content type", jobSteps, retype, {
      about: "the content type",
      usual: "text/plain",
    }),
  ],
  ["deep", onAnswer("JSON nested a hundred thousand levels deep", jobSteps, nest)],
  [
    "huge",
    onAnswer("JSON that hardly ends", jobSteps, (reply, blow) => flood(reply, blow, {}), {
      about: "bytes",
      usual: String(2 ** 30),
    }),
  ],
  [
    "gzip-bomb",
    onAnswer(
      "a little gzip that unpacks to a lot",
      jobSteps,
      (reply, blow) => flood(reply, blow, { "content-encoding": "gzip" }),
      { about: "bytes", usual: String(2 ** 28) },
    ),
  ],
  [
    "cookie",
    onAnswer("the answer sets a cookie", jobSteps, (reply) => ({
      ...reply,
      headers: { ...reply.headers, "set-cookie": "session=abc; Path=/" },
    })),
  ],
  ["echo-key", onAnswer("500 that repeats the caller's credentials in a header and in the body", jobSteps, echoKey)],
  ["partial", onBody("the output lacks its images", ["result"], ({ images: _, ...rest }) => rest)],
  [
    "wrapped",
    onBody("the output stands under `response`, as old documents show it", ["result"], (body) => ({
      status: "COMPLETED",
      logs: null,
      response: body,
    })),
  ],
];

function truncate(reply: Reply): Reply {
  const bytes = bodyBytes(reply.body);
  return { ...reply, body: { kind: "bytes", bytes: bytes.slice(0, bytes.length >> 1) } };
}

function prependMark(reply: Reply): Reply {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...bodyBytes(reply.body)]);
  return { ...reply, body: { kind: "bytes", bytes } };
}

function retype(reply: Reply, { value }: Blow): Reply {
  return { ...reply, headers: { ...reply.headers, "content-type": value } };
}

function nest(reply: Reply): Reply {
  return { ...reply, body: { kind: "text", text: "[".repeat(100_000) + "]".repeat(100_000) } };
}

function flood(reply: Reply, { value }: Blow, headers: Reply["headers"]): Reply {
  const chunk = new Uint8Array(65_536).fill(0x61);
  let left = Number(value);
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"images":"')),
      pull: (controller) => {
        if (left <= 0) return endFlood(controller);
        controller.enqueue(chunk.subarray(0, left));
        left -= chunk.length;
      },
    },
    { highWaterMark: 0 },
  );
  const body: Body = { kind: "stream", stream };
  return { ...reply, status: 200, headers: { "content-type": "application/json", ...headers }, body };
}

function endFlood(controller: ReadableStreamDefaultController<Uint8Array>): void {
  controller.enqueue(new TextEncoder().encode('"}'));
  controller.close();
}

function echoKey(_: Reply, { request }: Blow): Reply {
  const key = request.headers.get("authorization") ?? "";
  return replyJson(
    500,
    { error: { message: `upstream refused "${key}"`, type: "upstream_error", code: key } },
    { "x-upstream-authorization": key },
  );
}
