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
import { pathShape } from "../path-shape.ts";
import { mapMembers, withMember } from "./edit-object.ts";
import { childrenOf, type Kind } from "./map-document.ts";
import { schemaName } from "./reference.ts";

/**
 * The merged pages of one gateway, written like those of all gateways: paths with the same names of parameters, and the bodies written
 * out that were opened to be united. So overlays find the same things in both, and one can be laid beside the other.
 */
export function alignDocument(own: JsonObject, merged: JsonObject): JsonObject {
  const paths = objectMember(merged, "paths") ?? {};
  const twins = new Map(Object.keys(paths).map((path) => [pathShape(path), path]));
  const schemas = objectMember(objectMember(own, "components"), "schemas") ?? {};
  const items = Object.entries(objectMember(own, "paths") ?? {}).map(([path, item]): [string, Json] => {
    const twin = twins.get(pathShape(path)) ?? path;
    return [twin, alignItem(isObject(item) ? item : {}, objectMember(paths, twin) ?? {}, [path, twin], schemas)];
  });
  return withMember(own, "paths", fromEntries(items));
}

type Names = readonly [from: string, to: string];

function alignItem(item: JsonObject, twin: JsonObject, names: Names, schemas: JsonObject): JsonObject {
  const operations = httpMethods.flatMap((method): [string, Json][] => {
    const [own, other] = [objectMember(item, method), objectMember(twin, method)];
    if (own === undefined) return [];
    return [[method, withPathNames(other === undefined ? own : openLike(own, other, "operation", schemas), names)]];
  });
  return fromEntries(operations);
}

function withPathNames(operation: JsonObject, [from, to]: Names): JsonObject {
  if (from === to) return operation;
  const [own, others] = [from, to].map((path) => [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name));
  const parameters = arrayMember(operation, "parameters").map((parameter) => {
    const name = others?.[own?.indexOf(stringMember(parameter, "name")) ?? -1];
    const isRenamed = name !== undefined && isObject(parameter) && stringMember(parameter, "in") === "path";
    return isRenamed ? withMember(parameter, "name", name) : parameter;
  });
  return withMember(operation, "parameters", parameters);
}

/** Opens the references of bodies where the other side has none. */
function openLike(own: JsonObject, twin: JsonObject, kind: Kind, schemas: JsonObject): JsonObject {
  if (kind === "schema") return openReference(own, twin, schemas);
  return mapMembers(own, (value, key) => {
    const [child, other] = [childrenOf[kind].get(key), member(twin, key)];
    if (child === undefined || !isObject(value) || !isObject(other)) return value;
    if (child.shape === "one") return openLike(value, other, child.kind, schemas);
    return mapMembers(value, (inner, name) => {
      const theirs = objectMember(other, name);
      return isObject(inner) && theirs !== undefined ? openLike(inner, theirs, child.kind, schemas) : inner;
    });
  });
}

function openReference(own: JsonObject, twin: JsonObject, schemas: JsonObject): JsonObject {
  const reference = stringMember(own, "$ref");
  if (reference === undefined || Object.hasOwn(twin, "$ref")) return own;
  return objectMember(schemas, schemaName(reference) ?? "") ?? own;
}
