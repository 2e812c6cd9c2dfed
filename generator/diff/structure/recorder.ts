import type { Operation } from "../../document.ts";
import type { Change } from "../change.ts";
import type { Context, Travel } from "../schema/context.ts";
import type { Site } from "../schema/shape.ts";

/** A place where two schemas stand for each other in a message of an operation. */
export interface Use {
  readonly base: Site;
  readonly head: Site;
  readonly context: Context;
  readonly operation: string;
}

/** A change of the structure around schemas, with the way it travels and the operation it belongs to. */
export interface Recorded {
  readonly change: Change;
  readonly travel: Travel | "none";
  readonly operation?: string | undefined;
}

/** Two operations that stand for each other. */
export interface MatchedOperation {
  readonly base: Operation;
  readonly head: Operation;
  readonly label: string;
}

/** Collects what comparisons of the structure find. */
export interface Recorder {
  readonly changes: Recorded[];
  readonly uses: Use[];
  /** Operations that callers call (no webhooks or callbacks) and both documents have. */
  readonly operations: MatchedOperation[];
}

/** Both sides of an operation, with how they are called and which way their messages travel. */
export interface OperationPair<Side> {
  readonly base: Side;
  readonly head: Side;
  /** `POST /pets` */
  readonly label: string;
  readonly basePointer: string;
  readonly headPointer: string;
  /** Which way its request travels: `request`, or `response` for webhooks and callbacks, which the service sends. */
  readonly asks: Travel;
  readonly record: Recorder;
}

/** Which way the answer travels. */
export function answers(asks: Travel): Travel {
  return asks === "request" ? "response" : "request";
}
