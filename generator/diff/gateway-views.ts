import type { Document, GatewayDifference, Operation } from "../document.ts";
import { isObject } from "../json.ts";
import { applyDifferences } from "./apply-differences.ts";
import { stateDocument } from "./state-document.ts";

/** Both documents as one gateway states them. */
export interface GatewayView {
  readonly gateway: string;
  readonly base: Document;
  readonly head: Document;
}

/**
 * The views of the gateways that both documents have. None where the documents speak for themselves: each has one gateway, the same,
 * or one of them does not say what each of its gateways states.
 */
export function gatewayViews(base: Document, head: Document): readonly GatewayView[] {
  const [from, to] = [gatewaysOf(base), gatewaysOf(head)];
  const alone = from.length < 2 && to.length < 2;
  if (alone || !speaksForGateways(base) || !speaksForGateways(head)) return [];
  const both = from.filter((gateway) => to.includes(gateway));
  return both.map((gateway) => ({ gateway, base: viewOf(base, gateway), head: viewOf(head, gateway) }));
}

/** Whether both operations are offered by the gateway. */
export function isOfferedBy(gateway: string, ...operations: readonly Operation[]): boolean {
  return operations.every((operation) => (operation["x-docket-gateways"] ?? []).includes(gateway));
}

function gatewaysOf(document: Document): readonly string[] {
  return Object.keys(document["x-docket-gateways"]);
}

function speaksForGateways(document: Document): boolean {
  return gatewaysOf(document).length < 2 || document["x-docket-differences"] !== undefined;
}

function viewOf(document: Document, gateway: string): Document {
  const all: unknown = document["x-docket-differences"];
  const stated = isObject(all) && Object.hasOwn(all, gateway) ? all[gateway] : undefined;
  const differences: readonly unknown[] = Array.isArray(stated) ? stated : [];
  // Stated anew, because a file may hold differences that leave no document.
  return isObject(document) && differences.length > 0
    ? stateDocument(applyDifferences(document, differences.filter(isDifference)))
    : document;
}

function isDifference(value: unknown): value is GatewayDifference {
  return isObject(value) && typeof value["at"] === "string";
}
