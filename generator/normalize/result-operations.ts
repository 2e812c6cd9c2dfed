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

/** Reads by the segments of their owners; parameters share one child. */
interface Branch {
  readonly children: Map<string, Branch>;
  readonly results: ResultOperation[];
}

const parameter = "{}";

/**
 * Collects the reads of a document. fal reads jobs under owner and app, so a read covers each endpoint whose id begins with its owner.
 */
export function indexResults(document: JsonObject): ResultFinder {
  const root: Branch = { children: new Map(), results: [] };
  for (const result of findResults(document)) {
    let branch = root;
    for (const segment of result.owner) branch = growBranch(branch, isParameter(segment) ? parameter : segment);
    branch.results.push(result);
  }
  return (endpoint) => findCovering(root, endpoint.split("/"));
}

function growBranch({ children }: Branch, segment: string): Branch {
  const branch = children.get(segment) ?? { children: new Map(), results: [] };
  children.set(segment, branch);
  return branch;
}

function findCovering(root: Branch, segments: readonly string[]): readonly ResultOperation[] {
  const found: ResultOperation[] = [];
  let branches: readonly Branch[] = [root];
  for (const segment of segments) {
    branches = branches.flatMap(({ children }) => [children.get(segment) ?? [], children.get(parameter) ?? []].flat());
    for (const result of branches.flatMap(({ results }) => results)) found.push(result);
  }
  return found;
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
