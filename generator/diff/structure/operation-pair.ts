import type { Operation } from "../../document.ts";
import type { Travel } from "../schema/context.ts";
import type { Recorder } from "./recorder.ts";

/** Two operations that stand for each other. */
export interface OperationPair {
  readonly base: Operation;
  readonly head: Operation;
  /** `POST /pets` */
  readonly label: string;
  readonly basePointer: string;
  readonly headPointer: string;
  readonly paths: readonly [base: string, head: string];
  /** Which way its request travels: `request`, or `response` for webhooks and callbacks, which the service sends. */
  readonly asks: Travel;
  /** The day of the comparison, as an ISO date, for sunsets. */
  readonly today: string;
  readonly record: Recorder;
}

/** Which way the answer travels. */
export function answers(asks: Travel): Travel {
  return asks === "request" ? "response" : "request";
}
