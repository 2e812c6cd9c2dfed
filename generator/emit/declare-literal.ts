import type { ArrayLiteralExpression, Expression, ObjectLiteralExpression, SourceFile } from "typescript";
import { lazyModule } from "../lazy-module.ts";

const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** The type of a literal under `as const`, in the literal's own words, its lines indented by `indent`. */
export function declareLiteral(node: Expression, source: SourceFile, indent: string): string {
  const { isArrayLiteralExpression, isObjectLiteralExpression } = loadTypeScript();
  if (isArrayLiteralExpression(node)) return declareTuple(node, source, indent);
  return isObjectLiteralExpression(node) ? declareObject(node, source, indent) : node.getText(source);
}

function declareTuple({ elements }: ArrayLiteralExpression, source: SourceFile, indent: string): string {
  return `readonly [${elements.map((element) => declareLiteral(element, source, indent)).join(", ")}]`;
}

function declareObject({ properties }: ObjectLiteralExpression, source: SourceFile, indent: string): string {
  const { isPropertyAssignment } = loadTypeScript();
  const inner = `${indent}  `;
  const members = properties
    .filter(isPropertyAssignment)
    .map(({ name, initializer }) => {
      return `${inner}readonly ${name.getText(source)}: ${declareLiteral(initializer, source, inner)};\n`;
    })
    .join("");
  return members === "" ? "{}" : `{\n${members}${indent}}`;
}
