import type { RequestBody } from "../../document.ts";
import { under } from "../../json-pointer.ts";
import type { Change } from "../change.ts";
import { compareContent } from "./compare-content.ts";
import type { OperationPair } from "./operation-pair.ts";

/** Compares the request bodies of an operation. */
export function compareRequestBody(pair: OperationPair): void {
  const [base, head] = [pair.base.requestBody, pair.head.requestBody];
  if (base === undefined && head === undefined) return;
  if (base === undefined || head === undefined) {
    record(pair, cameOrWent(pair, base, head));
    return;
  }
  compareRequired(pair, base, head);
  compareContent({
    base: base.content ?? {},
    head: head.content ?? {},
    basePointer: under(pair.basePointer, "requestBody", "content"),
    headPointer: under(pair.headPointer, "requestBody", "content"),
    subject: subjectOf(pair),
    operation: pair.label,
    travel: pair.asks,
    defaults: pair.asks === "request" ? "client" : "none",
    rules: {
      come: "request-media-type-added",
      gone: "request-media-type-removed",
      goneEffect: "narrower",
      changed: "request-media-type-removed",
    },
    record: pair.record,
  });
}

function subjectOf(pair: OperationPair): string {
  return `request body of ${pair.label}`;
}

function record(pair: OperationPair, change: Change): void {
  pair.record.changes.push({ change, travel: pair.asks, operation: pair.label });
}

function cameOrWent(pair: OperationPair, base: RequestBody | undefined, head: RequestBody | undefined): Change {
  const spots = {
    base: { holder: base ?? pair.base },
    head: { holder: head ?? pair.head },
    subject: subjectOf(pair),
    pointer: under(head === undefined ? pair.basePointer : pair.headPointer, "requestBody"),
  };
  if (head === undefined) return { rule: "request-body-removed", effect: "removed", ...spots };
  return { rule: "request-body-added", effect: head.required === true ? "narrower" : "added", ...spots };
}

function compareRequired(pair: OperationPair, base: RequestBody, head: RequestBody): void {
  const [before, after] = [base.required === true, head.required === true];
  if (before === after) return;
  record(pair, {
    rule: "request-body-required-changed",
    effect: after ? "narrower" : "wider",
    pointer: under(pair.headPointer, "requestBody", "required"),
    subject: subjectOf(pair),
    before,
    after,
    base: { holder: base, key: "required" },
    head: { holder: head, key: "required" },
  });
}
