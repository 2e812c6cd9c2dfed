import type { SourceFile, VariableDeclaration } from "typescript";
import { isObject, type Json } from "../json.ts";
import { lazyModule } from "../lazy-module.ts";
import { readTable } from "./read-table.ts";
import type { Violation } from "./violation.ts";

const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** The expected tables that a module does not hold, or holds with another value, to the last bit. */
export function findTableMisprints(source: SourceFile, expected: ReadonlyMap<string, Json>): readonly Violation[] {
  const printed = new Map(declarationsOf(source).map((declaration) => [declaration.name.getText(source), declaration]));
  return [...expected].flatMap(([name, wanted]) => {
    const declaration = printed.get(name);
    const value = declaration === undefined ? undefined : tableOf(declaration);
    if (value !== undefined && isSame(value, wanted)) return [];
    return { message: `The table ${name} does not hold what the plan says.`, at: declaration?.getStart(source) ?? 0 };
  });
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
