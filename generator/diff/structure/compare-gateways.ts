import type { Document, Gateway } from "../../document.ts";
import type { Json } from "../../json.ts";
import { under } from "../../json-pointer.ts";
import type { Change, Effect } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import { effectOf } from "./effect-of.ts";
import type { Recorder } from "./recorder.ts";

/** Compares the gateways of two documents: server, credentials, queue protocol. */
export function compareGateways(base: Document, head: Document, record: Recorder): void {
  const [from, to] = [base["x-docket-gateways"] ?? {}, head["x-docket-gateways"] ?? {}];
  const note = noter(from, to, record);
  for (const id of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [before, after] = [ownOf(from, id), ownOf(to, id)];
    if (before === undefined) note(id, { rule: "gateway-added", effect: "added", after: id });
    else if (after === undefined) note(id, { rule: "gateway-removed", effect: "removed", before: id });
    else {
      note(
        id,
        {
          rule: "gateway-server-changed",
          effect: effectOf(before.server, after.server),
          before: before.server,
          after: after.server,
        },
        "server",
      );
      note(
        id,
        {
          rule: "gateway-auth-changed",
          effect: effectOf(before.auth, after.auth),
          before: before.auth,
          after: after.auth,
        },
        "auth",
      );
      note(
        id,
        {
          rule: "queue-protocol-changed",
          effect: effectOf(before.queue, after.queue),
          before: before.queue,
          after: after.queue,
        },
        "queue",
      );
    }
  }
}

interface Said {
  readonly rule: RuleId;
  readonly effect: Effect | undefined;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
}

type Gateways = Document["x-docket-gateways"];

function noter(
  base: Gateways,
  head: Gateways,
  record: Recorder,
): (id: string, said: Said, key?: keyof Gateway & string) => void {
  return (id, { effect, ...said }, key) => {
    if (effect === undefined) return;
    const change: Change = {
      ...said,
      effect,
      pointer: under("#/x-docket-gateways", id, ...(key === undefined ? [] : [key])),
      subject: `gateway ${id}`,
      base: { holder: ownOf(base, id) ?? base, key },
      head: { holder: ownOf(head, id) ?? head, key },
    };
    record.changes.push({ change, travel: "none" });
  };
}

function ownOf(gateways: Gateways, id: string): Gateway | undefined {
  return Object.hasOwn(gateways, id) ? gateways[id] : undefined;
}
