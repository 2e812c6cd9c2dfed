import { fromEntries, isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { uniteContent, type VariantBody } from "./alternative-bodies.ts";
import { mapMembers, withMember, withoutMembers } from "./edit-object.ts";
import { unionOperations } from "./union-operations.ts";

/** A use of an operation that has a page of its own. */
export interface OperationVariant {
  /** What its components are called after; see `identityOf`. */
  readonly identity: string;
  readonly title: string | undefined;
  readonly operation: JsonObject;
}

/**
 * One operation of several pages: what the pages send and get become alternatives, components named after the operation and the
 * page (`PostV1ChatCompletionsRequest_123`), equal ones once. Everything else is united as across gateways.
 */
export function mergeAlternatives(
  variants: readonly OperationVariant[],
  name: string,
  schemas: Map<string, JsonObject>,
): JsonObject {
  const [first, ...others] = variants;
  if (first === undefined || others.length === 0) return first?.operation ?? {};
  const united = variants
    .map(({ operation }) => withoutContent(operation))
    .reduce((one, other) => unionOperations(one, other, schemas, () => undefined));
  const described = withMember(united, "description", describeVariants(variants));
  const named = keepCommon(keepCommon(described, "operationId", variants), "summary", variants);
  const withRequest = uniteRequests(named, variants, name, schemas);
  return uniteResponses(withRequest, variants, name, schemas);
}

function withoutContent(operation: JsonObject): JsonObject {
  const responses = mapMembers(objectMember(operation, "responses") ?? {}, (response) =>
    isObject(response) ? withoutMembers(response, ["content"]) : response,
  );
  return withMember(withoutMembers(operation, ["requestBody"]), "responses", responses);
}

/** What only some of the pages say of themselves does not hold for the operation. */
function keepCommon(operation: JsonObject, key: string, variants: readonly OperationVariant[]): JsonObject {
  const texts = new Set(variants.map((variant) => stringMember(variant.operation, key)));
  return texts.size === 1 ? operation : withoutMembers(operation, [key]);
}

function describeVariants(variants: readonly OperationVariant[]): string {
  const titles = variants.map(({ title, operation }) => title ?? stringMember(operation, "summary") ?? "");
  return [...new Set(titles.filter((title) => title !== ""))].map((title) => `- ${title}`).join("\n");
}

function uniteRequests(
  operation: JsonObject,
  variants: readonly OperationVariant[],
  name: string,
  schemas: Map<string, JsonObject>,
): JsonObject {
  const bodies = variants.flatMap((variant) => bodyOf(variant, objectMember(variant.operation, "requestBody")));
  if (bodies.length === 0) return operation;
  const required = bodies.length === variants.length && bodies.every(({ body }) => member(body, "required") === true);
  return withMember(operation, "requestBody", { required, content: uniteContent(bodies, `${name}Request`, schemas) });
}

function uniteResponses(
  operation: JsonObject,
  variants: readonly OperationVariant[],
  name: string,
  schemas: Map<string, JsonObject>,
): JsonObject {
  const responses = new Map<string, Json>();
  for (const [status, response] of Object.entries(objectMember(operation, "responses") ?? {})) {
    if (!isObject(response)) continue;
    const bodies = variants.flatMap((variant) =>
      bodyOf(variant, objectMember(objectMember(variant.operation, "responses"), status)),
    );
    const content = uniteContent(bodies, `${name}Response${status === "200" ? "" : status}`, schemas);
    responses.set(status, Object.keys(content).length === 0 ? response : withMember(response, "content", content));
  }
  return withMember(operation, "responses", fromEntries(responses));
}

function bodyOf({ identity, title }: OperationVariant, body: JsonObject | undefined): readonly VariantBody[] {
  return body === undefined ? [] : [{ identity, title, body }];
}
