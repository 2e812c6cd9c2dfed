import type { Operation } from "../../document.ts";
import { under } from "../../json-pointer.ts";
import { toJson } from "../canonical.ts";
import type { Change, Effect } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareQueues } from "./compare-queues.ts";
import { compareRequestBody } from "./compare-request-body.ts";
import { compareResponses } from "./compare-responses.ts";
import { compareServers } from "./compare-servers.ts";
import { effectOf } from "./effect-of.ts";
import { deprecationEffect, stabilityEffect, sunsetEffect } from "./lifecycle.ts";
import type { OperationPair } from "./operation-pair.ts";

/** Compares two operations that stand for each other: notes, parameters, bodies, responses, servers, queue. */
export function compareOperation(pair: OperationPair): void {
  compareNotes(pair);
  compareParameters(pair);
  compareRequestBody(pair);
  compareResponses(pair);
  compareServers(pair);
  compareQueues(pair);
}

function compareNotes(pair: OperationPair): void {
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

function noteChange(pair: OperationPair, rule: RuleId, key: keyof Operation & string, effect: Effect): Change {
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
