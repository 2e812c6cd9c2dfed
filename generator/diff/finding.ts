import type { Json } from "../json.ts";
import type { Place } from "../place.ts";
import type { RuleId } from "./rules/rule-id.ts";

/**
 * What a change touches. `wire`: would an old request or an old reader fail? `source`: would code written against the old
 * package still compile? `runtime`: what the client does by itself: defaults, base URL, credentials, queue protocol.
 */
export type Axis = "wire" | "source" | "runtime";

/** How bad a finding is: `breaking` breaks callers, `risky` may (the documents do not say), `safe` does not. */
export type Severity = "breaking" | "risky" | "safe";

/** The axes in the order reports show them. */
export const axes: readonly Axis[] = ["wire", "source", "runtime"];

/** The severities, worst first. */
export const severities: readonly Severity[] = ["breaking", "risky", "safe"];

/** Which way the changed thing travels: in what callers send, in what they get, in both, or in neither. */
export type Direction = "request" | "response" | "both" | "none";

/** A change between two documents, as it touches one axis. */
export interface Finding {
  readonly rule: RuleId;
  readonly axis: Axis;
  readonly severity: Severity;
  readonly direction: Direction;
  /** JSON pointer into the head document; into the base document for what is gone. */
  readonly pointer: string;
  readonly before?: Json;
  readonly after?: Json;
  /** `POST /path` each, sorted: the operations that the cause reaches. Empty for what belongs to no operation. */
  readonly operations: readonly string[];
  /** The gateways whose callers it is about, sorted; absent when it is about all that offer the operations. */
  readonly gateways?: readonly string[];
  /** Where it stood and stands. A removal's `head` is the place of the surviving parent. Absent when no reader said. */
  readonly locations: { readonly base?: Place; readonly head?: Place };
  /** 16 hex digits over rule, axis, pointer and values; stable against wording, order and place. */
  readonly fingerprint: string;
  /** One sentence. Text of a document in it is raw: reports make it safe for where they write. */
  readonly message: string;
}
