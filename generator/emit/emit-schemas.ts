import type { Plan, PlannedModel } from "../plan.ts";
import { fieldDoc } from "./field-doc.ts";
import { generatedHeader } from "./generated-header.ts";
import type { ModuleStructure, StatementStructure } from "./module-structure.ts";
import { namedType } from "./named-type.ts";
import type { TypeNames } from "./type-names.ts";

/** `src/schemas.ts`: the types that inputs and outputs share; written only where there are some. */
export function emitSchemas(plan: Plan, typeNames: TypeNames): ModuleStructure {
  return {
    path: "src/schemas.ts",
    header: generatedHeader(plan),
    imports: [],
    statements: plan.models.map((model) => schemaStatement(model, typeNames)),
  };
}

function schemaStatement(model: PlannedModel, typeNames: TypeNames): StatementStructure {
  const access = model.side === "input" ? "readonly" : "mutable";
  return namedType(model.typeName, fieldDoc(model.schema), model.schema, { typeNames, access });
}
