import { httpMethods } from "../document.ts";
import { arrayMember, type Json, type JsonObject, objectMember } from "../json.ts";
import { jsonBodyOf } from "./clean-content.ts";
import { compareText } from "./page-order.ts";
import { isParameter, readJobPath } from "./queue-paths.ts";

/** A documented way to read the result of jobs. */
export interface ResultOperation {
  /** The segments before `requests`: `["fal-ai", "flux-1"]`, or with a parameter `["fal-ai", "{model_name}"]`. */
  readonly owner: readonly string[];
  readonly gateways: readonly Json[];
  readonly output: JsonObject | undefined;
}

/** Finds the reads that cover an endpoint. */
export type ResultFinder = (endpoint: string) => readonly ResultOperation[];

/**
 * Collects the reads of a document. fal reads jobs under owner and app, so a read covers each endpoint whose id begins with its owner;
 * those without parameters are found by that beginning, not by trying each.
 */
export function indexResults(document: JsonObject): ResultFinder {
  const literal = new Map<string, ResultOperation[]>();
  const templated: ResultOperation[] = [];
  for (const result of findResults(document)) {
    const key = result.owner.join("/");
    if (result.owner.some(isParameter)) templated.push(result);
    else literal.set(key, [...(literal.get(key) ?? []), result]);
  }
  return (endpoint) => {
    const segments = endpoint.split("/");
    const beginnings = segments.map((_, at) => segments.slice(0, at + 1).join("/"));
    return [
      ...beginnings.flatMap((beginning) => literal.get(beginning) ?? []),
      ...templated.filter(({ owner }) => covers(owner, segments)),
    ];
  };
}

function covers(owner: readonly string[], segments: readonly string[]): boolean {
  return owner.length <= segments.length && owner.every((part, at) => isParameter(part) || part === segments[at]);
}

function findResults(document: JsonObject): readonly ResultOperation[] {
  const paths = objectMember(document, "paths") ?? {};
  return Object.keys(paths).flatMap((path) =>
    httpMethods.flatMap((method) => {
      const operation = objectMember(objectMember(paths, path), method);
      const job = operation === undefined ? undefined : readJobPath(method, path);
      if (operation === undefined || job?.role !== "result") return [];
      const gateways = arrayMember(operation, "x-docket-gateways");
      return [{ owner: job.owner, gateways, output: answerOf(operation) }];
    }),
  );
}

/** The schema of the JSON body of the first response that says success. */
export function answerOf(operation: JsonObject): JsonObject | undefined {
  const responses = objectMember(operation, "responses") ?? {};
  const [success] = Object.keys(responses)
    .filter((status) => status.startsWith("2"))
    .sort(compareText);
  const body = success === undefined ? undefined : jsonBodyOf(objectMember(responses, success));
  return objectMember(body, "schema");
}
