import { arrayMember, isObject, type JsonObject, stringMember } from "../json.ts";

/** The parameters of an operation or path item that are objects with a name and a place. */
export function parametersOf(node: JsonObject): readonly JsonObject[] {
  return arrayMember(node, "parameters")
    .filter(isObject)
    .filter((parameter) => parameterKey(parameter) !== undefined);
}

/** What tells the parameters of an operation apart: place and name, header names without regard to case. */
export function parameterKey(parameter: JsonObject): string | undefined {
  const name = stringMember(parameter, "name")?.trim();
  const place = stringMember(parameter, "in");
  if (name === undefined || name === "" || place === undefined) return undefined;
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}
