import { arrayMember, isObject, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { markLike } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";

/** Where parameters stand, in the order of the editor. */
export const parameterLocations: readonly ("path" | "query" | "header" | "cookie")[] = [
  "path",
  "query",
  "header",
  "cookie",
];

/** OpenAPI parameters of native ones, given per location. Those switched off (`enable: false`) are no part of the API. */
export function readNativeParameters(byLocation: JsonObject): readonly JsonObject[] {
  return parameterLocations.flatMap((location) =>
    enabledParameters(arrayMember(byLocation, location)).map((parameter) => readParameter(parameter, location)),
  );
}

/** Native parameters with a name that are not switched off; form fields of bodies have the same shape. */
export function enabledParameters(list: readonly unknown[]): readonly JsonObject[] {
  return list
    .filter(isObject)
    .filter((parameter) => member(parameter, "enable") !== false && (stringMember(parameter, "name") ?? "") !== "");
}

/** The schema of a native parameter: its own, else one of its type (`file` in forms, and sometimes nothing at all). */
export function parameterSchema(parameter: JsonObject): JsonObject {
  const schema = objectMember(parameter, "schema");
  if (schema !== undefined) return schema;
  const type = stringMember(parameter, "type");
  if (type === "file") return { type: "string", format: "binary" };
  if (type === "array") return { type, items: {} };
  return type !== undefined && scalars.has(type) ? { type } : {};
}

const scalars: ReadonlySet<string> = new Set(["string", "integer", "number", "boolean", "object", "null"]);

function readParameter(parameter: JsonObject, location: (typeof parameterLocations)[number]): JsonObject {
  const example = member(parameter, "sampleValue") ?? member(parameter, "example");
  const built = definedEntries([
    ["name", stringMember(parameter, "name")],
    ["in", location],
    ["required", location === "path" || member(parameter, "required") === true],
    ["description", stringMember(parameter, "description") || undefined],
    ["schema", parameterSchema(parameter)],
    ["example", example === "" ? undefined : example],
  ]);
  return markLike({ ...built }, parameter);
}
