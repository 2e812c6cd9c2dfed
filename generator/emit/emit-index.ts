import type { Plan } from "../plan.ts";
import { generatedHeader } from "./generated-header.ts";
import type { ModuleStructure, ReexportStructure, StatementStructure, TypeStructure } from "./module-structure.ts";

const runtime = "@docket/runtime";

/** `src/index.ts`: `createClient` bound to the tables, and what callers import beside it. */
export function emitIndex(plan: Plan): ModuleStructure {
  return {
    path: "src/index.ts",
    header: generatedHeader(plan),
    imports: [
      { from: runtime, types: ["CreateClient"], values: ["defineClient"] },
      { from: "./constraints.js", values: ["constraints"] },
      { from: "./defaults.js", values: ["defaults"] },
      { from: "./endpoints.js", types: ["EndpointMap"], values: ["endpoints"] },
      { from: "./gateways.js", types: ["GatewayMap"], values: ["gateways"] },
    ],
    statements: [...reexports(plan), schema, createClient],
  };
}

function reexports(plan: Plan): readonly ReexportStructure[] {
  const types = (from: string, names: readonly string[] | "*"): ReexportStructure => {
    return { kind: "reexport", from, names, only: "types" };
  };
  return [
    { kind: "reexport", from: runtime, names: "*", only: "values" },
    types("./endpoints.js", ["EndpointId", "EndpointIdsByGateway", "EndpointMap", "InputOf", "OutputOf"]),
    types("./gateways.js", ["GatewayMap"]),
    ...(plan.models.length === 0 ? [] : [types("./schemas.js", "*")]),
    { kind: "reexport", from: "./constraints.js", names: ["constraints"], only: "values" },
    { kind: "reexport", from: "./defaults.js", names: ["defaults"], only: "values" },
    { kind: "reexport", from: "./endpoints.js", names: ["endpoints"], only: "values" },
    { kind: "reexport", from: "./gateways.js", names: ["gateways"], only: "values" },
  ];
}

const schema: StatementStructure = {
  kind: "interface",
  name: "Schema",
  exported: false,
  doc: [],
  shape: {
    kind: "object",
    members: [
      { name: "endpoints", optional: false, doc: [], type: { kind: "reference", name: "EndpointMap" } },
      { name: "gateways", optional: false, doc: [], type: { kind: "reference", name: "GatewayMap" } },
    ],
  },
};

const schemaType: TypeStructure = { kind: "reference", name: "Schema" };

const createClient: StatementStructure = {
  kind: "binding",
  name: "createClient",
  doc: ["Makes a client of a gateway: submits jobs, waits for them, returns their results."],
  type: { kind: "reference", name: "CreateClient", parameters: [schemaType] },
  callee: "defineClient",
  argument: ["gateways", "endpoints", "defaults", "constraints"],
};
