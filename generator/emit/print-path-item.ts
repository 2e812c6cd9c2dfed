import { httpMethods, type PathItem } from "../document.ts";
import { printComment } from "./print-comment.ts";
import { printBlock, step, type TypePrinter } from "./type-printer.ts";

const indent: string = step.repeat(2);

/** Parameters of path items have been moved into their operations. */
const noParameters: string = `${indent}parameters: ${printBlock(
  ["query", "header", "path", "cookie"].map((place) => `${indent}${step}${place}?: never;\n`).join(""),
  indent,
)};\n`;

/** A path of the interface `paths`, each of its operations a reference into the interface `operations`. */
export function printPathItem(path: string, item: PathItem, printer: TypePrinter): string {
  const methods = httpMethods.map((method) => {
    const operation = item[method];
    if (operation === undefined) return `${indent}${method}?: never;\n`;
    const comment = printComment(operation, indent);
    return `${comment}${indent}${method}: operations[${printer.literal(operationKey(operation.operationId))}];\n`;
  });
  return `${step}${printer.name(path)}: ${printBlock(`${noParameters}${methods.join("")}`, step)};\n`;
}

/** The name of an operation in the interface `operations`. */
export function operationKey(operationId: string): string {
  return operationId.replaceAll("#", "/");
}
