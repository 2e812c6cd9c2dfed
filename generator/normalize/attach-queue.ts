import { httpMethods } from "../document.ts";
import { arrayMember, isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { jsonBodyOf } from "./clean-content.ts";
import { withMember } from "./edit-object.ts";
import { isInferred } from "./infer-schemas.ts";
import { type At, mapDocument } from "./map-document.ts";
import { matchGlob } from "./match-glob.ts";
import type { GatewayOptions } from "./normalize-input.ts";
import { compareText } from "./page-order.ts";
import { fitOwner, type JobPath, readJobPath } from "./queue-paths.ts";
import { schemaName } from "./reference.ts";

type Gateways = { readonly [gatewayId: string]: GatewayOptions };

/** A documented way to read the result of jobs. */
interface ResultOperation {
  readonly owner: readonly string[];
  readonly gateways: readonly Json[];
  readonly output: JsonObject | undefined;
}

/**
 * Says of each operation what it does in its gateways' queue protocol (`x-docket-queue`). Reads, status and cancel are told by path; a
 * submit is a POST that answers with a request id and either the URLs of a queue or an id that a documented read takes.
 */
export function attachQueue(document: JsonObject, gateways: Gateways): JsonObject {
  const results = findResults(document);
  return mapDocument(document, {
    operation: (operation, at) => {
      const role = roleOf(operation, at, document, results, gateways);
      return role === undefined ? operation : withMember(operation, "x-docket-queue", role);
    },
  });
}

function roleOf(
  operation: JsonObject,
  at: At,
  document: JsonObject,
  results: readonly ResultOperation[],
  gateways: Gateways,
): JsonObject | undefined {
  const path = at.parent?.key ?? "";
  const protocols = protocolsOf(operation, path, gateways);
  if (Object.keys(protocols).length === 0) return undefined;
  const job = readJobPath(at.key, path);
  if (job !== undefined) return { role: job.role };
  const endpoint = path.slice(1);
  if (at.key !== "post" || endpoint.includes("{")) return undefined;
  const fitting = results.filter((result) => fitOwner(result.owner, endpoint) !== undefined);
  if (!isSubmit(operation, fitting, document)) return undefined;
  const output = chooseOutput(endpoint, fitting);
  return { role: "submit", endpoint, protocols, ...(output === undefined ? {} : { output }) };
}

/** The protocol of each gateway that offers the operation; `none` in the configuration means no queue. */
function protocolsOf(
  operation: JsonObject,
  path: string,
  gateways: Gateways,
): { readonly [gatewayId: string]: string } {
  const ids = arrayMember(operation, "x-docket-gateways").filter((id) => typeof id === "string");
  const entries = ids.sort(compareText).flatMap((id): [string, string][] => {
    const options = Object.hasOwn(gateways, id) ? gateways[id] : undefined;
    const pattern = options?.protocols?.find((candidate) => matchGlob(candidate.path, path));
    const queue = pattern?.queue ?? options?.queue ?? "none";
    return queue === "none" ? [] : [[id, queue]];
  });
  return Object.fromEntries(entries);
}

function findResults(document: JsonObject): readonly ResultOperation[] {
  const paths = objectMember(document, "paths") ?? {};
  return Object.keys(paths).flatMap((path) =>
    httpMethods.flatMap((method) => {
      const operation = objectMember(objectMember(paths, path), method);
      const job: JobPath | undefined = operation === undefined ? undefined : readJobPath(method, path);
      if (operation === undefined || job?.role !== "result") return [];
      const output = answerOf(operation);
      return [{ owner: job.owner, gateways: arrayMember(operation, "x-docket-gateways"), output }];
    }),
  );
}

/** The schema of the JSON body of the first response that says success. */
function answerOf(operation: JsonObject): JsonObject | undefined {
  const responses = objectMember(operation, "responses") ?? {};
  const success = Object.keys(responses)
    .filter((status) => status.startsWith("2"))
    .sort(compareText)[0];
  const body = success === undefined ? undefined : jsonBodyOf(objectMember(responses, success));
  return objectMember(body, "schema");
}

/**
 * Other protocols of the same gateways answer with a `request_id` too (Kling sends one for tracing), so the id alone counts only where
 * the same documents say how to read it.
 */
function isSubmit(operation: JsonObject, results: readonly ResultOperation[], document: JsonObject): boolean {
  const answer = answerOf(operation);
  const offered = arrayMember(operation, "x-docket-gateways");
  const isRead = results.some((result) => result.gateways.some((id) => offered.includes(id)));
  const properties = answer === undefined ? new Set<string>() : propertiesOf(answer, document);
  const hasUrls = ["response_url", "status_url"].some((name) => properties.has(name));
  // A page that documents no answer at all, under a path whose jobs the same gateway reads, forgot it.
  const isSilent = answer === undefined || Object.keys(answer).every((key) => key === "type" || key === "properties");
  return properties.has("request_id") ? isRead || hasUrls : isRead && isSilent && properties.size === 0;
}

/** The names of the properties of a schema, through references and alternatives; each schema is looked at once. */
function propertiesOf(schema: JsonObject, document: JsonObject): ReadonlySet<string> {
  const schemas = objectMember(objectMember(document, "components"), "schemas");
  const names = new Set<string>();
  const seen = new Set<JsonObject>([schema]);
  for (const next of seen) {
    for (const name of Object.keys(objectMember(next, "properties") ?? {})) names.add(name);
    const reference = objectMember(schemas, schemaName(stringMember(next, "$ref") ?? "") ?? "");
    if (reference !== undefined) seen.add(reference);
    const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => arrayMember(next, keyword));
    for (const part of parts) if (isObject(part)) seen.add(part);
  }
  return names;
}

/**
 * The output of an endpoint, from the read that names most of its id. A read for every model (`/fal-ai/{model_name}/…`) counts only if a
 * page declares its schema: its example shows the output of one model.
 */
function chooseOutput(endpoint: string, results: readonly ResultOperation[]): JsonObject | undefined {
  const ranked = results
    .filter(({ owner, output }) => isUsable(owner, output))
    .map((result) => ({ result, fit: fitOwner(result.owner, endpoint) ?? 0, declared: isDeclared(result.output) }))
    .sort((one, other) => Number(other.declared) - Number(one.declared) || other.fit - one.fit);
  return ranked[0]?.result.output;
}

function isUsable(owner: readonly string[], output: JsonObject | undefined): boolean {
  if (output === undefined || Object.keys(output).length === 0) return false;
  return isDeclared(output) || owner.every((segment) => !segment.startsWith("{"));
}

function isDeclared(output: JsonObject | undefined): boolean {
  return output !== undefined && !isInferred(output) && member(output, "not") === undefined;
}
