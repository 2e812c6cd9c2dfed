import { type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { withMember, withoutMembers } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";

/**
 * A `querystring` parameter of OpenAPI 3.2 that is a form becomes a query parameter whose members are spread, which is the same
 * on the wire; any other content is left for `clean-parameters`, which reports it.
 * @see https://spec.openapis.org/oas/v3.2.0#parameter-locations
 */
export function spreadQueryStrings(document: JsonObject): JsonObject {
  return mapDocument(document, { parameter: spreadQueryString });
}

function spreadQueryString(parameter: JsonObject): JsonObject {
  if (stringMember(parameter, "in") !== "querystring") return parameter;
  const form = objectMember(objectMember(parameter, "content"), "application/x-www-form-urlencoded");
  const schema = objectMember(form, "schema");
  if (form === undefined) return parameter;
  const example = member(form, "example");
  const spread = { in: "query", style: "form", explode: true, schema: schema ?? { type: "object" } };
  return Object.entries({ ...spread, ...(example === undefined ? {} : { example }) }).reduce(
    (whole, [key, value]) => withMember(whole, key, value),
    withoutMembers(parameter, ["content"]),
  );
}
