import { fromEntries } from "../json.ts";
import type { Plan } from "../plan.ts";
import { checkedTable } from "./checked-table.ts";
import { constraintsTable } from "./endpoint-tables.ts";
import { generatedHeader } from "./generated-header.ts";
import type { ModuleStructure, TypeStructure } from "./module-structure.ts";

/** `src/constraints.ts`: what the documents say about the fields of every endpoint, which its input type must have. */
export function emitConstraints(plan: Plan): ModuleStructure {
  return {
    path: "src/constraints.ts",
    header: generatedHeader(plan),
    imports: [
      { from: "@docket/runtime", types: ["FieldConstraint"] },
      { from: "./endpoints.js", types: ["EndpointId", "InputOf"] },
    ],
    statements: [
      {
        kind: "alias",
        name: "Entry",
        exported: false,
        doc: [],
        parameters: [{ name: "Id", constraint: { kind: "reference", name: "EndpointId" } }],
        type: entryShape(),
      },
      ...checkedTable({
        name: "constraints",
        typeName: "Constraints",
        doc: "What fields may hold and where the documents say so, by endpoint.",
        value: fromEntries(plan.endpoints.map((endpoint) => [endpoint.id, constraintsTable(endpoint)])),
        shape: { kind: "reference", name: "Entry", parameters: [{ kind: "reference", name: "Id" }] },
      }),
    ],
  };
}

/** `{ required: readonly (keyof InputOf<Id>)[]; fields: { readonly [Field in keyof InputOf<Id>]?: FieldConstraint } }` */
function entryShape(): TypeStructure {
  const input: TypeStructure = { kind: "reference", name: "InputOf", parameters: [{ kind: "reference", name: "Id" }] };
  const names: TypeStructure = { kind: "keyof", of: input };
  const constraint: TypeStructure = { kind: "reference", name: "FieldConstraint" };
  const fields: TypeStructure = { kind: "mapped", name: "Field", keys: names, optional: "?", type: constraint };
  return {
    kind: "object",
    members: [
      { name: "required", optional: false, doc: [], type: { kind: "array", element: names, access: "readonly" } },
      { name: "fields", optional: false, doc: [], type: fields },
    ],
  };
}
