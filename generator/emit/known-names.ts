import type { Plan } from "../plan.ts";

/** Names that emitted modules use besides those a plan decides: of their own, of the runtime, of openapi-typescript. */
const fixedNames = [
  ...["Defaults", "Constraints", "Entry", "Fits", "Shape", "Table", "Id", "Field", "Schema", "Partial"],
  ...["EndpointMap", "EndpointId", "EndpointIdsByGateway", "InputOf", "OutputOf", "GatewayMap"],
  ...["defaults", "constraints", "endpoints", "gateways", "requests", "createClient", "createApi", "const"],
  ...["CreateClient", "defineClient", "CreateApi", "defineApi", "FieldConstraint"],
  ...[
    "paths",
    "webhooks",
    "components",
    "$defs",
    "operations",
    "Record",
    "Omit",
    "WithRequired",
    "NonNullable",
    "PropertyKey",
    "Blob",
    "T",
    "K",
    "P",
    "key",
    "name",
  ],
];

/** Every identifier that may stand in emitted text as something else than a member's name. */
export function knownNames(plan: Plan): ReadonlySet<string> {
  const endpoints = plan.endpoints.flatMap(({ typeName }) => [`${typeName}Input`, `${typeName}Output`]);
  return new Set([...fixedNames, ...endpoints, ...plan.models.map(({ typeName }) => typeName)]);
}
