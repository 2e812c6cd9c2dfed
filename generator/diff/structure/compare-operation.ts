import type { Operation } from "../../document.ts";
import type { Json } from "../../json.ts";
import { canonical, toJson } from "../canonical.ts";
import type { Change, Effect } from "../change.ts";
import { under } from "../pointer.ts";
import type { RuleId } from "../rules/rules.ts";
import { compareParameters } from "./compare-parameters.ts";
import { comparePaths, type PathSet } from "./compare-paths.ts";
import { compareQueues } from "./compare-queues.ts";
import { compareRequestBody } from "./compare-request-body.ts";
import { compareResponses } from "./compare-responses.ts";
import { deprecationEffect, stabilityEffect, sunsetEffect } from "./lifecycle.ts";
import type { OperationPair } from "./recorder.ts";

/** Both sides of an operation with their paths and the day of the comparison. */
export interface OperationComparison extends OperationPair<Operation> {
  readonly paths: readonly [base: string, head: string];
  readonly today: string;
}

/** Compares two operations that stand for each other: notes, parameters, bodies, responses, callbacks, queue. */
export function compareOperation(pair: OperationComparison): void {
  if (pair.asks === "request") pair.record.operations.push(pair);
  compareNotes(pair);
  compareParameters(pair);
  compareRequestBody(pair);
  compareResponses(pair);
  compareQueues(pair);
  compareCallbacks(pair);
}

function compareNotes(pair: OperationComparison): void {
  const { base, head } = pair;
  const noted = (rule: RuleId, key: keyof Operation & string, effect: Effect | undefined): void => {
    if (effect === undefined) return;
    pair.record.changes.push({ change: noteChange(pair, rule, key, effect), travel: "none", operation: pair.label });
  };
  if (pair.asks === "request")
    noted("operation-id-changed", "operationId", effectOf(base.operationId, head.operationId));
  noted("operation-deprecated", "deprecated", deprecationEffect(base, head));
  noted("sunset-changed", "x-sunset", sunsetEffect(base, head));
  noted("stability-lowered", "x-stability-level", stabilityEffect(base, head));
}

function noteChange(pair: OperationComparison, rule: RuleId, key: keyof Operation & string, effect: Effect): Change {
  return {
    rule,
    effect,
    pointer: under(pair.headPointer, key),
    subject: pair.label,
    before: pair.base[key] === undefined ? undefined : toJson(pair.base[key]),
    after: pair.head[key] === undefined ? undefined : toJson(pair.head[key]),
    base: { holder: pair.base, key },
    head: { holder: pair.head, key },
  };
}

/** Added, removed or changed; undefined when both are the same. */
export function effectOf(base: Json | undefined, head: Json | undefined): "added" | "removed" | "changed" | undefined {
  if (base === undefined) return head === undefined ? undefined : "added";
  if (head === undefined) return "removed";
  return canonical(base) === canonical(head) ? undefined : "changed";
}

function compareCallbacks(pair: OperationComparison): void {
  const [base, head] = [pair.base.callbacks ?? {}, pair.head.callbacks ?? {}];
  for (const name of new Set([...Object.keys(base), ...Object.keys(head)])) {
    const set: PathSet = {
      pointer: under(pair.headPointer, "callbacks", name),
      asks: pair.asks === "request" ? "response" : "request",
      name: (expression) => `callback ${name} ${expression} of ${pair.label}`,
      rules: { come: "callback-added", gone: "callback-removed" },
      today: pair.today,
    };
    comparePaths(ownOf(base, name), ownOf(head, name), set, pair.record);
  }
}

function ownOf<Value>(all: { readonly [name: string]: Value }, name: string): Value | Record<string, never> {
  return (Object.hasOwn(all, name) ? all[name] : undefined) ?? {};
}
