import { fromEntries, type Json } from "../json.ts";
import type { Plan } from "../plan.ts";
import { constraintsTable, defaultsTable, endpointEntry, gatewayEntry } from "./endpoint-tables.ts";
import { requestsTable } from "./requests-table.ts";

/** The tables that emitted modules must hold: by path of the module, then by name. */
export function expectedTables(plan: Plan): ReadonlyMap<string, ReadonlyMap<string, Json>> {
  const byId = (entry: (endpoint: Plan["endpoints"][number]) => Json): Json =>
    fromEntries(plan.endpoints.map((endpoint) => [endpoint.id, entry(endpoint)]));
  const gateways = fromEntries(plan.gateways.map((gateway) => [gateway.id, gatewayEntry(gateway)]));
  const requests = requestsTable(plan.document);
  return new Map([
    ...(Object.keys(requests).length === 0 ? [] : [["src/requests.ts", new Map([["requests", requests]])] as const]),
    ["src/constraints.ts", new Map([["constraints", byId(constraintsTable)]])],
    ["src/defaults.ts", new Map([["defaults", byId(defaultsTable)]])],
    ["src/endpoints.ts", new Map([["endpoints", byId(endpointEntry)]])],
    ["src/gateways.ts", new Map([["gateways", gateways]])],
    ...plan.endpoints
      .filter(({ part }) => part === undefined)
      .map((endpoint) => [`src/endpoints/${endpoint.slug}.ts`, endpointTables(endpoint)] as const),
  ]);
}

function endpointTables(endpoint: Plan["endpoints"][number]): ReadonlyMap<string, Json> {
  return new Map([
    ["defaults", defaultsTable(endpoint)],
    ["constraints", constraintsTable(endpoint)],
  ]);
}
