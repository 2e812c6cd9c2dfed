import { fromEntries } from "../json.ts";
import type { Plan } from "../plan.ts";
import { checkedTable } from "./checked-table.ts";
import { defaultsTable } from "./endpoint-tables.ts";
import { generatedHeader } from "./generated-header.ts";
import type { ModuleStructure, TypeStructure } from "./module-structure.ts";

/** `src/defaults.ts`: the defaults of every endpoint, which must fit its input type. */
export function emitDefaults(plan: Plan): ModuleStructure {
  const input: TypeStructure = { kind: "reference", name: "InputOf", parameters: [{ kind: "reference", name: "Id" }] };
  return {
    path: "src/defaults.ts",
    header: generatedHeader(plan),
    imports: [{ from: "./endpoints.js", types: ["EndpointId", "InputOf"] }],
    statements: checkedTable({
      name: "defaults",
      typeName: "Defaults",
      doc: "The values that fields have when they are left out, by endpoint.",
      value: fromEntries(plan.endpoints.map((endpoint) => [endpoint.id, defaultsTable(endpoint)])),
      shape: { kind: "reference", name: "Partial", parameters: [input] },
    }),
  };
}
