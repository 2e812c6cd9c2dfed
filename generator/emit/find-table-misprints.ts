import { createRequire } from "node:module";
import type { SourceFile, VariableDeclaration } from "typescript";
import { fromEntries, isObject, type Json } from "../json.ts";
import type { Plan } from "../plan.ts";
import { constraintsTable, defaultsTable, endpointEntry, gatewayEntry } from "./endpoint-tables.ts";
import { readTable } from "./read-table.ts";
import type { Violation } from "./violation.ts";

const require = createRequire(import.meta.url);
const loadTypeScript = (): typeof import("typescript") => require("typescript");

/** Tables of a module that do not hold what the plan says, to the last bit, or that are missing. */
export function findTableMisprints(source: SourceFile, plan: Plan): readonly Violation[] {
  const printed = new Map(declarationsOf(source).map((declaration) => [declaration.name.getText(source), declaration]));
  return [...expectedTables(source.fileName, plan)].flatMap(([name, expected]) => {
    const declaration = printed.get(name);
    const value = declaration === undefined ? undefined : tableOf(declaration);
    if (value !== undefined && isSame(value, expected)) return [];
    return { message: `The table ${name} does not hold what the plan says.`, at: declaration?.getStart(source) ?? 0 };
  });
}

function expectedTables(path: string, plan: Plan): ReadonlyMap<string, Json> {
  const byId = (entry: (endpoint: Plan["endpoints"][number]) => Json): Json =>
    fromEntries(plan.endpoints.map((endpoint) => [endpoint.id, entry(endpoint)]));
  switch (path) {
    case "src/defaults.ts":
      return new Map([["defaults", byId(defaultsTable)]]);
    case "src/constraints.ts":
      return new Map([["constraints", byId(constraintsTable)]]);
    case "src/endpoints.ts":
      return new Map([["endpoints", byId(endpointEntry)]]);
    case "src/gateways.ts":
      return new Map([["gateways", fromEntries(plan.gateways.map((gateway) => [gateway.id, gatewayEntry(gateway)]))]]);
    default:
      return endpointTables(path, plan);
  }
}

function endpointTables(path: string, plan: Plan): ReadonlyMap<string, Json> {
  const endpoint = plan.endpoints.find(({ slug }) => path === `src/endpoints/${slug}.ts`);
  if (endpoint === undefined) return new Map();
  return new Map([
    ["defaults", defaultsTable(endpoint)],
    ["constraints", constraintsTable(endpoint)],
  ]);
}

function declarationsOf(source: SourceFile): readonly VariableDeclaration[] {
  const { isVariableStatement } = loadTypeScript();
  return source.statements.flatMap((statement) =>
    isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
  );
}

function tableOf({ initializer }: VariableDeclaration): Json | undefined {
  if (initializer === undefined || !loadTypeScript().isAsExpression(initializer)) return undefined;
  return readTable(initializer.expression);
}

function isSame(a: Json, b: Json): boolean {
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => isSame(item, b[at] ?? null));
  if (!isObject(a) || !isObject(b)) return Object.is(a, b);
  const keys = Object.keys(b).filter((key) => b[key] !== undefined);
  if (Object.keys(a).join("\n") !== keys.join("\n")) return false;
  return keys.every((key) => isSame(a[key] ?? null, b[key] ?? null));
}
