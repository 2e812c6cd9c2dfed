import type {
  CallExpression,
  Expression,
  Identifier,
  SyntaxKind as Kind,
  Node,
  SourceFile,
  VariableDeclaration,
} from "typescript";
import { lazyModule } from "../lazy-module.ts";
import { readTable } from "./read-table.ts";
import type { Violation } from "./violation.ts";

const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** Statements, types and literals: the only syntax of emitted modules. What is not in the list is refused. */
const allowed = [
  ...["ImportDeclaration", "ImportClause", "NamedImports", "ImportSpecifier"],
  ...["ExportDeclaration", "NamedExports", "ExportSpecifier"],
  ...[
    "InterfaceDeclaration",
    "TypeAliasDeclaration",
    "VariableStatement",
    "VariableDeclarationList",
    "VariableDeclaration",
  ],
  ...["TypeParameter", "PropertySignature", "IndexSignature", "Parameter", "Identifier", "QuestionToken", "MinusToken"],
  ...["TypeLiteral", "TypeReference", "TypeQuery", "TypeOperator", "LiteralType", "UnionType", "IntersectionType"],
  ...["ParenthesizedType", "ArrayType", "TupleType", "RestType", "IndexedAccessType", "MappedType"],
  ...[
    "StringKeyword",
    "NumberKeyword",
    "BigIntKeyword",
    "BooleanKeyword",
    "UnknownKeyword",
    "NeverKeyword",
    "UndefinedKeyword",
  ],
  ...["ExportKeyword", "ReadonlyKeyword", "NullKeyword", "TrueKeyword", "FalseKeyword", "EndOfFileToken"],
  ...["StringLiteral", "NumericLiteral", "PrefixUnaryExpression", "AsExpression", "ArrayLiteralExpression"],
  ...[
    "ObjectLiteralExpression",
    "PropertyAssignment",
    "ShorthandPropertyAssignment",
    "ComputedPropertyName",
    "CallExpression",
  ],
] as const satisfies readonly (keyof typeof Kind)[];

const bindings = new Set(["defineClient", "defineApi"]);
const ownModule =
  /^(?:@docket\/runtime(?:\/(?:api|proxy|streaming|upload|webhook))?|\.{1,2}\/(?:endpoints\/)?[a-z0-9-]+\.js)$/;

/** Syntax of an emitted module that generated text never has, and names that neither Docket nor the plan chose. */
export function findForbiddenSyntax(source: SourceFile, names: ReadonlySet<string>): readonly Violation[] {
  const ts = loadTypeScript();
  const kinds = new Set<Kind>(allowed.map((name) => ts.SyntaxKind[name]));
  const violations: Violation[] = parseErrors(source);
  const visit = (node: Node, parents: Parents): void => {
    const message = kinds.has(node.kind) ? findMisuse(node, parents, names) : `${nameOf(node.kind)} is not allowed.`;
    if (message !== undefined) violations.push({ message, at: node.getStart(source) });
    const inside: Parents = [node, parents[0]];
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  ts.forEachChild(source, (statement) => visit(statement, [source, undefined]));
  return violations;
}

/** The name of a kind; some have a second one that marks an end of a range. */
function nameOf(kind: Kind): string {
  const names = Object.entries(loadTypeScript().SyntaxKind).filter(([, value]) => value === kind);
  return names.find(([name]) => !/^(?:First|Last)/.test(name))?.[0] ?? "This";
}

function parseErrors(source: SourceFile): Violation[] {
  // Not part of the public types, though every tool that only parses relies on it.
  const diagnostics: unknown = Reflect.get(source, "parseDiagnostics");
  return Array.isArray(diagnostics) && diagnostics.length === 0
    ? []
    : [{ message: "The text is no TypeScript.", at: 0 }];
}

/** The node around a node, and the one around that; known from the way, as trees without parents are made faster. */
type Parents = readonly [parent: Node, grandparent: Node | undefined];

function findMisuse(node: Node, [parent, around]: Parents, names: ReadonlySet<string>): string | undefined {
  const ts = loadTypeScript();
  if (ts.isIdentifier(node))
    return isMemberName(node, parent) || names.has(node.text) ? undefined : "A name is not one of Docket's.";
  if (ts.isComputedPropertyName(node)) {
    return ts.isStringLiteral(node.expression) ? undefined : "A computed name is not allowed.";
  }
  if (ts.isPrefixUnaryExpression(node)) {
    const minus = node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand);
    return minus ? undefined : "An operator is not allowed.";
  }
  if (ts.isCallExpression(node)) return isBinding(node) ? undefined : "A call is not allowed.";
  if (ts.isVariableDeclaration(node)) return isTable(node) || isBound(node) ? undefined : "A value is not allowed.";
  if (ts.isShorthandPropertyAssignment(node)) {
    return around !== undefined && ts.isCallExpression(around) ? undefined : "A shorthand is not allowed.";
  }
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return isOwnModule(node.moduleSpecifier) ? undefined : "A module is not one of Docket's.";
  }
  return undefined;
}

function isMemberName(node: Identifier, parent: Node): boolean {
  const { isPropertyAssignment, isPropertySignature } = loadTypeScript();
  return (isPropertySignature(parent) || isPropertyAssignment(parent)) && parent.name === node;
}

/** `defineClient({ a, b })` */
function isBinding({ expression, arguments: list }: CallExpression): boolean {
  const { isIdentifier, isObjectLiteralExpression, isShorthandPropertyAssignment } = loadTypeScript();
  const [only, ...others] = list;
  if (!isIdentifier(expression) || !bindings.has(expression.text) || only === undefined || others.length > 0)
    return false;
  return isObjectLiteralExpression(only) && only.properties.every(isShorthandPropertyAssignment);
}

/** `name = { … } as const`, the values read by `readTable` */
function isTable({ type, initializer }: VariableDeclaration): boolean {
  const { isAsExpression, isConstTypeReference } = loadTypeScript();
  if (type !== undefined || initializer === undefined || !isAsExpression(initializer)) return false;
  return isConstTypeReference(initializer.type) && readTable(initializer.expression) !== undefined;
}

/** `name: Type = defineClient({ a, b })` */
function isBound({ type, initializer }: VariableDeclaration): boolean {
  return type !== undefined && initializer !== undefined && loadTypeScript().isCallExpression(initializer);
}

function isOwnModule(specifier: Expression | undefined): boolean {
  return specifier !== undefined && loadTypeScript().isStringLiteral(specifier) && ownModule.test(specifier.text);
}
