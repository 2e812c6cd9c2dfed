import { fromEntries } from "../json.ts";
import type { Plan, PlannedEndpoint, PlannedGateway } from "../plan.ts";
import { endpointEntry } from "./endpoint-tables.ts";
import { generatedHeader } from "./generated-header.ts";
import type {
  ImportStructure,
  MemberStructure,
  ModuleStructure,
  StatementStructure,
  TypeStructure,
} from "./module-structure.ts";
import { commentLine } from "./text/comment-text.ts";
import { unionOf } from "./type-algebra.ts";

/** `src/endpoints.ts`: the table of endpoints, and their types looked up in one flat interface. */
export function emitEndpoints(plan: Plan): ModuleStructure {
  const ids = plan.endpoints.map(({ id }) => id);
  return {
    path: "src/endpoints.ts",
    header: generatedHeader(plan),
    imports: importTypes(plan.endpoints),
    statements: [
      endpointTable(plan),
      endpointMap(plan.endpoints),
      endpointIds(plan.gateways, ids),
      alias("EndpointId", "The id of an endpoint.", { kind: "keyof", of: reference("EndpointMap") }),
      partOf("InputOf", "input", "What an endpoint takes."),
      partOf("OutputOf", "output", "What a finished job of an endpoint answers."),
    ],
  };
}

function importTypes(endpoints: readonly PlannedEndpoint[]): readonly ImportStructure[] {
  const modules = new Map<string, string[]>();
  for (const { slug, part = slug, typeName } of endpoints) {
    const types = modules.get(part) ?? [];
    types.push(`${typeName}Input`, `${typeName}Output`);
    modules.set(part, types);
  }
  return [...modules].map(([name, types]) => ({ from: `./endpoints/${name}.js`, types }));
}

function endpointTable({ endpoints }: Plan): StatementStructure {
  const value = fromEntries(endpoints.map((endpoint) => [endpoint.id, endpointEntry(endpoint)]));
  return {
    kind: "table",
    name: "endpoints",
    doc: ["Where each endpoint is, and who offers it under which protocol."],
    value,
  };
}

function endpointMap(endpoints: readonly PlannedEndpoint[]): StatementStructure {
  const members = endpoints.map(({ id, title, typeName }): MemberStructure => {
    const type: TypeStructure = {
      kind: "object",
      members: [
        { name: "input", optional: false, doc: [], type: reference(`${typeName}Input`) },
        { name: "output", optional: false, doc: [], type: reference(`${typeName}Output`) },
      ],
    };
    return { name: id, optional: false, doc: title === id ? [] : [commentLine(title)], type };
  });
  const doc = ["Input and output of each endpoint, by its id."];
  return { kind: "interface", name: "EndpointMap", exported: true, doc, shape: { kind: "object", members } };
}

function endpointIds(gateways: readonly PlannedGateway[], all: readonly string[]): StatementStructure {
  const members = gateways.map(({ id, endpoints }): MemberStructure => {
    const complete = endpoints.length === all.length && all.length > 0;
    const type = complete ? reference("EndpointId") : unionOf(endpoints.map((value) => ({ kind: "literal", value })));
    return { name: id, optional: false, doc: [], type };
  });
  const doc = ["The ids of the endpoints that each gateway offers."];
  return { kind: "interface", name: "EndpointIdsByGateway", exported: true, doc, shape: { kind: "object", members } };
}

function partOf(name: string, part: string, doc: string): StatementStructure {
  const id = reference("Id");
  const entry: TypeStructure = { kind: "member", of: reference("EndpointMap"), key: id };
  const type: TypeStructure = { kind: "member", of: entry, key: { kind: "literal", value: part } };
  return { ...alias(name, doc, type), parameters: [{ name: "Id", constraint: reference("EndpointId") }] };
}

function alias(name: string, doc: string, type: TypeStructure): StatementStructure & { readonly kind: "alias" } {
  return { kind: "alias", name, exported: true, doc: [doc], type };
}

function reference(name: string): TypeStructure {
  return { kind: "reference", name };
}
