import type { Plan } from "../plan.ts";
import { emitApi } from "./emit-api.ts";
import { emitConstraints } from "./emit-constraints.ts";
import { emitDefaults } from "./emit-defaults.ts";
import { emitEndpoint } from "./emit-endpoint.ts";
import { emitEndpointParts } from "./emit-endpoint-part.ts";
import { emitEndpoints } from "./emit-endpoints.ts";
import { emitGateways } from "./emit-gateways.ts";
import { emitIndex } from "./emit-index.ts";
import { emitRequests } from "./emit-requests.ts";
import { emitRuntimeEntries } from "./emit-runtime-entries.ts";
import { emitSchemas } from "./emit-schemas.ts";
import type { ModuleStructure } from "./module-structure.ts";
import { requestsTable } from "./requests-table.ts";
import { typeNamesOf } from "./type-names.ts";

/** The modules of the generated package that Docket words itself, in no order. */
export function emitModules(plan: Plan): readonly ModuleStructure[] {
  const typeNames = typeNamesOf(plan);
  const requests = requestsTable(plan.document);
  const hasRequests = Object.keys(requests).length > 0;
  return [
    emitApi(plan, hasRequests ? ["gateways", "requests"] : ["gateways"]),
    emitConstraints(plan),
    emitDefaults(plan),
    emitEndpoints(plan),
    emitGateways(plan),
    emitIndex(plan),
    ...(hasRequests ? [emitRequests(plan, requests)] : []),
    ...emitRuntimeEntries(plan),
    ...(plan.models.length === 0 ? [] : [emitSchemas(plan, typeNames)]),
    ...plan.endpoints.flatMap((endpoint) =>
      endpoint.part === undefined ? emitEndpoint(plan, endpoint, typeNames) : [],
    ),
    ...emitEndpointParts(plan, typeNames),
  ];
}
