import type { ImportDeclaration, SourceFile, Statement, VariableDeclaration, VariableStatement } from "typescript";
import { lazyModule } from "../lazy-module.ts";
import { cutStatements } from "./cut-statements.ts";

const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** The JavaScript of an emitted module: its imports and exports of values, and its constants without what types say. */
export function stripTypes(source: SourceFile): string {
  return cutStatements(source, (statement) => stripStatement(statement, source));
}

function stripStatement(statement: Statement, source: SourceFile): string {
  const { isExportDeclaration, isImportDeclaration, isVariableStatement } = loadTypeScript();
  if (isImportDeclaration(statement)) return stripImport(statement, source);
  if (isVariableStatement(statement)) return stripConstants(statement, source);
  return isExportDeclaration(statement) && !statement.isTypeOnly ? statement.getText(source) : "";
}

/** `import { type A, b } from "…";` → `import { b } from "…";` */
function stripImport({ importClause, moduleSpecifier }: ImportDeclaration, source: SourceFile): string {
  const named = importClause?.namedBindings;
  if (importClause?.isTypeOnly !== false || named === undefined || !loadTypeScript().isNamedImports(named)) return "";
  const values = named.elements.filter(({ isTypeOnly }) => !isTypeOnly).map((element) => element.getText(source));
  return `import { ${values.join(", ")} } from ${moduleSpecifier.getText(source)};`;
}

function stripConstants({ declarationList }: VariableStatement, source: SourceFile): string {
  return declarationList.declarations.map((declaration) => stripConstant(declaration, source)).join("\n");
}

/** `a: A = b` and `a = b as const` → `export const a = b;` */
function stripConstant({ name, initializer }: VariableDeclaration, source: SourceFile): string {
  if (initializer === undefined) return "";
  const value = loadTypeScript().isAsExpression(initializer) ? initializer.expression : initializer;
  return `export const ${name.getText(source)} = ${value.getText(source)};`;
}
