import type { Report } from "../diagnostic.ts";
import { fromEntries, isObject, type Json, type JsonObject, objectMember, stringMember } from "../json.ts";
import { markLike, placeAt, placeOf, type SourceText } from "../place.ts";
import { type PageIdentity, pageKey, type SourceDocument, type SourceFormat } from "../source-document.ts";
import { quote } from "../terminal-text.ts";
import { reportExternalReferences } from "./external-references.ts";
import { localizeReferences } from "./localize-references.ts";
import { readStringExamples } from "./read-string-examples.ts";

/** What a reader knows about the page besides its OpenAPI object. */
export interface PageFacts {
  readonly format: SourceFormat;
  readonly source: SourceText;
  readonly title?: string | undefined;
  /** Offset at which the page begins in the document, for diagnostics about the page as a whole. */
  readonly start?: number;
}

/**
 * The source document of a loose OpenAPI object, with what every reader guarantees made true: `paths` holds objects only,
 * each operation knows its page. Undefined after a report when there is no operation in it.
 */
export function finishDocument(openapi: JsonObject, facts: PageFacts, report: Report): SourceDocument | undefined {
  const local = localizeReferences(openapi, facts.source.path);
  reportExternalReferences(local, report);
  const read = readStringExamples(local);
  const paths = finishPaths(objectMember(read, "paths") ?? {}, facts.title, report);
  const whole = { ...read, paths };
  if (Object.values(paths).some(holdsOperation) || hasWebhooks(openapi)) {
    return { file: facts.source.path, format: facts.format, openapi: whole };
  }
  const place = placeOf(openapi) ?? placeAt(facts.source, facts.start ?? 0);
  report("no-operation", "The page describes no operation.", { place });
  return undefined;
}

/** Webhooks alone are no reason to skip a document silently: the stages after may still want its schemas. */
function hasWebhooks(openapi: JsonObject): boolean {
  return Object.keys(objectMember(openapi, "webhooks") ?? {}).length > 0;
}

function finishPaths(paths: JsonObject, title: string | undefined, report: Report): JsonObject {
  const entries: [string, Json][] = [];
  for (const [path, item] of Object.entries(paths)) {
    if (path.startsWith("x-")) entries.push([path, item ?? null]);
    else if (isObject(item)) entries.push([path, finishPathItem(item, title, report)]);
    else reportNoObject(paths, path, report);
  }
  return markLike({ ...fromEntries(entries) }, paths);
}

function finishPathItem(item: JsonObject, title: string | undefined, report: Report): JsonObject {
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(item)) {
    if (value === undefined) continue;
    if (!isMethod(key)) entries.push([key, value]);
    else if (isObject(value)) entries.push([key, { ...value, [pageKey]: identify(value, title) }]);
    else reportNoObject(item, key, report);
  }
  return markLike({ ...fromEntries(entries) }, item);
}

function reportNoObject(holder: JsonObject, key: string, report: Report): void {
  report("malformed-operation", `${quote(key)} should hold an object; it is left out.`, {
    place: placeOf(holder, key),
  });
}

/** A path may also refer to one that is described elsewhere, or have operations with methods of its own. */
function holdsOperation(item: Json | undefined): boolean {
  if (!isObject(item)) return false;
  const isReference = stringMember(item, "$ref") !== undefined;
  if (isReference || objectMember(item, "additionalOperations") !== undefined) return true;
  return Object.entries(item).some(([key, value]) => isMethod(key) && isObject(value));
}

/** Methods of OpenAPI 3.2 and `connect`, which pages use too; what is made of them is not the reader's business. */
function isMethod(key: string): boolean {
  return /^(?:get|put|post|delete|options|head|patch|trace|query|connect)$/i.test(key);
}

/** A page keeps its API id in the link that runs it; the operation may bring its own identity, set by its reader. */
function identify(operation: JsonObject, title: string | undefined): JsonObject {
  const known = objectMember(operation, pageKey);
  const run = stringMember(operation, "x-run-in-apifox") ?? stringMember(operation, "x-run-in-apidog") ?? "";
  const id = stringMember(known, "id") ?? /\/apis\/api-(\d+)(?:-run)?\b/.exec(run)?.[1];
  const name = stringMember(known, "title") ?? title;
  const identity: PageIdentity = {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { title: name }),
  };
  return { ...identity };
}
