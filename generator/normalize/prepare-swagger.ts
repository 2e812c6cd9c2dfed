import { httpMethods } from "../document.ts";
import {
  arrayMember,
  fromEntries,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  stringMember,
} from "../json.ts";
import { filterMembers, mapMembers, withMember, withoutMembers } from "./edit-object.ts";
import { findReference } from "./reference.ts";
import { swaggerBody } from "./swagger-body.ts";

/**
 * A Swagger 2.0 document whose bodies and answers are those of OpenAPI 3 already, and which holds nothing that the upgrading library
 * would stumble over: it takes what a document says for granted, forgets the fields of forms but for their types, and prefers the
 * document's media types to those of an operation.
 */
export function prepareSwagger(document: JsonObject): JsonObject {
  const media = mediaOf(document, { consumes: [], produces: [] });
  const sections = ["paths", "definitions", "parameters", "responses", "securityDefinitions"];
  const addresses = ["host", "basePath"];
  const sane = filterMembers(document, (key, value) => {
    if (addresses.includes(key)) return typeof value === "string";
    return !sections.includes(key) || isObject(value);
  });
  const objects = mapMembers(sane, (value, key) =>
    sections.includes(key) && isObject(value) ? onlyObjects(value) : value,
  );
  const prepared = mapMembers(objects, (value, key) => {
    if (key === "paths" && isObject(value)) return mapMembers(value, (item) => prepareItem(item, objects, media));
    if (key === "responses" && isObject(value)) return prepareResponses(value, media.produces);
    if (key === "parameters" && isObject(value))
      return filterMembers(value, (_, one) => isParameter(one) && !isBody(one));
    return value;
  });
  return withoutMembers(prepared, ["consumes", "produces"]);
}

/** The media types that a document or an operation takes and answers with; empty where it says nothing. */
interface Media {
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
}

function mediaOf(owner: JsonObject, outer: Media): Media {
  const own = (key: string): readonly string[] =>
    [member(owner, key) ?? []].flat().flatMap((type) => (typeof type === "string" && type !== "" ? [type] : []));
  const [consumes, produces] = [own("consumes"), own("produces")];
  return {
    consumes: consumes.length === 0 ? outer.consumes : consumes,
    produces: produces.length === 0 ? outer.produces : produces,
  };
}

function prepareItem(item: Json, document: JsonObject, media: Media): Json {
  if (!isObject(item)) return item;
  const shared = resolveParameters(item, document);
  const methods = new Set<string>(httpMethods);
  const bare = filterMembers(item, (key, value) =>
    key === "parameters" ? Array.isArray(value) : key === "$ref" || (methods.has(key.toLowerCase()) && isObject(value)),
  );
  return mapMembers(bare, (value, key) => {
    if (key === "parameters") return shared.filter((parameter) => !isBody(parameter));
    return isObject(value) ? prepareOperation(value, shared.filter(isBody), document, media) : value;
  });
}

function prepareOperation(
  operation: JsonObject,
  shared: readonly JsonObject[],
  document: JsonObject,
  outer: Media,
): JsonObject {
  const media = mediaOf(operation, outer);
  const own = resolveParameters(operation, document);
  const bodies = own.some(isBody) ? own.filter(isBody) : shared;
  const body = swaggerBody(bodies, media.consumes);
  const responses = prepareResponses(onlyObjects(objectMember(operation, "responses") ?? {}), media.produces);
  const bare = withoutMembers(operation, ["consumes", "produces", "parameters"]);
  const parameters = own.filter((parameter) => !isBody(parameter));
  const whole = { ...bare, ...(parameters.length === 0 ? {} : { parameters }), responses };
  return body === undefined ? whole : withMember(whole, "requestBody", body);
}

/** The parameters of an operation or path item; references to shared ones stay, unless what they name is a body. */
function resolveParameters(owner: JsonObject, document: JsonObject): readonly JsonObject[] {
  return arrayMember(owner, "parameters").flatMap((parameter): readonly JsonObject[] => {
    if (!isObject(parameter) || !isParameter(parameter)) return [];
    const reference = stringMember(parameter, "$ref");
    if (reference === undefined) return [parameter];
    const target = findReference(document, reference)?.value;
    return [isObject(target) && isBody(target) ? target : parameter];
  });
}

/** Whether it says where it goes; what does not is no parameter in any version. */
function isParameter(parameter: Json): boolean {
  if (!isObject(parameter)) return false;
  const place = stringMember(parameter, "in");
  return Object.hasOwn(parameter, "$ref")
    ? stringMember(parameter, "$ref") !== undefined
    : place !== undefined && place !== "";
}

function isBody(parameter: Json): boolean {
  const place = stringMember(isObject(parameter) ? parameter : undefined, "in");
  return place === "body" || place === "formData";
}

function prepareResponses(responses: JsonObject, produces: readonly string[]): JsonObject {
  return mapMembers(responses, (response) => (isObject(response) ? prepareResponse(response, produces) : undefined));
}

function prepareResponse(response: JsonObject, produces: readonly string[]): JsonObject {
  const schema = objectMember(response, "schema");
  const sane = filterMembers(withoutMembers(response, ["schema"]), (key, value) =>
    key === "headers" || key === "examples" ? isObject(value) : true,
  );
  if (schema === undefined) return sane;
  const unsaid = stringMember(schema, "type") === "file" ? "application/octet-stream" : "application/json";
  const types = produces.length === 0 ? [unsaid] : produces;
  return withMember(sane, "content", fromEntries(types.map((type) => [type, { schema }])));
}

function onlyObjects(map: JsonObject): JsonObject {
  return filterMembers(map, (_, value) => isObject(value));
}
