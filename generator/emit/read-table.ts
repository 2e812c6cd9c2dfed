import type { Expression, ObjectLiteralExpression } from "typescript";
import type { Json } from "../json.ts";
import { lazyModule } from "../lazy-module.ts";

const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** The value of a literal as JavaScript would have it, or undefined when it is anything but plain data. */
export function readTable(node: Expression): Json | undefined {
  const ts = loadTypeScript();
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node))
    return ts.isNumericLiteral(node.operand) ? -Number(node.operand.text) : undefined;
  if (ts.isArrayLiteralExpression(node)) return readItems(node.elements);
  if (ts.isObjectLiteralExpression(node)) return readMembers(node);
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  return node.kind === ts.SyntaxKind.FalseKeyword ? false : undefined;
}

function readItems(elements: readonly Expression[]): Json | undefined {
  const items: Json[] = [];
  for (const element of elements) {
    const item = readTable(element);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function readMembers({ properties }: ObjectLiteralExpression): Json | undefined {
  const ts = loadTypeScript();
  const members = new Map<string, Json>();
  for (const property of properties) {
    if (!ts.isPropertyAssignment(property)) return undefined;
    const { name } = property;
    const computed =
      ts.isComputedPropertyName(name) && ts.isStringLiteral(name.expression) ? name.expression.text : undefined;
    const plain = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;
    const key = computed ?? plain;
    const value = readTable(property.initializer);
    // Written plainly, this name would set the prototype instead of a member.
    if (key === undefined || value === undefined || plain === "__proto__" || members.has(key)) return undefined;
    members.set(key, value);
  }
  return Object.fromEntries(members);
}
