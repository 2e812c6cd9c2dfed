import type { Json } from "../json.ts";
import type { StatementStructure, TypeStructure } from "./module-structure.ts";

/** A table by endpoint id, and the type that each of its entries must have. */
export interface CheckedTable {
  readonly name: string;
  readonly typeName: string;
  readonly doc: string;
  readonly value: Json;
  /** The type of an entry; `Id` in it is the endpoint's id. */
  readonly shape: TypeStructure;
}

/**
 * The statements of a table whose type compiles only while each entry has its shape. `satisfies` would say the same, but
 * declarations made file by file cannot carry it.
 */
export function checkedTable({ name, typeName, doc, value, shape }: CheckedTable): readonly StatementStructure[] {
  const ids: TypeStructure = { kind: "reference", name: "EndpointId" };
  const rows: TypeStructure = { kind: "mapped", name: "Id", keys: ids, optional: "", type: shape };
  const table: TypeStructure = { kind: "typeof", name };
  return [
    { kind: "table", name, doc: [doc], value },
    {
      kind: "alias",
      name: "Fits",
      exported: false,
      doc: ["A table that has this shape; anything else does not compile."],
      parameters: [{ name: "Shape" }, { name: "Table", constraint: { kind: "reference", name: "Shape" } }],
      type: { kind: "reference", name: "Table" },
    },
    {
      kind: "alias",
      name: typeName,
      exported: true,
      doc: [`The type of {@link ${name}}.`],
      type: { kind: "reference", name: "Fits", parameters: [rows, table] },
    },
  ];
}
