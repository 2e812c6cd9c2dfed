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
import { parameterLocations } from "./native-parameters.ts";

/**
 * The parameters of an API by location, with those that its project sends along with every API and that this one neither
 * has itself nor switched off. What an API names as common, and the project does not describe, is one too.
 */
export function withCommonParameters(api: JsonObject, project: JsonObject): JsonObject {
  const own = objectMember(api, "parameters") ?? {};
  const common = objectMember(project, "commonParameters");
  const shared = objectMember(common, "parameters") ?? common ?? {};
  const chosen = objectMember(api, "commonParameters") ?? {};
  return fromEntries(
    parameterLocations.map((location) => {
      const listed = arrayMember(own, location);
      const names = new Set(listed.map(nameOf));
      const added = mergeCommon(arrayMember(shared, location), arrayMember(chosen, location).filter(isObject));
      return [location, [...listed, ...added.filter((parameter) => !names.has(nameOf(parameter)))]] as const;
    }),
  );
}

/** What the project describes, each as the API's choice leaves it, and what only the API names. */
function mergeCommon(shared: readonly Json[], chosen: readonly JsonObject[]): readonly JsonObject[] {
  const choices = new Map(chosen.map((choice) => [nameOf(choice), choice]));
  const described = shared.filter(isObject).map((parameter) => {
    const choice = choices.get(nameOf(parameter));
    return { ...parameter, enable: !isSwitchedOff(choice ?? parameter) };
  });
  const known = new Set(described.map(nameOf));
  return [...described, ...chosen.filter((choice) => !known.has(nameOf(choice))).map(asText)];
}

function isSwitchedOff(parameter: JsonObject): boolean {
  return member(parameter, "enable") === false || member(parameter, "defaultEnable") === false;
}

function asText(choice: JsonObject): JsonObject {
  return Object.hasOwn(choice, "type") ? choice : { ...choice, type: "string" };
}

function nameOf(parameter: Json): string {
  return stringMember(parameter, "name") ?? "";
}
