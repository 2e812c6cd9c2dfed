import type {
  AliasStructure,
  BindingStructure,
  InterfaceStructure,
  ReexportStructure,
  StatementStructure,
  TableStructure,
} from "./module-structure.ts";
import { printDoc } from "./print-doc.ts";
import { printFlatType } from "./print-flat-type.ts";
import { printObjectType, printType } from "./print-type.ts";
import { printValue } from "./print-value.ts";

/** The text of a declaration with its comment, without a line break at the end. */
export function printDeclaration(statement: Exclude<StatementStructure, ReexportStructure>): string {
  return printDoc(statement.doc, "") + printBare(statement);
}

function printBare(statement: Exclude<StatementStructure, ReexportStructure>): string {
  switch (statement.kind) {
    case "interface":
      return printInterface(statement);
    case "alias":
      return printAlias(statement);
    case "table":
      return printTable(statement);
    case "binding":
      return printBinding(statement);
    default:
      return statement satisfies never;
  }
}

function printInterface({ name, exported, shape }: InterfaceStructure): string {
  return `${exported ? "export " : ""}interface ${name} ${printObjectType(shape, "")}`;
}

function printAlias({ name, exported, parameters, type }: AliasStructure): string {
  const head = `${exported ? "export " : ""}type ${name}${printParameters(parameters)} =`;
  const text = printType(type, "", head.length + 1);
  return `${head}${text.startsWith("\n") ? "" : " "}${text};`;
}

function printParameters(parameters: AliasStructure["parameters"]): string {
  if (parameters === undefined) return "";
  const list = parameters.map(({ name, constraint }) =>
    constraint === undefined ? name : `${name} extends ${printFlatType(constraint)}`,
  );
  return `<${list.join(", ")}>`;
}

function printTable({ name, value }: TableStructure): string {
  return `export const ${name} = ${printValue(value, "", `export const ${name} =  as const;`.length)} as const;`;
}

function printBinding({ name, type, callee, argument }: BindingStructure): string {
  return `export const ${name}: ${printFlatType(type)} = ${callee}({ ${argument.join(", ")} });`;
}
