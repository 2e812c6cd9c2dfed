import type { StatementStructure, TypeStructure } from "./module-structure.ts";

/** The type names that types of these statements refer to, sorted, those declared by the statements left out. */
export function referencedNames(statements: readonly StatementStructure[]): readonly string[] {
  const names = new Set<string>();
  const waiting = statements.flatMap(typesOf);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "reference") names.add(next.name);
    waiting.push(...partsOf(next));
  }
  for (const statement of statements) if ("name" in statement) names.delete(statement.name);
  return [...names].sort();
}

function typesOf(statement: StatementStructure): TypeStructure[] {
  if (statement.kind === "interface") return [statement.shape];
  return statement.kind === "alias" ? [statement.type] : [];
}

function partsOf(type: TypeStructure): readonly TypeStructure[] {
  switch (type.kind) {
    case "union":
    case "intersection":
      return type.members;
    case "array":
      return [type.element];
    case "tuple":
      return type.rest === undefined ? type.elements : [...type.elements, type.rest];
    case "object":
      return [...type.members.map((member) => member.type), ...(type.index === undefined ? [] : [type.index])];
    default:
      return [];
  }
}
