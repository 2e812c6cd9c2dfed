import type { Header, MediaType, Operation, Parameter, RequestBody, Response } from "../document.ts";
import { carriesBytes } from "./find-bytes.ts";
import { isBytes } from "./media-kind.ts";
import { printComment } from "./print-comment.ts";
import { operationKey } from "./print-path-item.ts";
import { printBlock, step, type TypePrinter } from "./type-printer.ts";

/** A member of the interface `operations`, framed as openapi-typescript does it: what an operation takes and answers. */
export function printOperation(operation: Operation, printer: TypePrinter): string {
  const inner = step.repeat(2);
  const members = [
    `${inner}parameters: ${printParameters(operation.parameters ?? [], inner, printer)};\n`,
    printRequestBody(operation.requestBody, inner, printer),
    `${inner}responses: ${printResponses(operation.responses, inner, printer)};\n`,
  ];
  return `${step}${printer.name(operationKey(operation.operationId))}: ${printBlock(members.join(""), step)};\n`;
}

function printParameters(parameters: readonly Parameter[], indent: string, printer: TypePrinter): string {
  // Of two that are named alike in one place, the last is meant, and stands where the first stood.
  const own = new Map(parameters.map((parameter) => [`${parameter.in}-${parameter.name}`, parameter]));
  const inner = indent + step;
  const places = (["query", "header", "path", "cookie"] as const).map((place) => {
    const here = [...own.values()].filter((parameter) => parameter.in === place);
    if (here.length === 0) return `${inner}${place}?: never;\n`;
    const optional = here.every(isOptional) ? "?" : "";
    const members = here.map((parameter) => printParameter(parameter, inner + step, printer));
    return `${inner}${place}${optional}: ${printBlock(members.join(""), inner)};\n`;
  });
  return printBlock(places.join(""), indent);
}

function isOptional(parameter: Parameter): boolean {
  return parameter.in !== "path" && !parameter.required;
}

function printParameter(parameter: Parameter, indent: string, printer: TypePrinter): string {
  const key = `${printer.name(parameter.name)}${isOptional(parameter) ? "?" : ""}`;
  const type = parameter.schema === undefined ? "string" : printer.schema(parameter.schema, indent);
  return `${printComment(parameter, indent)}${indent}${key}: ${type};\n`;
}

function printRequestBody(body: RequestBody | undefined, indent: string, printer: TypePrinter): string {
  if (body === undefined) return `${indent}requestBody?: never;\n`;
  const inner = indent + step;
  const content = printContent(body.content, inner + step, printer);
  const noContent = `${inner}${step}"*/*"?: never;\n`;
  const type = printBlock(`${inner}content: ${printBlock(content === "" ? noContent : content, inner)};\n`, indent);
  return `${printComment(body, indent)}${indent}requestBody${body.required ? "" : "?"}: ${type};\n`;
}

function printResponses(responses: Operation["responses"], indent: string, printer: TypePrinter): string {
  const inner = indent + step;
  const members = Object.entries(responses).map(([status, response]) => {
    return `${printComment(response, inner)}${inner}${printer.name(status)}: ${printResponse(response, inner, printer)};\n`;
  });
  return members.length === 0 ? "never" : printBlock(members.join(""), indent);
}

function printResponse({ headers = {}, content = {} }: Response, indent: string, printer: TypePrinter): string {
  const inner = indent + step;
  const known = Object.entries(headers).map(([name, header]) => printHeader(name, header, inner + step, printer));
  const types = printContent(content, inner + step, printer);
  return printBlock(
    `${inner}headers: ${printBlock(`${known.join("")}${inner}${step}[name: string]: unknown;\n`, inner)};\n${
      types === "" ? `${inner}content?: never;\n` : `${inner}content: ${printBlock(types, inner)};\n`
    }`,
    indent,
  );
}

function printHeader(key: string, header: Header, indent: string, printer: TypePrinter): string {
  const type = header.schema === undefined ? "unknown" : printer.schema(header.schema, indent);
  return `${printComment(header, indent)}${indent}${printer.name(key)}${header.required ? "" : "?"}: ${type};\n`;
}

function printContent(content: { readonly [type: string]: MediaType }, indent: string, printer: TypePrinter): string {
  const members = Object.entries(content).map(([type, media]) => {
    const printed = printMedia(type, media, indent, printer);
    return `${printComment(media, indent)}${indent}${printer.name(type)}: ${printed};\n`;
  });
  return members.join("");
}

/** A body of bytes is one whatever its schema says: `{}`, an empty object and no schema at all are written for it. */
function printMedia(type: string, { schema }: MediaType, indent: string, printer: TypePrinter): string {
  if (isBytes(type)) return printer.schema({ type: "string", format: "binary" }, indent, "blob");
  return schema === undefined ? "unknown" : printer.schema(schema, indent, carriesBytes(type) ? "blob" : "none");
}
