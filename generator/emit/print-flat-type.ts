import type { ArrayAccess, ObjectType, TypeStructure } from "./module-structure.ts";
import { numberLiteral } from "./text/number-literal.ts";
import { memberKey } from "./text/object-key.ts";
import { stringLiteral } from "./text/string-literal.ts";

/** The text of a type on one line, comments of members left out. */
export function printFlatType(type: TypeStructure): string {
  switch (type.kind) {
    case "keyword":
      return type.name;
    case "literal":
      return printLiteral(type.value);
    case "reference":
      return type.parameters === undefined
        ? type.name
        : `${type.name}<${type.parameters.map(printFlatType).join(", ")}>`;
    case "typeof":
      return `typeof ${type.name}`;
    case "keyof":
      return `keyof ${printOperand(type.of)}`;
    case "member":
      return `${printOperand(type.of)}[${printFlatType(type.key)}]`;
    case "union":
      return type.members.map(printUnionMember).join(" | ");
    case "intersection":
      return type.members.map(printOperand).join(" & ");
    case "array":
      return `${printAccess(type.access)}${printOperand(type.element)}[]`;
    case "tuple":
      return printTuple(type.elements, type.rest, type.access);
    case "mapped":
      return `{ readonly [${type.name} in ${printFlatType(type.keys)}]${type.optional}: ${printFlatType(type.type)} }`;
    case "object":
      return printObject(type);
    default:
      return type satisfies never;
  }
}

/** A type as it stands before `[]`, `[key]`, `&` or after `keyof`: in parentheses where it would be read otherwise. */
export function printOperand(type: TypeStructure): string {
  return needsParentheses(type) ? `(${printFlatType(type)})` : printFlatType(type);
}

/** Whether a type must be put in parentheses before it is an element, an operand or a member of something. */
export function needsParentheses(type: TypeStructure): boolean {
  if (type.kind === "array" || type.kind === "tuple") return type.access === "readonly";
  return type.kind === "union" || type.kind === "intersection" || type.kind === "keyof" || type.kind === "typeof";
}

/** A member of a union; `&` binds tighter than `|`, but only for the compiler. */
export function printUnionMember(type: TypeStructure): string {
  return type.kind === "intersection" || type.kind === "union" ? printOperand(type) : printFlatType(type);
}

/** The `readonly ` before an array type, or nothing. */
export function printAccess(access: ArrayAccess): string {
  return access === "readonly" ? "readonly " : "";
}

function printLiteral(value: string | number | boolean): string {
  if (typeof value === "string") return stringLiteral(value);
  return typeof value === "number" ? numberLiteral(value) : String(value);
}

function printTuple(elements: readonly TypeStructure[], rest: TypeStructure | undefined, access: ArrayAccess): string {
  const spread = rest === undefined ? [] : [`...${printOperand(rest)}[]`];
  return `${printAccess(access)}[${[...elements.map(printFlatType), ...spread].join(", ")}]`;
}

function printObject(type: ObjectType): string {
  const index = type.index === undefined ? [] : [`[key: string]: ${printFlatType(type.index)}`];
  const members = type.members.map(
    (member) => `${memberKey(member.name)}${member.optional ? "?" : ""}: ${printFlatType(member.type)}`,
  );
  const all = [...index, ...members];
  return all.length === 0 ? "{}" : `{ ${all.join("; ")} }`;
}
