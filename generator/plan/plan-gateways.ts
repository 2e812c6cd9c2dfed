import type { Report } from "../diagnostic.ts";
import type { Document } from "../document.ts";
import type { PlannedEndpoint, PlannedGateway } from "../plan.ts";
import { quote } from "../terminal-text.ts";

/** Whether a job can be cancelled, by queue protocol: those that the runtime speaks. */
const cancels: ReadonlyMap<string, boolean> = new Map([
  ["fal", true],
  ["fal-gateway", false],
]);

/** The gateways of a document, in the order of their ids. */
export function planGateways(
  document: Document,
  endpoints: readonly PlannedEndpoint[],
  report: Report,
): readonly PlannedGateway[] {
  const gateways = Object.entries(document["x-docket-gateways"]).sort(([a], [b]) => (a < b ? -1 : 1));
  return gateways.map(([id, { server, auth, queue }]) => {
    if (!cancels.has(queue)) reportUnknownProtocol(id, queue, report);
    return {
      id,
      ...(server === undefined ? {} : { server }),
      auth,
      protocol: queue,
      cancel: cancels.get(queue) ?? false,
      endpoints: endpoints.filter((endpoint) => endpoint.gateways.includes(id)).map((endpoint) => endpoint.id),
    };
  });
}

function reportUnknownProtocol(id: string, queue: string, report: Report): void {
  report(
    "unknown-protocol",
    `The gateway ${quote(id)} speaks the queue protocol ${quote(queue)}, which no runtime knows.`,
    {
      pointer: `/x-docket-gateways/${id}`,
      hint: `Known protocols: ${[...cancels.keys()].join(", ")}.`,
    },
  );
}
