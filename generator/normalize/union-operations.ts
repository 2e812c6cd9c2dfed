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
import { markLike } from "../place.ts";
import { withMember } from "./edit-object.ts";
import { parameterKey, parametersOf } from "./parameters-of.ts";
import { schemaName } from "./reference.ts";
import { unionSchemas } from "./union-schemas.ts";

/** Told of each thing that two operations state differently, as `body.prompt required`. */
export type Differ = (difference: string) => void;

type Unite = (one: JsonObject, other: JsonObject, place: string) => JsonObject;

/** One operation that takes what either takes and answers what either answers; texts are those of the first. */
export function unionOperations(
  one: JsonObject,
  other: JsonObject,
  schemas: ReadonlyMap<string, JsonObject>,
  differ: Differ,
): JsonObject {
  const unite: Unite = (left, right, place) =>
    unionSchemas(left, right, {
      resolve: (reference) => schemas.get(schemaName(reference) ?? ""),
      differ: (path, keyword) => differ(`${[place, ...path].join(".")} ${keyword}`),
      path: [],
      union: unionSchemas,
    });
  const united = markLike({ ...other, ...one, ...unionTexts(one, other) }, one);
  const parts: readonly [string, Json | undefined][] = [
    ["parameters", unionParameters(one, other, unite)],
    ["requestBody", unionBodies(objectMember(one, "requestBody"), objectMember(other, "requestBody"), "body", unite)],
    ["responses", unionResponses(objectMember(one, "responses"), objectMember(other, "responses"), unite)],
  ];
  return parts.reduce((whole, [key, value]) => (value === undefined ? whole : withMember(whole, key, value)), united);
}

function unionTexts(one: JsonObject, other: JsonObject): JsonObject {
  const texts = ["summary", "description"].flatMap((key): [string, Json][] => {
    const written = [stringMember(one, key)?.trim(), stringMember(other, key)?.trim()];
    // Many pages have their own path for a title, which says nothing.
    const text = written.find((candidate) => candidate && !candidate.startsWith("/")) ?? (written[0] || written[1]);
    return text === undefined ? [] : [[key, text]];
  });
  // Gateways that call it by different names leave it to Docket; an empty id stays empty whatever a third one says.
  const ids = [member(one, "operationId"), member(other, "operationId")].filter((id) => id !== undefined);
  const [id = "", second = id] = ids;
  if (ids.length > 0) texts.push(["operationId", id === second ? id : ""]);
  const deprecated = member(one, "deprecated") === true && member(other, "deprecated") === true;
  const tags = [...new Set([...arrayMember(one, "tags"), ...arrayMember(other, "tags")])];
  return { ...fromEntries(texts), deprecated, tags };
}

/** A parameter is required only if both require it. */
function unionParameters(one: JsonObject, other: JsonObject, unite: Unite): Json {
  const left = new Map(parametersOf(one).map((parameter) => [parameterKey(parameter), parameter]));
  const right = new Map(parametersOf(other).map((parameter) => [parameterKey(parameter), parameter]));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key): readonly JsonObject[] => {
    const [a, b] = [left.get(key), right.get(key)];
    if (a === undefined || b === undefined) return [optional(a ?? b ?? {})];
    const schema = unite(objectMember(a, "schema") ?? {}, objectMember(b, "schema") ?? {}, `parameter ${key}`);
    const required = member(a, "required") === true && member(b, "required") === true;
    return [{ ...b, ...a, required, schema }];
  });
}

function optional(parameter: JsonObject): JsonObject {
  return stringMember(parameter, "in") === "path" ? parameter : withMember(parameter, "required", false);
}

/** Two request bodies, or two responses: media types side by side, the same ones united. */
function unionBodies(
  one: JsonObject | undefined,
  other: JsonObject | undefined,
  place: string,
  unite: Unite,
): JsonObject | undefined {
  if (one === undefined || other === undefined) {
    const only = one ?? other;
    return only === undefined || place !== "body" ? only : withMember(only, "required", false);
  }
  const content = new Map<string, Json | undefined>(Object.entries(objectMember(one, "content") ?? {}));
  for (const [mediaType, body] of Object.entries(objectMember(other, "content") ?? {})) {
    const known = content.get(mediaType);
    content.set(mediaType, isObject(known) && isObject(body) ? unionMediaTypes(known, body, place, unite) : body);
  }
  const required = member(one, "required") === true && member(other, "required") === true;
  const description = stringMember(one, "description") || stringMember(other, "description");
  return {
    ...other,
    ...one,
    ...(description === undefined ? {} : { description }),
    ...(place === "body" ? { required } : {}),
    ...(content.size === 0 ? {} : { content: fromEntries(content) }),
  };
}

function unionMediaTypes(one: JsonObject, other: JsonObject, place: string, unite: Unite): JsonObject {
  const [left, right] = [objectMember(one, "schema"), objectMember(other, "schema")];
  if (left === undefined || right === undefined) return { ...other, ...one };
  return { ...other, ...one, schema: unite(left, right, place) };
}

function unionResponses(one: JsonObject | undefined, other: JsonObject | undefined, unite: Unite): Json {
  const responses = new Map<string, Json | undefined>(Object.entries(one ?? {}));
  for (const [status, response] of Object.entries(other ?? {})) {
    const known = responses.get(status);
    if (!isObject(response)) continue;
    responses.set(
      status,
      unionBodies(isObject(known) ? known : undefined, response, `response ${status}`, unite) ?? response,
    );
  }
  return fromEntries(responses);
}
