import type { Plan, PlannedEndpoint } from "../plan.ts";
import { endpointTypes } from "./emit-endpoint.ts";
import { generatedHeader } from "./generated-header.ts";
import type { ModuleStructure } from "./module-structure.ts";
import { referencedNames } from "./referenced-names.ts";
import type { TypeNames } from "./type-names.ts";

/** `src/endpoints/<part>.ts`, where endpoints are too many for a module each: their inputs and outputs. Their tables stand in those of all. */
export function emitEndpointParts(plan: Plan, typeNames: TypeNames): readonly ModuleStructure[] {
  const parts = new Map<string, PlannedEndpoint[]>();
  for (const endpoint of plan.endpoints) {
    const { part } = endpoint;
    if (part === undefined) continue;
    const others = parts.get(part);
    if (others === undefined) parts.set(part, [endpoint]);
    else others.push(endpoint);
  }
  return [...parts].map(([part, endpoints]) => emitPart(plan, part, endpoints, typeNames));
}

function emitPart(
  plan: Plan,
  part: string,
  endpoints: readonly PlannedEndpoint[],
  typeNames: TypeNames,
): ModuleStructure {
  const types = endpoints.flatMap((endpoint) => endpointTypes(endpoint, typeNames));
  const names = referencedNames(types);
  return {
    path: `src/endpoints/${part}.ts`,
    header: generatedHeader(plan),
    imports: names.length === 0 ? [] : [{ from: "../schemas.js", types: names }],
    statements: types,
  };
}
