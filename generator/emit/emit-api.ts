import type { Plan } from "../plan.ts";
import { generatedHeader } from "./generated-header.ts";
import type { ModuleStructure, TypeStructure } from "./module-structure.ts";

/** `src/api.ts`: the client of every documented operation, an entry of its own because its types are heavy; made of these tables. */
export function emitApi(plan: Plan, tables: readonly ("gateways" | "requests")[]): ModuleStructure {
  const named = (name: string): TypeStructure => ({ kind: "reference", name });
  return {
    path: "src/api.ts",
    header: generatedHeader(plan),
    imports: [
      { from: "@docket/runtime/api", types: ["CreateApi"], values: ["defineApi"] },
      { from: "./gateways.js", types: ["GatewayMap"], values: ["gateways"] },
      { from: "./paths.js", types: ["paths"] },
      ...(tables.includes("requests") ? [{ from: "./requests.js", values: ["requests"] }] : []),
    ],
    statements: [
      { kind: "reexport", from: "./paths.js", names: ["components", "operations", "paths"], only: "types" },
      {
        kind: "binding",
        name: "createApi",
        doc: ["Makes an openapi-fetch client of a gateway, typed by every documented operation."],
        type: { kind: "reference", name: "CreateApi", parameters: [named("paths"), named("GatewayMap")] },
        callee: "defineApi",
        argument: tables,
      },
    ],
  };
}
