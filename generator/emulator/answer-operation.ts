import type { MediaType, Operation, Response } from "../document.ts";
import type { Schemas } from "./check-body.ts";
import { checkInput } from "./check-input.ts";
import { type Reply, replyJson } from "./reply.ts";
import { sampleValue } from "./sample-value.ts";
import { parseWire, type WireValue } from "./wire-value.ts";

/** The answer of an operation that is no part of a queue: its documented example, or a value made from its schema. */
export function answerOperation(operation: Operation, schemas: Schemas, body: string): Reply {
  const asked = operation.requestBody?.content["application/json"];
  const issues = asked === undefined || body === "" ? [] : checkInput(asked, parseWire(body) ?? null, schemas);
  if (issues.length > 0) return replyJson(422, { detail: issues });
  const [status, response] = successOf(operation);
  const media = response?.content?.["application/json"];
  return replyJson(status, media === undefined ? {} : exampleOf(media, schemas));
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
