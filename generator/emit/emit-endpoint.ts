import type { Schema } from "../document.ts";
import type { Plan, PlannedEndpoint } from "../plan.ts";
import { constraintsTable, defaultsTable } from "./endpoint-tables.ts";
import { trimBlank } from "./field-doc.ts";
import { endpointHeader } from "./generated-header.ts";
import type { DocStructure, ModuleStructure, StatementStructure } from "./module-structure.ts";
import { namedType } from "./named-type.ts";
import { referencedNames } from "./referenced-names.ts";
import { commentLine, commentText } from "./text/comment-text.ts";
import type { TypeNames } from "./type-names.ts";

/** `src/endpoints/<slug>.ts`: the input, output, defaults and constraints of one endpoint. */
export function emitEndpoint(plan: Plan, endpoint: PlannedEndpoint, typeNames: TypeNames): ModuleStructure {
  const types = endpointTypes(endpoint, typeNames);
  const names = referencedNames(types);
  return {
    path: `src/endpoints/${endpoint.slug}.ts`,
    header: endpointHeader(plan, endpoint),
    imports: names.length === 0 ? [] : [{ from: "../schemas.js", types: names }],
    statements: [...types, ...tables(endpoint)],
  };
}

/** The input and the output of an endpoint. */
export function endpointTypes(endpoint: PlannedEndpoint, typeNames: TypeNames): readonly StatementStructure[] {
  return [inputType(endpoint, typeNames), outputType(endpoint, typeNames)];
}

function inputType(endpoint: PlannedEndpoint, typeNames: TypeNames): StatementStructure {
  const doc = [`Input of ${endpointText(endpoint)}.`, ...describeEndpoint(endpoint)];
  return namedType(`${endpoint.typeName}Input`, doc, endpoint.input, { typeNames, access: "readonly" });
}

const anyAnswer: Schema = { type: "object", additionalProperties: true };

function outputType(endpoint: PlannedEndpoint, typeNames: TypeNames): StatementStructure {
  const documented = endpoint.output === undefined ? "; no document states its form" : "";
  const doc = [`What a finished job of ${endpointText(endpoint)} answers${documented}.`];
  return namedType(`${endpoint.typeName}Output`, doc, endpoint.output ?? anyAnswer, { typeNames, access: "mutable" });
}

function tables(endpoint: PlannedEndpoint): readonly StatementStructure[] {
  return [
    {
      kind: "table",
      name: "defaults",
      doc: ["The values that fields have when they are left out."],
      value: defaultsTable(endpoint),
    },
    {
      kind: "table",
      name: "constraints",
      doc: ["What the documents say that fields may hold, and where they say it."],
      value: constraintsTable(endpoint),
    },
  ];
}

function endpointText(endpoint: PlannedEndpoint): string {
  return `\`${commentLine(endpoint.id)}\``;
}

function describeEndpoint(endpoint: PlannedEndpoint): DocStructure {
  const text = endpoint.description === undefined ? [] : trimBlank(commentText(endpoint.description));
  const link = endpoint.documentation === undefined ? [] : ["", `@see ${commentLine(endpoint.documentation)}`];
  return [...(text.length === 0 ? [] : ["", ...text]), ...link];
}
