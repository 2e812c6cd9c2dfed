import { isObject, type Json, type JsonObject, member, stringMember } from "../json.ts";
import { filterMembers, withMember } from "./edit-object.ts";
import { type Kind, mapDocument, type Visitors } from "./map-document.ts";

type Check = (value: Json) => boolean;

const text: Check = (value) => typeof value === "string";
const flag: Check = (value) => typeof value === "boolean";
const object: Check = isObject;
const list: Check = (value) => Array.isArray(value);
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const any: Check = () => true;
const link: Check = (value) => /^https?:\/\//i.test(stringMember(value, "url") ?? "");

const described = { description: text, deprecated: flag, required: flag, schema: object, content: object };

/** What Docket keeps of each kind of object; anything else (callbacks, links, servers, encodings) no later stage reads. */
const kept: { readonly [K in Kind]?: { readonly [key: string]: Check } } = {
  operation: {
    ...{ operationId: text, summary: text, description: text, deprecated: flag, tags: texts, externalDocs: link },
    ...{ parameters: list, requestBody: object, responses: object, security: list },
    ...{ "x-docket-gateways": list, "x-docket-page": object, "x-docket-queue": object },
  },
  parameter: {
    ...described,
    ...{ name: text, in: text, style: text, explode: flag, allowEmptyValue: flag, allowReserved: flag, example: any },
  },
  requestBody: { description: text, required: flag, content: object },
  response: { description: text, headers: object, content: object },
  header: { description: text, required: flag, schema: object },
  mediaType: { schema: object, example: any, examples: object },
};

/** Keywords of schemas that name other documents, or say nothing about values. */
const dropped = new Set([
  ...["$schema", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary"],
  ...["$comment", "$defs", "externalDocs", "xml", "id"],
]);

/** Leaves every object only the members that a normalized document has, with values of the right type. */
export function conformObjects(document: JsonObject): JsonObject {
  const visitors: Visitors = Object.fromEntries(
    Object.entries(kept).map(([kind, checks]) => [kind, (node: JsonObject): JsonObject => conform(node, checks)]),
  );
  return mapDocument(document, {
    ...visitors,
    response: (node) => withDescription(conform(node, kept.response ?? {})),
    schema: (node) => filterMembers(node, (key) => !dropped.has(key)),
  });
}

function conform(node: JsonObject, checks: { readonly [key: string]: Check }): JsonObject {
  return filterMembers(node, (key, value) => Object.hasOwn(checks, key) && checks[key]?.(value) === true);
}

function withDescription(response: JsonObject): JsonObject {
  return member(response, "description") === undefined ? withMember(response, "description", "") : response;
}
