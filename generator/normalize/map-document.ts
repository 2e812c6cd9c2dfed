import { copyObject, isObject, type Json, type JsonObject } from "../json.ts";
import { escapeKey } from "../json-pointer.ts";
import { markLike } from "../place.ts";

/** The kinds of objects of an OpenAPI document that passes visit. */
export type Kind =
  | "document"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "schema";

/** How the children of a kind hang under one of its keys. */
export interface Child {
  readonly shape: "one" | "list" | "map";
  readonly kind: Kind;
}

/** Where a visited object stands: its key in its parent, up to the document itself. */
export interface At {
  readonly parent?: At;
  readonly key: string;
}

/** What to do with each kind of object; a visitor returns the object itself or one to put in its place. */
export type Visitors = { readonly [K in Kind]?: (node: JsonObject, at: At) => JsonObject };

/** The visitors of one walk, and the children of each kind that are worth walking into for their sake. */
interface Walk {
  readonly visitors: Visitors;
  readonly children: ReadonlyMap<Kind, ReadonlyMap<string, Child>>;
}

/**
 * A copy of the document in which each visitor has had its say, parents before children. What no visitor changes is shared
 * with the original. Recursion follows nesting, which `measure-document.ts` has bounded.
 */
export function mapDocument(document: JsonObject, visitors: Visitors): JsonObject {
  return mapNode(document, "document", startWalk(visitors), { key: "" });
}

/** As {@link mapDocument}, for a schema on its own. */
export function mapSchema(schema: JsonObject, visit: (schema: JsonObject, at: At) => JsonObject): JsonObject {
  return mapNode(schema, "schema", startWalk({ schema: visit }), { key: "" });
}

/** As {@link mapDocument}, for an operation on its own. */
export function mapOperation(operation: JsonObject, visitors: Visitors): JsonObject {
  return mapNode(operation, "operation", startWalk(visitors), { key: "" });
}

/** The JSON pointer of a place in the document. */
export function pointerOf(at: At): string {
  const keys: string[] = [];
  for (let up: At | undefined = at; up?.parent !== undefined; up = up.parent) keys.push(escapeKey(up.key));
  return keys.length === 0 ? "" : `/${keys.reverse().join("/")}`;
}

function startWalk(visitors: Visitors): Walk {
  const visited = allKinds.filter((kind) => visitors[kind] !== undefined);
  const name = visited.join();
  const children = worthyChildren.get(name) ?? findWorthyChildren(visited);
  worthyChildren.set(name, children);
  return { visitors, children };
}

/** By the kinds that a walk visits: most passes visit the same few. */
const worthyChildren = new Map<string, Walk["children"]>();

/** A kind is worth walking into when it is visited or can hold, at any depth, a kind that is. */
function findWorthyChildren(visited: readonly Kind[]): Walk["children"] {
  const kinds = new Set(visited);
  for (let size = -1; size !== kinds.size; ) {
    size = kinds.size;
    for (const kind of allKinds) {
      if ([...childrenOf[kind].values()].some((child) => kinds.has(child.kind))) kinds.add(kind);
    }
  }
  const isWorthy = ([, child]: readonly [string, Child]): boolean => kinds.has(child.kind);
  return new Map(allKinds.map((kind) => [kind, new Map([...childrenOf[kind]].filter(isWorthy))]));
}

function mapNode(node: JsonObject, kind: Kind, walk: Walk, at: At): JsonObject {
  const visited = walk.visitors[kind]?.(node, at) ?? node;
  const children = walk.children.get(kind);
  let changes: Map<string, Json> | undefined;
  if (children === undefined || children.size === 0) return visited;
  for (const key of Object.keys(visited)) {
    const child = children.get(key);
    if (child === undefined) continue;
    const value = visited[key];
    if (typeof value !== "object" || value === null) continue;
    const mapped = mapChild(value, child, walk, { parent: at, key });
    if (mapped !== value) changes = (changes ?? new Map<string, Json>()).set(key, mapped);
  }
  return changes === undefined ? visited : replaceMembers(visited, changes);
}

function mapChild(value: Json, child: Child, walk: Walk, at: At): Json {
  switch (child.shape) {
    case "one":
      return isObject(value) ? mapNode(value, child.kind, walk, at) : value;
    case "list":
      return Array.isArray(value) ? mapList(value, child.kind, walk, at) : value;
    case "map":
      return isObject(value) ? mapMembers(value, child.kind, walk, at) : value;
  }
}

function mapList(list: readonly Json[], kind: Kind, walk: Walk, at: At): Json {
  const mapped = list.map((item, index) =>
    isObject(item) ? mapNode(item, kind, walk, { parent: at, key: String(index) }) : item,
  );
  return mapped.every((item, index) => item === list[index]) ? list : markLike(mapped, list);
}

function mapMembers(map: JsonObject, kind: Kind, walk: Walk, at: At): JsonObject {
  let changes: Map<string, Json> | undefined;
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (!isObject(value)) continue;
    const mapped = mapNode(value, kind, walk, { parent: at, key });
    if (mapped !== value) changes = (changes ?? new Map<string, Json>()).set(key, mapped);
  }
  return changes === undefined ? map : replaceMembers(map, changes);
}

function replaceMembers(object: JsonObject, changes: ReadonlyMap<string, Json>): JsonObject {
  const copy = copyObject(object);
  // Every key is an own one of the copy already, so even `__proto__` is an ordinary assignment here.
  for (const [key, value] of changes) copy[key] = value;
  return copy;
}

const one = (kind: Kind): Child => ({ shape: "one", kind });
const list = (kind: Kind): Child => ({ shape: "list", kind });
const map = (kind: Kind): Child => ({ shape: "map", kind });
const content: readonly [string, Child] = ["content", map("mediaType")];

/** Which keys of each kind hold objects of which kind, after the OpenAPI 3.2 and JSON Schema 2020-12 specifications. */
export const childrenOf: { readonly [K in Kind]: ReadonlyMap<string, Child> } = {
  document: new Map([
    ["paths", map("pathItem")],
    ["components", one("components")],
  ]),
  components: new Map([
    ["schemas", map("schema")],
    ["parameters", map("parameter")],
    ["requestBodies", map("requestBody")],
    ["responses", map("response")],
    ["headers", map("header")],
    ["pathItems", map("pathItem")],
    ["mediaTypes", map("mediaType")],
  ]),
  pathItem: new Map([
    ["parameters", list("parameter")],
    ...["get", "put", "post", "delete", "options", "head", "patch", "trace"].map((method): [string, Child] => [
      method,
      one("operation"),
    ]),
  ]),
  operation: new Map([
    ["parameters", list("parameter")],
    ["requestBody", one("requestBody")],
    ["responses", map("response")],
  ]),
  parameter: new Map([["schema", one("schema")], content]),
  requestBody: new Map([content]),
  response: new Map([["headers", map("header")], content]),
  header: new Map([["schema", one("schema")], content]),
  mediaType: new Map([
    ["schema", one("schema")],
    ["itemSchema", one("schema")],
  ]),
  schema: new Map([
    ...["properties", "patternProperties", "dependentSchemas", "$defs"].map((key): [string, Child] => [
      key,
      map("schema"),
    ]),
    ...["allOf", "anyOf", "oneOf", "prefixItems"].map((key): [string, Child] => [key, list("schema")]),
    ...["items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else"].map(
      (key): [string, Child] => [key, one("schema")],
    ),
    ...["unevaluatedItems", "unevaluatedProperties", "contentSchema"].map((key): [string, Child] => [
      key,
      one("schema"),
    ]),
  ]),
};

const allKinds: readonly Kind[] = [
  ...(["document", "components", "pathItem", "operation", "parameter", "requestBody", "response", "header"] as const),
  ...(["mediaType", "schema"] as const),
];
