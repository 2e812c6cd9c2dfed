import type { Operation, QueueRole } from "../../document.ts";
import type { Json } from "../../json.ts";
import { under } from "../../json-pointer.ts";
import type { Change, Effect } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import { effectOf } from "./effect-of.ts";
import type { OperationPair } from "./operation-pair.ts";

/** Compares which part an operation plays in which queue. */
export function compareQueues(pair: OperationPair): void {
  const [base, head] = [pair.base["x-docket-queue"], pair.head["x-docket-queue"]];
  const role = effectOf(base?.role, head?.role);
  if (role !== undefined) {
    note(pair, {
      rule: "queue-role-changed",
      effect: role,
      subject: pair.label,
      key: "role",
      before: base?.role,
      after: head?.role,
    });
    return;
  }
  if (base?.role === "submit" && head?.role === "submit") compareSubmits(pair, base, head);
}

/** Compares which gateways offer an operation. */
export function compareOffers(pair: OperationPair): void {
  const [base, head] = [pair.base["x-docket-gateways"] ?? [], pair.head["x-docket-gateways"] ?? []];
  const at = { subject: pair.label, field: "x-docket-gateways" } as const;
  for (const id of base)
    if (!head.includes(id))
      note(pair, { rule: "gateway-offer-removed", effect: "removed", before: id, key: id, ...at });
  for (const id of head)
    if (!base.includes(id)) note(pair, { rule: "gateway-offer-added", effect: "added", after: id, key: id, ...at });
}

type Submit = Extract<QueueRole, { readonly role: "submit" }>;

function compareSubmits(pair: OperationPair, base: Submit, head: Submit): void {
  const { label } = pair;
  const renamed = effectOf(base.endpoint, head.endpoint);
  if (renamed !== undefined) {
    note(pair, {
      rule: "endpoint-renamed",
      effect: "changed",
      subject: label,
      key: "endpoint",
      before: base.endpoint,
      after: head.endpoint,
    });
  }
  for (const [gateway, before] of Object.entries(base.protocols)) {
    const after = Object.hasOwn(head.protocols, gateway) ? head.protocols[gateway] : undefined;
    if (after === undefined || after === before) continue;
    note(pair, {
      rule: "queue-protocol-changed",
      effect: "changed",
      subject: `${label} at ${gateway}`,
      key: gateway,
      before,
      after,
    });
  }
  const [from, to] = [base.output, head.output];
  if (from === undefined || to === undefined) return;
  const site = (schema: typeof from, pointer: string) => [
    { schema, pointer: under(pointer, "x-docket-queue", "output"), label: `result of ${label}` },
  ];
  const context = { travel: "response", writing: "json", defaults: "none", lists: "plain" } as const;
  pair.record.uses.push({
    base: site(from, pair.basePointer),
    head: site(to, pair.headPointer),
    context,
    operation: label,
  });
}

interface Note {
  readonly rule: RuleId;
  readonly effect: Effect;
  readonly subject: string;
  readonly key: string;
  readonly field?: keyof Operation & string;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
}

function note(pair: OperationPair, { key, field = "x-docket-queue", ...said }: Note): void {
  const change: Change = {
    ...said,
    pointer: under(pair.headPointer, field, key),
    base: { holder: pair.base, key: field },
    head: { holder: pair.head, key: field },
  };
  pair.record.changes.push({ change, travel: "none", operation: pair.label });
}
