import type { MemberStructure, ObjectType, TypeStructure } from "./module-structure.ts";
import { printDoc } from "./print-doc.ts";
import { needsParentheses, printAccess, printFlatType, printUnionMember } from "./print-flat-type.ts";
import { memberKey } from "./text/object-key.ts";
import { pageWidth } from "./wrap-text.ts";

/** The text of a type whose first line starts in `column` and whose further lines are indented by `indent`. */
export function printType(type: TypeStructure, indent: string, column: number): string {
  const flat = hasComments(type) ? undefined : printFlatType(type);
  if (flat !== undefined && column + flat.length < pageWidth) return flat;
  switch (type.kind) {
    case "object":
      return printObjectType(type, indent);
    case "union":
      return printUnion(type.members, `${indent}  `);
    case "intersection":
      return type.members.map((member) => printBrokenOperand(member, indent, column)).join(" & ");
    case "array":
      return `${printAccess(type.access)}${printBrokenOperand(type.element, indent, column)}[]`;
    case "reference":
      return type.parameters === undefined ? type.name : printParameters(type.name, type.parameters, `${indent}  `);
    default:
      return flat ?? printFlatType(type);
  }
}

/** The text of a member with its comment, at this indentation, ending in a line break. */
export function printMember(member: MemberStructure, indent: string): string {
  const name = `${indent}${memberKey(member.name)}${member.optional ? "?" : ""}: `;
  return `${printDoc(member.doc, indent)}${joinType(name, printType(member.type, indent, name.length))};\n`;
}

/** A union over several lines starts on the next one. */
function joinType(name: string, type: string): string {
  return type.startsWith("\n") ? name.trimEnd() + type : name + type;
}

function hasComments(type: TypeStructure): boolean {
  switch (type.kind) {
    case "object":
      return type.members.some((member) => member.doc.length > 0 || hasComments(member.type));
    case "union":
    case "intersection":
      return type.members.some(hasComments);
    case "array":
      return hasComments(type.element);
    default:
      return false;
  }
}

/** The text of an object type over several lines, however short, unless it is empty. */
export function printObjectType(type: ObjectType, indent: string): string {
  if (type.members.length === 0 && type.index === undefined) return "{}";
  const inner = `${indent}  `;
  const index =
    type.index === undefined ? "" : `${inner}[key: string]: ${printType(type.index, inner, inner.length + 15)};\n`;
  return `{\n${index}${type.members.map((member) => printMember(member, inner)).join("")}${indent}}`;
}

function printUnion(members: readonly TypeStructure[], inner: string): string {
  const lines = members.map((member) =>
    hasComments(member) ? printBrokenOperand(member, inner, inner.length + 2) : printUnionMember(member),
  );
  return lines.map((line) => `\n${inner}| ${line}`).join("");
}

function printBrokenOperand(type: TypeStructure, indent: string, column: number): string {
  const text = printType(type, indent, column + 1);
  return needsParentheses(type) ? `(${text})` : text;
}

function printParameters(name: string, parameters: readonly TypeStructure[], inner: string): string {
  const lines = parameters.map((parameter) => `${inner}${printType(parameter, inner, inner.length)}`);
  return `${name}<\n${lines.join(",\n")}\n${inner.slice(2)}>`;
}
