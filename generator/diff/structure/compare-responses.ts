import type { Response } from "../../document.ts";
import { under } from "../../json-pointer.ts";
import type { Change } from "../change.ts";
import { compareContent } from "./compare-content.ts";
import { compareHeaders } from "./compare-headers.ts";
import { compareLinks } from "./compare-links.ts";
import { answers, type OperationPair } from "./operation-pair.ts";

type Responses = { readonly [status: string]: Response };

/** Compares the responses of an operation, by status. A status that a range of the other side covers stands for it. */
export function compareResponses(pair: OperationPair): void {
  const [base, head] = [pair.base.responses ?? {}, pair.head.responses ?? {}];
  const met = new Set<string>();
  for (const status of Object.keys(base)) {
    const other = counterpart(status, head);
    if (other === undefined) {
      responseWent(pair, status, base);
      continue;
    }
    met.add(other);
    compareResponse(pair, status, other);
  }
  for (const status of Object.keys(head))
    if (!met.has(status) && counterpart(status, base) === undefined) responseCame(pair, status, head);
}

function counterpart(status: string, others: Responses): string | undefined {
  if (Object.hasOwn(others, status)) return status;
  const range = `${status.slice(0, 1)}XX`;
  return Object.keys(others).find(
    (other) => other.toUpperCase() === range || (isRange(status) && other.startsWith(status.slice(0, 1))),
  );
}

function isRange(status: string): boolean {
  return /^[1-5]XX$/i.test(status);
}

/** Whether a status announces that it worked. Redirects and `default` do not. */
function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

function record(pair: OperationPair, change: Change): void {
  pair.record.changes.push({ change, travel: answers(pair.asks), operation: pair.label });
}

function responseWent(pair: OperationPair, status: string, base: Responses): void {
  record(pair, {
    rule: "response-removed",
    effect: isSuccess(status) ? "wider" : "removed",
    pointer: under(pair.basePointer, "responses", status),
    subject: `response ${status} of ${pair.label}`,
    before: status,
    base: { holder: base, key: status },
    head: { holder: pair.head.responses ?? pair.head },
  });
}

function responseCame(pair: OperationPair, status: string, head: Responses): void {
  record(pair, {
    rule: "response-added",
    effect: isSuccess(status) ? "wider" : "added",
    pointer: under(pair.headPointer, "responses", status),
    subject: `response ${status} of ${pair.label}`,
    after: status,
    base: { holder: pair.base.responses ?? pair.base },
    head: { holder: head, key: status },
  });
}

function compareResponse(pair: OperationPair, baseStatus: string, headStatus: string): void {
  const [base, head] = [pair.base.responses[baseStatus], pair.head.responses[headStatus]];
  if (base === undefined || head === undefined) return;
  const subject = `response ${headStatus} of ${pair.label}`;
  const [basePointer, headPointer] = [
    under(pair.basePointer, "responses", baseStatus),
    under(pair.headPointer, "responses", headStatus),
  ];
  const shared = { subject, operation: pair.label, travel: answers(pair.asks), record: pair.record };
  compareContent({
    ...shared,
    base: base.content ?? {},
    head: head.content ?? {},
    basePointer: under(basePointer, "content"),
    headPointer: under(headPointer, "content"),
    defaults: "none",
    rules: {
      come: "response-media-type-added",
      gone: "response-media-type-removed",
      goneEffect: "removed",
      changed: "response-media-type-changed",
    },
  });
  compareHeaders({
    ...shared,
    base,
    head,
    basePointer: under(basePointer, "headers"),
    headPointer: under(headPointer, "headers"),
  });
  compareLinks({ ...shared, base, head, basePointer, headPointer });
}
