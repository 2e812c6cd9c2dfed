import { type Document, httpMethods } from "../document.ts";
import { printOperation } from "./print-operation.ts";
import { printPathItem } from "./print-path-item.ts";
import { step, type TypePrinter } from "./type-printer.ts";

/** What the frame asks for. */
export interface PathsPrinter extends TypePrinter {
  /** The members of `schemas` in the interface `components`, asked for after all other schemas. */
  readonly components: () => string;
  /** Declarations that printed types refer to; asked for last. */
  readonly helpers: () => string;
}

/** What openapi-typescript prints for a document: the interfaces that openapi-fetch reads, and what holds no schema in them. */
export function framePaths(paths: Document["paths"], printer: PathsPrinter): string {
  const items = Object.entries(paths);
  const printed = items.map(([path, item]) => printPathItem(path, item, printer));
  const operations = items.flatMap(([, item]) =>
    httpMethods.flatMap((method) => (item[method] === undefined ? [] : printOperation(item[method], printer))),
  );
  const schemas = printer.components();
  const helpers = printer.helpers();
  return [
    items.length === 0 ? nothing("paths") : printInterface("paths", printed),
    nothing("webhooks"),
    printInterface("components", [
      schemas === "" ? `${step}schemas: never;\n` : `${step}schemas: {\n${schemas}${step}};\n`,
      noComponents,
    ]),
    nothing("$defs"),
    ...(items.length === 0 ? [helpers, nothing("operations")] : [printInterface("operations", operations), helpers]),
  ].join("");
}

const noComponents: string = ["responses", "parameters", "requestBodies", "headers", "pathItems"]
  .map((kind) => `${step}${kind}: never;\n`)
  .join("");

function nothing(name: string): string {
  return `export type ${name} = Record<string, never>;\n`;
}

function printInterface(name: string, members: readonly string[]): string {
  return `export interface ${name} {\n${members.join("")}}\n`;
}
