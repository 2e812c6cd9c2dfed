import { httpMethods } from "../document.ts";
import { isObject, type Json, type JsonObject, member } from "../json.ts";
import { withMember, withoutMembers } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";
import { parameterKey, parametersOf } from "./parameters-of.ts";

/** Moves the parameters of path items into their operations, whose own parameters of the same name win. */
export function moveSharedParameters(document: JsonObject): JsonObject {
  return mapDocument(document, { pathItem: moveIntoOperations });
}

function moveIntoOperations(item: JsonObject): JsonObject {
  const shared = parametersOf(item);
  if (shared.length === 0) return item;
  return httpMethods.reduce(
    (moved, method) => {
      const operation = member(moved, method);
      return isObject(operation) ? withMember(moved, method, withShared(operation, shared)) : moved;
    },
    withoutMembers(item, ["parameters"]),
  );
}

function withShared(operation: JsonObject, shared: readonly JsonObject[]): JsonObject {
  const own = parametersOf(operation);
  const keys = new Set(own.map(parameterKey));
  const inherited = shared.filter((parameter) => !keys.has(parameterKey(parameter)));
  const parameters: readonly Json[] = [...inherited, ...own];
  return withMember(operation, "parameters", parameters);
}
