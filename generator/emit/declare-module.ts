import type { ImportDeclaration, Node, SourceFile, Statement, VariableDeclaration } from "typescript";
import { lazyModule } from "../lazy-module.ts";
import { cutStatements } from "./cut-statements.ts";
import { declareLiteral } from "./declare-literal.ts";

const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** The declarations of an emitted module: its types as they are, its constants by type, and the imports that these need. */
export function declareModule(source: SourceFile): string {
  const used = namesOfTypes(source);
  const text = cutStatements(source, (statement) => declareStatement(statement, source, used));
  return `${text}${hidesNames(source) ? "export {};\n" : ""}`;
}

/** Whether only an export statement keeps names that are not exported to themselves: without one, a declaration file exports all. */
function hidesNames({ statements }: SourceFile): boolean {
  const { isExportDeclaration, isInterfaceDeclaration, isTypeAliasDeclaration } = loadTypeScript();
  const hidden = statements.some(
    (statement) => (isInterfaceDeclaration(statement) || isTypeAliasDeclaration(statement)) && !statement.modifiers,
  );
  return hidden && !statements.some(isExportDeclaration);
}

function declareStatement(statement: Statement, source: SourceFile, used: ReadonlySet<string>): string {
  const { isImportDeclaration, isVariableStatement } = loadTypeScript();
  if (isImportDeclaration(statement)) return declareImport(statement, source, used);
  if (!isVariableStatement(statement)) return statement.getText(source);
  return statement.declarationList.declarations.map((declaration) => declareConstant(declaration, source)).join("\n");
}

/** Every name in a type of the module, `typeof` included. */
function namesOfTypes(source: SourceFile): ReadonlySet<string> {
  const { forEachChild, isIdentifier, isImportDeclaration, isVariableDeclaration } = loadTypeScript();
  const names = new Set<string>();
  const visit = (node: Node): void => {
    if (isImportDeclaration(node)) return;
    if (isIdentifier(node)) names.add(node.text);
    if (!isVariableDeclaration(node)) forEachChild(node, visit);
    else if (node.type !== undefined) visit(node.type);
  };
  forEachChild(source, visit);
  return names;
}

/** The names that types use, as an import of types: a declaration file runs nothing. */
function declareImport(
  { importClause, moduleSpecifier }: ImportDeclaration,
  source: SourceFile,
  used: ReadonlySet<string>,
): string {
  const named = importClause?.namedBindings;
  if (named === undefined || !loadTypeScript().isNamedImports(named)) return "";
  const names = named.elements.map(({ name }) => name.text).filter((name) => used.has(name));
  return names.length === 0 ? "" : `import type { ${names.join(", ")} } from ${moduleSpecifier.getText(source)};`;
}

function declareConstant({ name, type, initializer }: VariableDeclaration, source: SourceFile): string {
  const { isAsExpression } = loadTypeScript();
  const head = `export declare const ${name.getText(source)}: `;
  if (type !== undefined) return `${head}${type.getText(source)};`;
  if (initializer === undefined || !isAsExpression(initializer)) return "";
  return `${head}${declareLiteral(initializer.expression, source, "")};`;
}
