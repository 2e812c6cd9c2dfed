import type { MediaType, Operation, Response } from "../document.ts";
import type { Schemas } from "./check-body.ts";
import { checkInput } from "./check-input.ts";
import { encodePicture } from "./pictures/encode-picture.ts";
import { paintPicture } from "./pictures/paint-picture.ts";
import { type Reply, replyJson, replyText } from "./reply.ts";
import { sampleValue } from "./sample-value.ts";
import { parseWire, printWire, type WireValue } from "./wire-value.ts";

/**
 * The answer of an operation that is no part of a queue: its documented example, or a value made from its schema, in the
 * first media type it documents, JSON before others. Only bodies of JSON are checked.
 */
export function answerOperation(operation: Operation, schemas: Schemas, request: Request, body: string): Reply {
  const asked = operation.requestBody?.content["application/json"];
  const isForm = /^(?:multipart\/|application\/x-www-form-urlencoded)/.test(request.headers.get("content-type") ?? "");
  const issues =
    asked === undefined || isForm || body === "" ? [] : checkInput(asked, parseWire(body) ?? null, schemas);
  if (issues.length > 0) return replyJson(422, { detail: issues });
  const [status, response] = successOf(operation);
  const content = response?.content ?? {};
  const [type] = Object.keys(content);
  if (type === undefined) return replyJson(status, {});
  const json = content["application/json"];
  if (json !== undefined || /json$/.test(type))
    return replyJson(status, exampleOf(json ?? content[type] ?? {}, schemas));
  return /^text\/|xml$|yaml$/.test(type)
    ? replyText(status, type, textOf(exampleOf(content[type] ?? {}, schemas)))
    : replyBytes(status, type);
}

function textOf(value: WireValue): string {
  return typeof value === "string" ? value : printWire(value);
}

/** A real picture where one is documented, else a few bytes of nothing. */
function replyBytes(status: number, type: string): Reply {
  const format = type === "image/png" || type === "image/jpeg" ? (type === "image/png" ? "png" : "jpeg") : undefined;
  const bytes =
    format === undefined
      ? new Uint8Array(1024)
      : encodePicture(paintPicture("", type, { width: 256, height: 256 }), format);
  return { kind: "reply", status, headers: { "content-type": type }, body: { kind: "bytes", bytes } };
}

function successOf(operation: Operation): readonly [number, Response | undefined] {
  const found = Object.entries(operation.responses).find(([status]) => /^2/.test(status));
  return found === undefined
    ? [200, undefined]
    : [Number.parseInt(found[0], 10) >= 200 ? Number(found[0]) : 200, found[1]];
}

function exampleOf(media: MediaType, schemas: Schemas): WireValue {
  const [first] = Object.values(media.examples ?? {});
  return media.example ?? first ?? sampleValue(media.schema ?? {}, schemas);
}
