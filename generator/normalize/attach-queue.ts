import type { Report } from "../diagnostic.ts";
import { arrayMember, isObject, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { withMember } from "./edit-object.ts";
import { isInferred } from "./infer-schemas.ts";
import { type At, mapDocument } from "./map-document.ts";
import { matchGlob } from "./match-glob.ts";
import type { GatewayOptions } from "./normalize-input.ts";
import { compareText } from "./page-order.ts";
import { isParameter, readJobPath } from "./queue-paths.ts";
import { schemaName } from "./reference.ts";
import { answerOf, indexResults, type ResultFinder, type ResultOperation } from "./result-operations.ts";

type Gateways = { readonly [gatewayId: string]: GatewayOptions };

/**
 * Says of each operation what it does in its gateways' queue protocol (`x-docket-queue`). Reads, status and cancel are told by path; a
 * submit is a POST that answers with a request id and either the URLs of a queue or an id that a documented read takes.
 */
export function attachQueue(document: JsonObject, gateways: Gateways, report: Report): JsonObject {
  const findResults = indexResults(document);
  return mapDocument(document, {
    operation: (operation, at) => {
      const role = roleOf(operation, at, { document, gateways, findResults, report });
      return role === undefined ? operation : withMember(operation, "x-docket-queue", role);
    },
  });
}

interface Context {
  readonly document: JsonObject;
  readonly gateways: Gateways;
  readonly findResults: ResultFinder;
  readonly report: Report;
}

function roleOf(operation: JsonObject, at: At, context: Context): JsonObject | undefined {
  const path = at.parent?.key ?? "";
  const protocols = protocolsOf(operation, path, context.gateways);
  if (Object.keys(protocols).length === 0) return undefined;
  const job = readJobPath(at.key, path);
  if (job !== undefined) return { role: job.role };
  const endpoint = path.slice(1);
  if (at.key !== "post" || endpoint.includes("{")) return undefined;
  const results = context.findResults(endpoint);
  if (!isSubmit(operation, results, context.document)) return undefined;
  const output = chooseOutput(results);
  if (output === undefined) reportUnknownOutput(endpoint, operation, context.report);
  return { role: "submit", endpoint, protocols, ...(output === undefined ? {} : { output }) };
}

function reportUnknownOutput(endpoint: string, operation: JsonObject, report: Report): void {
  const message = `No document says what a finished job of ${quote(endpoint)} answers: its result is typed as any object.`;
  report("output-unknown", message, {
    place: placeOf(operation),
    hint: "Add the page of the read (GET …/requests/{id}), or describe the read in an overlay.",
  });
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

/**
 * Other protocols of the same gateways answer with a `request_id` too (Kling sends one for tracing), so the id alone counts only where
 * the same documents say how to read it.
 */
function isSubmit(operation: JsonObject, results: readonly ResultOperation[], document: JsonObject): boolean {
  const answer = answerOf(operation);
  const offered = arrayMember(operation, "x-docket-gateways");
  const isRead = results.some((result) => result.gateways.some((id) => offered.includes(id)));
  const properties = answer === undefined ? new Set<string>() : propertiesOf(answer, document);
  if (properties.has("request_id")) return isRead || properties.has("response_url") || properties.has("status_url");
  // A page that documents no answer at all, under a path whose jobs the same gateway reads, forgot it.
  const isSilent = answer === undefined || Object.keys(answer).every((key) => key === "type" || key === "properties");
  return isRead && isSilent && properties.size === 0;
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
function chooseOutput(results: readonly ResultOperation[]): JsonObject | undefined {
  const [best] = results
    .filter(isUsable)
    .sort((one, other) => Number(isDeclared(other)) - Number(isDeclared(one)) || literalsOf(other) - literalsOf(one));
  return best?.output;
}

function isUsable(result: ResultOperation): boolean {
  if (result.output === undefined || Object.keys(result.output).length === 0) return false;
  return isDeclared(result) || !result.owner.some(isParameter);
}

function isDeclared({ output }: ResultOperation): boolean {
  return output !== undefined && !isInferred(output) && member(output, "not") === undefined;
}

function literalsOf({ owner }: ResultOperation): number {
  return owner.filter((segment) => !isParameter(segment)).length;
}
