import { fromEntries } from "../json.ts";
import type { Plan, PlannedGateway } from "../plan.ts";
import { gatewayEntry } from "./endpoint-tables.ts";
import { generatedHeader } from "./generated-header.ts";
import type { MemberStructure, ModuleStructure, TypeStructure } from "./module-structure.ts";

/** `src/gateways.ts`: the table of gateways, and what a client of each may do. */
export function emitGateways(plan: Plan): ModuleStructure {
  const members = plan.gateways.map(gatewayMember);
  return {
    path: "src/gateways.ts",
    header: generatedHeader(plan),
    imports: plan.gateways.length === 0 ? [] : [{ from: "./endpoints.js", types: ["EndpointIdsByGateway"] }],
    statements: [
      {
        kind: "table",
        name: "gateways",
        doc: ["Where each gateway is, how it takes credentials, and what it offers."],
        value: fromEntries(plan.gateways.map((gateway) => [gateway.id, gatewayEntry(gateway)])),
      },
      {
        kind: "interface",
        name: "GatewayMap",
        exported: true,
        doc: ["The endpoints of each gateway, its queue protocol, and whether its address is known."],
        shape: { kind: "object", members },
      },
    ],
  };
}

function gatewayMember({ id, server, protocol }: PlannedGateway): MemberStructure {
  const ids: TypeStructure = { kind: "reference", name: "EndpointIdsByGateway" };
  const endpoints: TypeStructure = { kind: "member", of: ids, key: { kind: "literal", value: id } };
  const type: TypeStructure = {
    kind: "object",
    members: [
      { name: "endpoints", optional: false, doc: [], type: endpoints },
      { name: "protocol", optional: false, doc: [], type: { kind: "literal", value: protocol } },
      { name: "server", optional: false, doc: [], type: { kind: "literal", value: server !== undefined } },
    ],
  };
  return { name: id, optional: false, doc: [], type };
}
