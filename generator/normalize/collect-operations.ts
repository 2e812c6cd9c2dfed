import type { Report } from "../diagnostic.ts";
import { httpMethods } from "../document.ts";
import { isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { type PageIdentity, pageKey } from "../source-document.ts";
import { quote } from "../terminal-text.ts";
import { withMember } from "./edit-object.ts";
import { namePathParameters } from "./name-path-parameters.ts";
import type { PageOperation } from "./page-operation.ts";
import { parametersOf } from "./parameters-of.ts";
import { type PathTemplate, readPathTemplate, writePathTemplate } from "./path-template.ts";
import { type RepairedPath, repairPath } from "./repair-path.ts";

/** The operations of a cleaned page, their paths repaired and their path parameters in agreement with the path. */
export function collectOperations(
  document: JsonObject,
  from: { readonly gatewayId: string; readonly file: string },
  report: Report,
): readonly PageOperation[] {
  const paths = objectMember(document, "paths") ?? {};
  // Where parameters stand in braces, `:name` is none, unless it is declared to be, or names a value.
  const hasBraces = Object.keys(paths).some((path) => /\/\{[^{]/.test(path));
  return Object.keys(paths).flatMap((written): readonly PageOperation[] => {
    const item = member(paths, written);
    if (written.startsWith("x-") || !isObject(item)) return [];
    const repaired = repairPath(written, (name) => hasBraces && !namesValue(name) && !declaresInPath(item, name));
    const template = readPathTemplate(repaired.path);
    if (template === undefined) {
      report("invalid-path", `The path template of ${listMethods(item)} ${quote(written)} cannot be read.`, {
        place: placeOf(paths, written),
        hint: "Each {parameter} needs a name of its own, a closing brace, and text between it and the next one.",
      });
      return [];
    }
    return collectItem(item, repaired, template, from, report);
  });
}

/** `/:id`, `/:idOrUrl`, `/:site_id` and `/:token` beside braces were seen, and `/:search`, `/:aggregate` and `/:create`. */
const valueWords = new Set([
  ...["id", "ids", "url", "uri", "token", "name", "key", "slug", "uuid", "hash", "code", "number", "email"],
]);

function namesValue(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split("_");
  return words.some((word) => valueWords.has(word));
}

function declaresInPath(item: JsonObject, name: string): boolean {
  const parameters = httpMethods.flatMap((method) => parametersOf(objectMember(item, method) ?? {}));
  return parameters.some((one) => stringMember(one, "in") === "path" && stringMember(one, "name") === name);
}

function listMethods(item: JsonObject): string {
  const methods = httpMethods.filter((method) => isObject(member(item, method)));
  return methods.join(", ").toUpperCase() || "a path";
}

function collectItem(
  item: JsonObject,
  repaired: RepairedPath,
  template: PathTemplate,
  from: { readonly gatewayId: string; readonly file: string },
  report: Report,
): readonly PageOperation[] {
  const names = namePathParameters(template.names);
  const path = writePathTemplate(template, names);
  const shape = writePathTemplate(
    template,
    names.map((_, at) => String(at)),
  );
  return httpMethods.flatMap((method) => {
    const operation = objectMember(item, method);
    if (operation === undefined) return [];
    const named = nameParameters(moveQueryParameters(operation, repaired.query), template.names, names, report);
    const parameters = [...named, ...queryParameters(repaired.query, named)];
    return {
      ...from,
      method,
      path,
      shape,
      page: pageOf(operation),
      operation: withMember(operation, "parameters", parameters),
    };
  });
}

function pageOf(operation: JsonObject): PageIdentity {
  const page = objectMember(operation, pageKey);
  const id = stringMember(page, "id");
  const own = stringMember(operation, "summary")?.trim() || stringMember(operation, "operationId")?.trim();
  const title = stringMember(page, "title")?.trim() || own;
  return { ...(id === undefined ? {} : { id }), ...(title === undefined || title === "" ? {} : { title }) };
}

/** `/a?lat={x}` declares `x` as a parameter of the path; what goes on the wire is a query parameter `lat`. */
function moveQueryParameters(operation: JsonObject, query: RepairedPath["query"]): JsonObject {
  if (query.length === 0) return operation;
  const nameOf = new Map(query.map(([name, value]) => [value, name]));
  const moved = parametersOf(operation).map((parameter) => {
    const name = nameOf.get(`{${stringMember(parameter, "name") ?? ""}}`);
    return name === undefined || stringMember(parameter, "in") !== "path"
      ? parameter
      : withMember(withMember(parameter, "name", name), "in", "query");
  });
  return withMember(operation, "parameters", moved);
}

/** Renames the path parameters, drops those the path does not have, and declares those that it has and the page forgot. */
function nameParameters(
  operation: JsonObject,
  written: readonly string[],
  names: readonly string[],
  report: Report,
): readonly JsonObject[] {
  const parameters = parametersOf(operation);
  const kept = parameters.flatMap((parameter) => {
    if (stringMember(parameter, "in") !== "path") return [parameter];
    const at = written.indexOf(stringMember(parameter, "name") ?? "");
    const name = names[at];
    if (name !== undefined) return [withMember(parameter, "name", name)];
    report("unknown-path-parameter", "A path parameter is declared that the path does not have; it is left out.", {
      place: placeOf(parameter, "name"),
    });
    return [];
  });
  const declared = new Set(kept.map((parameter) => stringMember(parameter, "name")));
  const forgotten = names.filter((name) => !declared.has(name));
  return [...kept, ...forgotten.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }))];
}

/** `?alt=sse` in a path is a parameter that always has this value. */
function queryParameters(query: RepairedPath["query"], declared: readonly JsonObject[]): readonly JsonObject[] {
  const names = new Set(declared.map((parameter) => stringMember(parameter, "name")));
  const fresh = query.filter(([name]) => !names.has(name));
  return fresh.map(([name, value]) => {
    const schema: Json = value === "" || value.includes("{") ? { type: "string" } : { type: "string", enum: [value] };
    return { name, in: "query", required: true, schema };
  });
}
