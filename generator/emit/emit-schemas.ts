import type { Plan, PlannedModel } from "../plan.ts";
import { fieldDoc } from "./field-doc.ts";
import { generatedHeader } from "./generated-header.ts";
import type { DocStructure, ModuleStructure, StatementStructure } from "./module-structure.ts";
import { namedType } from "./named-type.ts";
import { commentText } from "./text/comment-text.ts";
import { isForeign, type TypeNames } from "./type-names.ts";

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
  return namedType(model.typeName, modelDoc(model), model.schema, { typeNames, access });
}

/** The comment of a schema's type: the name that its document has for it, where that is another, before all else. */
function modelDoc({ schema }: PlannedModel): DocStructure {
  const text = fieldDoc(schema);
  if (!isForeign(schema.title)) return text;
  return [...commentText(schema.title), ...(text.length === 0 ? [] : ["", ...text])];
}
