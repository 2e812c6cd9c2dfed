import type { Job } from "../job.ts";
import type { Answer, Reply } from "../reply.ts";
import type { Step } from "../request-log.ts";
import { isWireObject, type WireObject, type WireValue } from "../wire-value.ts";
import type { Blow, FaultKind } from "./fault.ts";

/** A row of a fault table. */
export type FaultRow = readonly [name: string, kind: FaultKind];

/** The value a fault takes: what it means, and what it is when the script gives none. */
export type FaultValue = NonNullable<FaultKind["value"]>;

/** Steps that a client takes with a job. */
export const jobSteps: readonly Step[] = ["submit", "status", "result", "cancel", "stream"];

/** Steps that read. */
export const readSteps: readonly Step[] = ["status", "result", "stream"];

/** A fault that answers instead of the gateway, which never sees the request. */
export function onArrival(
  about: string,
  on: readonly Step[],
  answer: (blow: Blow) => Answer,
  value?: FaultValue,
): FaultKind {
  return { about, on, strike: { at: "arrival", answer }, ...(value === undefined ? {} : { value }) };
}

/** A fault that spoils the gateway's answer after it did its work. */
export function onAnswer(
  about: string,
  on: readonly Step[],
  answer: (reply: Reply, blow: Blow) => Answer,
  value?: FaultValue,
): FaultKind {
  return { about, on, strike: { at: "answer", answer }, ...(value === undefined ? {} : { value }) };
}

/** A fault that changes one thing in the gateway's JSON; answers that are no JSON object stay as they are. */
export function onBody(
  about: string,
  on: readonly Step[],
  change: (body: WireObject, blow: Blow) => WireValue,
  value?: FaultValue,
): FaultKind {
  const answer = (reply: Reply, blow: Blow): Reply => {
    if (reply.body.kind !== "json" || !isWireObject(reply.body.value)) return reply;
    return { ...reply, body: { kind: "json", value: change(reply.body.value, blow) } };
  };
  return onAnswer(about, on, answer, value);
}

/** A fault that changes a job as it enters the queue. */
export function onJob(about: string, change: (job: Job, blow: Blow) => Job, value?: FaultValue): FaultKind {
  return { about, on: ["submit"], strike: { at: "job", change }, ...(value === undefined ? {} : { value }) };
}
